"""Named actions: one file per step. Nothing else writes to a case."""
