"""The rules of the cafe's loyalty card and what people can do with it.

Not here: Telegram, SQL, the clock, the words. Standard library only.
"""
