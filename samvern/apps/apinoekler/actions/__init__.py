"""Named actions: make a key, withdraw it. Nothing else writes here but the note of use."""
