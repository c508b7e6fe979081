"""Programs for those who develop Samvern; not part of what is delivered."""
