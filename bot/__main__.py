"""`python -m bot`: hands over to the command line.

Nothing else happens here.
"""

from bot.cli import app

if __name__ == "__main__":
    app(prog_name="python -m bot")
