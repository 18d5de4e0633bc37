"""Visits at the counter: from a code that is shown to the stamps that are given."""
