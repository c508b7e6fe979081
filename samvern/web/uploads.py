"""Uploaded files live in memory only, and only while they are small."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler


class BoundedMemoryHandler(FileUploadHandler):
    """Keep an upload in memory; refuse it (413) when it passes `FILE_UPLOAD_MAX_MEMORY_SIZE`.

    Django's own memory handler hands large files to the next handler, which writes them to disk.
    The calculator promises that nothing is stored, so here there is no next handler.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Start collecting a new file."""
        super().new_file(*args, **kwargs)
        self._content = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Collect one chunk. Raises RequestDataTooBig above the limit (bytes)."""
        if start + len(raw_data) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
            raise RequestDataTooBig("Uploaded file is too large.")
        self._content.write(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile[Any] | None:
        """Hand over the finished file."""
        self._content.seek(0)
        return InMemoryUploadedFile(
            file=self._content,
            field_name=self.field_name,
            name=self.file_name or "fil",
            content_type=self.content_type or "application/octet-stream",
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
