"""The one router: an address that is both read and written to has its operations in two files."""

from ninja import Router

router = Router()
