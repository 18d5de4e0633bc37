"""The process: settings, wiring, update inbox, sender, scheduler, command line, sandbox.

Not here: rules, SQL, words.
"""
