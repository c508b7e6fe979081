"""The law as a library: provisions, calendar, rules and the reason for every answer.

Layer 1 of the house. Standard library only: no Django, no clock, no database, no I/O at
computation time. The day to compute for is always an argument.
"""
