"""Pages about users: list, one user, new user, roles in time, and what an administrator can do."""
