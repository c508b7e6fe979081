"""Keys to the API: each bound to one user, one role held by that user, and one purpose."""
