"""Independent oracle for the deadline engine; shares no code with it (requirement N-13.1)."""
