"""The wrapped data keys, one row per person and key version, and the service that uses them."""
