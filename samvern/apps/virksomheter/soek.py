"""Comparing and sorting Norwegian names alike on every database. Pure.

SQLite folds only ASCII letters and sorts å before æ; so names are matched and sorted here. The
lists are short (some hundred bodies).
"""

import unicodedata

# The three last letters of the alphabet, as signs that sort after z.
LAST = {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"}


def folded(text: str) -> str:
    """The text without difference between upper and lower case, and with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def sort_key(name: str) -> str:
    """A key that sorts names as Norwegian does; other accents count as their plain letter."""
    return "".join(LAST.get(sign) or _plain(sign) for sign in folded(name))


def matches(query: str, *texts: str) -> bool:
    """Whether every word of the query stands somewhere in the texts."""
    whole = folded(" ".join(texts))
    return all(word in whole for word in folded(query).split())


def _plain(sign: str) -> str:
    return unicodedata.normalize("NFD", sign)[0]
