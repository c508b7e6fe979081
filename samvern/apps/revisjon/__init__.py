"""The audit log's tables and the triggers that guard them; the writing is `samvern.engine.audit`."""
