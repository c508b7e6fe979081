"""Users and the roles they hold in time."""
