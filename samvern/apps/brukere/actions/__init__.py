"""One file for each thing an administrator can do to a user."""
