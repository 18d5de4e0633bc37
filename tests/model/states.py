"""Which state may become which; looked at after every step.

Not here: why a state changes.
"""

from tests.counter import Cafe

_MAY_BECOME = {
    "scans": {"live": {"used", "expired", "void", "absent"}},
    "visits": {"open": {"confirmed", "declined", "expired"}, "confirmed": {"undone"}},
    "rewards": {"issued": {"redeemed", "cancelled", "expired"}},
    "handover_offers": {"asked": {"agreed", "refused", "lapsed"}},
    "approvals": {"asked": {"granted", "refused", "lapsed"}},
    "sale_codes": {"live": {"used", "expired", "void"}},
}
_BEGINS_AS = {
    "scans": "live",
    "visits": "open",
    "rewards": "issued",
    "handover_offers": "asked",
    "approvals": "asked",
    "sale_codes": "live",
}


class States:
    """The states as they were seen last."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, object], object] = {}

    def look(self, cafe: Cafe) -> None:
        """Fail for a change that is not allowed."""
        for table, allowed in _MAY_BECOME.items():
            for number, state in cafe.rows(f"SELECT id, state FROM {table}"):
                was = self.known.get((table, number), _BEGINS_AS[table])
                assert state == was or state in allowed.get(str(was), set()), (
                    f"{table} {number}: {was} -> {state}"
                )
                self.known[table, number] = state
