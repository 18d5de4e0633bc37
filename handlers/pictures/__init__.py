"""Pictures: QR codes and stamp cards.

Not here: sending them, and anything that a text doesn't say too.
"""
