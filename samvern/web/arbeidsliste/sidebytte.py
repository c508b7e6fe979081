"""Where one is in a list of several pages, and the way to the pages beside."""

from dataclasses import dataclass

from samvern.web.arbeidsliste.filtre import PAGE, Filter


@dataclass(frozen=True, slots=True)
class Sidebytte:
    """The page shown, its first and last row, and the addresses beside; empty at the ends."""

    side: int
    sider: int
    fra: int
    til: int
    forrige: str
    neste: str


def paging(page: int, pages: int, shown: int, size: int, chosen: Filter) -> Sidebytte:
    """The way on from page `page` of `pages`, which shows `shown` rows of at most `size`."""
    first = (page - 1) * size + 1 if shown else 0

    def address(number: int) -> str:
        return f"{chosen.query}&{PAGE}={number}" if 1 <= number <= pages else ""

    return Sidebytte(
        side=page,
        sider=pages,
        fra=first,
        til=first + shown - 1 if shown else 0,
        forrige=address(page - 1),
        neste=address(page + 1),
    )
