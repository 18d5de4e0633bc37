"""Aspects of a visit as rows: the owner's list.

Not here: which of them is whose turn (loyalty/responses.py).
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from loyalty.ids import AspectId, CustomerId
from loyalty.own_words import OwnWords
from loyalty.ports import Aspects
from loyalty.responses import Aspect
from storage.facts import decode_words
from storage.rows import Row, Rows, from_micros
from storage.whose_rows import OF_CUSTOMER

_COLUMNS = "id, name, asked"


class StoredAspects(Aspects):
    """Table `aspects`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def find_asked(self) -> Sequence[Aspect]:
        rows = self._rows.all(f"SELECT {_COLUMNS} FROM aspects WHERE asked = 1 ORDER BY place, id", {})
        return [_aspect(row) for row in rows]

    def find(self, aspect_id: AspectId) -> Aspect | None:
        row = self._rows.find(f"SELECT {_COLUMNS} FROM aspects WHERE id = :id", {"id": aspect_id})
        return _aspect(row) if row else None

    def add(self, name: OwnWords) -> AspectId:
        row = self._rows.get(
            """
            INSERT INTO aspects (name, place, created_at)
            SELECT :name, COALESCE(MAX(place), 0) + 1, :now FROM aspects WHERE 1 = 1 RETURNING id
            """,
            {"name": _encode(name), "now": self._rows.now_micros},
        )
        return AspectId(row["id"])

    def rename(self, aspect_id: AspectId, name: OwnWords) -> None:
        self._rows.change(
            "UPDATE aspects SET name = :name WHERE id = :id", {"id": aspect_id, "name": _encode(name)}
        )

    def take_off(self, aspect_id: AspectId) -> None:
        self._rows.change("UPDATE aspects SET asked = 0 WHERE id = :id", {"id": aspect_id})

    def last_asked(self, customer_id: CustomerId) -> Mapping[AspectId, datetime]:
        rows = self._rows.all(
            f"""
            SELECT i.aspect_id, MAX(i.invited_at) AS at
            FROM invitations i WHERE i.customer_id IN {OF_CUSTOMER} AND i.aspect_id IS NOT NULL
            GROUP BY i.aspect_id
            """,
            {"customer": customer_id},
        )
        return {AspectId(row["aspect_id"]): from_micros(row["at"]) for row in rows}


def _encode(name: OwnWords) -> str:
    return json.dumps(dict(name.by_language), ensure_ascii=False)


def _aspect(row: Row) -> Aspect:
    return Aspect(AspectId(row["id"]), decode_words(row["name"]), bool(row["asked"]))
