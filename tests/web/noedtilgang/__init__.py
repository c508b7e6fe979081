"""The pages of emergency access."""
