"""Logging in and out, choosing role, proving who one is again; what every request is checked by."""
