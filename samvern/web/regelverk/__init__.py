"""The law as pages, made from the law data: rules, provisions, calculation choices, holidays."""
