"""Layer 2: the mechanisms every subject uses. May import `samvern.law` and Django, never an app."""
