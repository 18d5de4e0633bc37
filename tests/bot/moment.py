"""A moment that stands still until a test moves it.

The clock of the cafe is another (bot/clock.py): this is the event loop's.
"""


class Moment:
    """The event loop's time, standing still."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds
