"""Pages about the API: what it is, for everyone; and one's own keys, once logged in."""
