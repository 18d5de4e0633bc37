"""What people can do: each use case hands one plain function to the database and answers what came of it.

Not here: Telegram, SQL, words.
"""
