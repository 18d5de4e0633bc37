"""Listening: what customers say of the cafe, and what is done about it."""
