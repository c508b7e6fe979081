"""Organisation numbers of the Register of Legal Entities: nine digits, the last by modulus 11."""

WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2, 1)


def is_valid(orgnr: str) -> bool:
    """Whether the nine digits pass the check. Spaces are not accepted: stored text has none.

    With weight 1 for the check digit the weighted sum is divisible by 11. A remainder that would
    need the check digit 10 is never given out, and no single digit satisfies it.
    """
    if len(orgnr) != len(WEIGHTS) or not (orgnr.isascii() and orgnr.isdigit()):
        return False
    return sum(w * int(d) for w, d in zip(WEIGHTS, orgnr, strict=True)) % 11 == 0


def normalised(text: str) -> str:
    """The digits as stored, from what a person typed (spaces, «NO» and «MVA» removed)."""
    return "".join(text.upper().split()).removeprefix("NO").removesuffix("MVA")


def display(orgnr: str) -> str:
    """Three groups of three digits with no-break spaces, as people write it."""
    return "\u00a0".join(orgnr[i : i + 3] for i in range(0, len(orgnr), 3))
