"""Invented people and stories, played through the same actions as everyone else uses.

Source: issue 3, part 3. Nothing here writes to a table; see docs/demo.md.
"""
