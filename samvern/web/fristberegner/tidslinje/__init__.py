"""The timeline: the same marks drawn as an overview, day by day, and upright for a phone."""
