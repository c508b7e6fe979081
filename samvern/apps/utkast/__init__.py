"""What somebody has begun to write and not yet saved: sealed, one's own, and soon gone."""
