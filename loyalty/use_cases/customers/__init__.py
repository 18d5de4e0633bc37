"""Customers: joining, what they see and say, moving on and being forgotten."""
