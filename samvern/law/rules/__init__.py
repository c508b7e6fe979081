"""Every rule of `frister.md` part 3, one file per subject.

A subject file holds the rule definitions (`REGLER`) and the readable functions that decide
status and findings from the facts.
"""
