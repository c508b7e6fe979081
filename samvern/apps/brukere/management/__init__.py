"""Commands for those who run the server."""
