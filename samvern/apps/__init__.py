"""Layer 3: one Django app per subject. Other apps import an app's `public` module only."""
