"""Recording what has happened in a case: new case, new event, correction, and what it changes."""
