"""Pictures and documents: their bytes, their ids, and the sizes in which a picture exists.

It doesn't know messages. Smaller sizes of a picture are drawn only when somebody fetches them.
"""

import hashlib
import io
from dataclasses import dataclass
from pathlib import Path, PurePath

from PIL import Image

from bot.sandbox.refusals import Json, bad_request
from bot.sandbox.schema import facts

SIDES = (90, 320, 800, 1280)
MOST_SIDES_SUM, MOST_RATIO = 10_000, 20
KINDS = {"photo": "Photo", "document": "Document", "sticker": "Sticker", "voice": "VoiceNote"}
NOT_THERE = "wrong file_id or the file is temporarily unavailable"


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file under one file_id; a smaller size of a picture names the picture it is drawn from."""

    file_id: str
    unique_id: str
    kind: str
    path: str
    size: int
    name: str = ""
    mime_type: str = ""
    width: int = 0
    height: int = 0
    drawn_from: str = ""

    def file(self) -> Json:
        """The Bot API's File, without the path."""
        known = {"file_size": self.size} if self.size else {}
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, **known}


class FileShelf:
    """All files. With a folder, bytes are kept there from the moment they arrive."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._bytes: dict[str, bytes] = {}
        self.records: dict[str, FileRecord] = {}
        self.count = 0

    def add_photo(self, content: bytes) -> list[Json]:
        """Keep a picture; the Bot API's PhotoSize list, small to large. Raises Refusal for anything else."""
        if len(content) > facts()["extra"]["photo_bytes"]:
            raise bad_request("file is too big for a photo")
        try:
            with Image.open(io.BytesIO(content)) as picture:
                width, height, form = picture.width, picture.height, (picture.format or "png").lower()
        except (OSError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning):
            raise bad_request("IMAGE_PROCESS_FAILED") from None
        if width + height > MOST_SIDES_SUM or max(width, height) > MOST_RATIO * min(width, height):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        longest = max(width, height)
        sides = [side for side in SIDES if side < longest] + [longest] * (longest <= SIDES[-1])
        largest = self._add(content, "photo", f"photos/file_{{n}}.{form}", width=width, height=height)
        sizes = []
        for side in sides:
            if side == longest:
                sizes.append(self.photo_size(largest))
                continue
            scale = side / longest
            small = self._record(
                "photo", f"photos/file_{{n}}.{form}", 0, largest.unique_id + str(side),
                drawn_from=largest.file_id,
                width=max(1, round(width * scale)), height=max(1, round(height * scale)),
            )  # fmt: skip
            sizes.append(self.photo_size(small))
        return sizes

    def add_document(self, content: bytes, name: str, mime_type: str) -> Json:
        """Keep a document; the Bot API's Document."""
        if not content:
            raise bad_request("file must be non-empty")
        suffix = PurePath(name).suffix
        return self.document(
            self._add(content, "document", f"documents/file_{{n}}{suffix}", name=name, mime=mime_type)
        )

    def add_other(self, kind: str) -> Json:
        """A sticker or voice message of a person: ids only, with a byte for a body."""
        return self._add(b"\0", kind, f"{kind}s/file_{{n}}").file()

    def find(self, file_id: str, kind: str | None = None) -> FileRecord:
        """The file of an id. Raises Refusal when there is none or it is of another kind."""
        record = self.records.get(file_id)
        if record is None:
            raise bad_request(NOT_THERE)
        if kind is not None and record.kind != kind:
            raise bad_request(f"can't use file of type {KINDS[record.kind]} as {KINDS[kind]}")
        return record

    def by_path(self, path: str) -> FileRecord | None:
        """The file at the path that getFile told."""
        return next((one for one in self.records.values() if one.path == path), None)

    def sizes_of(self, record: FileRecord) -> list[Json]:
        """The whole PhotoSize list of a picture, whichever of its sizes is given."""
        origin = record.drawn_from or record.file_id
        family = [one for one in self.records.values() if origin in (one.file_id, one.drawn_from)]
        family = [one for one in family if max(one.width, one.height) <= SIDES[-1]]
        return [self.photo_size(one) for one in sorted(family, key=lambda one: one.width * one.height)]

    def read(self, record: FileRecord) -> bytes:
        """The bytes; a smaller size is drawn now."""
        if record.drawn_from:
            with Image.open(io.BytesIO(self.read(self.records[record.drawn_from]))) as picture:
                small = picture.resize((record.width, record.height))
                drawn = io.BytesIO()
                small.save(drawn, format=picture.format)
                return drawn.getvalue()
        if record.file_id in self._bytes:
            return self._bytes[record.file_id]
        place = self._place(record)
        if place is None or not place.exists():
            raise bad_request(NOT_THERE)
        return place.read_bytes()

    def photo_size(self, record: FileRecord) -> Json:
        """The Bot API's PhotoSize."""
        return {**record.file(), "width": record.width, "height": record.height}

    def document(self, record: FileRecord) -> Json:
        """The Bot API's Document."""
        return {"file_name": record.name, "mime_type": record.mime_type, **record.file()}

    def _add(
        self,
        content: bytes,
        kind: str,
        path: str,
        *,
        name: str = "",
        mime: str = "",
        width: int = 0,
        height: int = 0,
    ) -> FileRecord:
        unique = hashlib.sha256(content).hexdigest()[:12]
        record = self._record(
            kind, path, len(content), unique, name=name, mime_type=mime, width=width, height=height
        )
        place = self._place(record)
        if place is None:
            self._bytes[record.file_id] = content
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        return record

    def _record(
        self, kind: str, path: str, size: int, unique: str, *, name: str = "", mime_type: str = "",
        width: int = 0, height: int = 0, drawn_from: str = "",
    ) -> FileRecord:  # fmt: skip
        self.count += 1
        unique = f"AQAD{self.count:x}{unique}"
        record = FileRecord(
            f"AgACAgQAA{self.count:06x}{unique}", unique, kind, path.format(n=self.count), size,
            name, mime_type, width, height, drawn_from,
        )  # fmt: skip
        self.records[record.file_id] = record
        return record

    def _place(self, record: FileRecord) -> Path | None:
        return None if self._folder is None else self._folder / record.path
