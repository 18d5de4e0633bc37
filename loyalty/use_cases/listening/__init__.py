"""Listening: asking customers, answering the unhappy ones, and what all their answers come to."""
