"""What operations may change in the reference data: one file for each act."""
