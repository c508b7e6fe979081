"""The law as pages: every rule, provision, calculation choice and holiday, made from the law data."""
