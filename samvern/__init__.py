"""Samvern: software for the shared responsibility for people sentenced to compulsory care."""

__version__ = "0.1.0"
