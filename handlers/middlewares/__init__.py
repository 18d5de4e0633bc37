"""What happens around every handler: who it is, and how refusals are told.

Not here: logging and the update inbox (bot/).
"""
