"""Limits at work: what holds stamps back or lets them pass, and whom it asks."""
