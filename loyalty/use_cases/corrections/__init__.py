"""Corrections: what was confirmed is undone, taken back or put right, by whoever may."""
