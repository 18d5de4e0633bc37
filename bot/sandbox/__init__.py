"""A Telegram of our own on this machine: a strict Bot API server with people to play.

It imports nothing else of the project and is never part of a running bot.
"""
