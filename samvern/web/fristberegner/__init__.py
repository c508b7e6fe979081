"""The deadline calculator: no log-in, nothing stored; the page itself carries the case."""
