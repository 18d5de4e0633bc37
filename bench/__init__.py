"""The measures: how fast the counter is, always as a ratio to a floor taken in the same run.

Not here: correctness (tests), and bare times, which say more about the machine than about us.
"""
