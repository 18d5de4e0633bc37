"""Listening: what customers are asked, what they answer, and what becomes of it."""
