"""Pages for organisations: list, one organisation, who is responsible where, and changes."""
