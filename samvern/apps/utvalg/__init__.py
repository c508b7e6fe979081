"""Saved filters of each user, how far ahead a list looks, and the count of look-ups."""
