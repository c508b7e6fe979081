"""Persons: who they are, what they are known by, and how they may be reached. Sealed."""
