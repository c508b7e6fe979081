"""Organisations, their units and areas, and code lists: reference data with validity in time."""
