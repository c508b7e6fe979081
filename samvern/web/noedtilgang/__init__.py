"""Pages of emergency access: open a case that is not one's own, and review what others opened."""
