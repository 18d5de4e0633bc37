"""Listening: what customers are asked and say of the cafe, and what is done about it."""
