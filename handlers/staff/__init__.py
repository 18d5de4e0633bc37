"""What baristas see and tap: routers, each made by `create_router`.

Not here: rules, words, drawings; and nothing that the neighbouring folders need.
"""
