"""The case page: one sentence as one viewer may see it, on one day, with what was known then."""
