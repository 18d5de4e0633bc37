"""The rows: the only SQL in the project.

Not here: rules, Telegram, and when things happen (the clock is handed in).
"""
