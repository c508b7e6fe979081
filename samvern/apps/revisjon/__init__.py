"""The audit log's tables and their triggers; the writing is in `samvern.engine.audit`."""
