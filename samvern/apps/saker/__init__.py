"""Cases as events: the append-only log, what follows from it, and who may see it."""
