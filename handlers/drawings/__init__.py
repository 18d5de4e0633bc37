"""Screens as pure functions: facts and words in, a message out.

Not here: reading the facts (screens.py) and sending (sending.py, bot/).
"""
