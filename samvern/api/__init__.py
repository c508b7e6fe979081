"""The REST API under /api/v1/: the same actions, access and audit as the pages (docs/api.md)."""
