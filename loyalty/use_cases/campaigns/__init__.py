"""Campaigns: written by owners or standing, sent once to who agreed, and reported."""
