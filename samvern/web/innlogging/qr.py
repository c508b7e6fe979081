"""A QR code as the path of an inline drawing: nothing is fetched, nothing is styled in the page."""

import qrcode  # type: ignore[import-untyped]
from qrcode.constants import ERROR_CORRECT_M  # type: ignore[import-untyped]

BORDER = 4


def drawing(text: str) -> tuple[int, str]:
    """The side of the square in modules, and the path that fills the dark ones."""
    made = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=BORDER)
    made.add_data(text)
    made.make(fit=True)
    rows = made.get_matrix()
    path = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
    )
    return len(rows), path
