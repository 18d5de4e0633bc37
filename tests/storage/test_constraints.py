"""Rules that the database itself enforces: who gets past the code is stopped here, loudly.

Not here: how the code keeps from ever getting here.
"""

import sqlite3
from collections.abc import Iterator

import pytest

from loyalty.ids import VisitId
from loyalty.people import Role
from loyalty.ports import Transaction
from loyalty.use_cases.screens import ReadCounter
from loyalty.visits import VisitState
from storage.transaction import StoredTransaction
from tests.counter import ANNA, BEN, LEO, MIA, Cafe


@pytest.fixture
async def busy_cafe(cafe: Cafe) -> Cafe:
    """A cafe with a filled card, a reward handed over, an open question, a live code, and cards on paper."""
    reward = await cafe.fills(MIA)
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    await cafe.offers(BEN, visit, reward)
    await cafe.undo_handover(BEN, reward)
    [again] = (await cafe.card(MIA)).rewards
    await cafe.offers(BEN, visit, again.id)
    undone = await cafe.stamps(LEO, 1)
    await cafe.undo_visit(BEN, undone)
    await cafe.shows(LEO)
    moving, lying = await cafe.prints(), await cafe.prints()
    await cafe.moves_to_telegram(LEO, moving)
    await cafe.scans_paper(BEN, lying)
    return cafe


@pytest.fixture
def raw(busy_cafe: Cafe) -> Iterator[sqlite3.Connection]:
    with busy_cafe.raw() as connection:
        connection.execute("PRAGMA recursive_triggers = ON")
        yield connection


def columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]


def copy_with(connection: sqlite3.Connection, table: str, where: str, changed: dict[str, object]) -> None:
    """Insert a row like the first one of the table, but for what is changed; the id is a new one."""
    names = [name for name in columns(connection, table) if name != "id" or "id" in changed]
    values = [f":{name}" if name in changed else name for name in names]
    chosen = f"SELECT {', '.join(values)} FROM {table} WHERE {where} LIMIT 1"
    inserted = connection.execute(f"INSERT INTO {table} ({', '.join(names)}) {chosen}", changed)
    assert inserted.rowcount == 1, "the story gave no such row to copy"


LIVE = "state = 'live'"


def another_scan(*, but: str) -> dict[str, object]:
    """Another customer's live scan that shares one thing with the first."""
    other: dict[str, object] = {"customer_id": 1, "secret_hash": "h", "code_hash": "c", "pair_code": "fox-10"}
    return {name: value for name, value in other.items() if name != but}


@pytest.mark.parametrize(
    ("table", "where", "changed", "rule"),
    [
        ("operations", "1", {}, "operations.op_key"),
        ("operations", "1", {"id": 1, "op_key": "new"}, "operations.id"),
        ("ledger_entries", "1", {}, "ledger_entries.operation_id, .*seq"),
        ("ledger_entries", "reverses IS NOT NULL", {"seq": 99}, "ledger_entries.reverses"),
        ("cards", "1", {}, "cards.customer_id, cards.scheme_id"),
        ("scans", LIVE, another_scan(but="customer_id"), "scans.customer_id"),
        ("scans", LIVE, another_scan(but="code_hash"), "scans.code_hash"),
        ("scans", LIVE, another_scan(but="pair_code"), "scans.pair_code"),
        ("scans", "state = 'used'", {}, "scans.secret_hash"),
        ("visits", "1", {}, "visits.scan_id"),
        ("rewards", "replaces IS NOT NULL", {}, "rewards.replaces"),
        ("handover_offers", "state = 'asked'", {}, "handover_offers.reward_id"),
        ("staff", "1", {}, "staff.telegram_id"),
        ("identities", "1", {}, "identities.kind, identities.external_id"),
        ("invites", "1", {}, "invites.secret_hash"),
        ("deliveries", "operation_id IS NOT NULL", {}, "deliveries.dedupe_key"),
        ("deliveries", "screen_id IS NOT NULL", {"dedupe_key": "new"}, "deliveries.screen_id"),
        ("programs", "1", {}, "programs.version"),
        ("paper_cards", "1", {"secret_hash": "h", "state": "replaced"}, "paper_cards.number"),
        ("paper_cards", "1", {"number": "n", "state": "replaced"}, "paper_cards.secret_hash"),
        ("paper_cards", "state = 'active'", {"number": "n", "secret_hash": "h"}, "paper_cards.customer_id"),
        ("visits", "paper_card_id IS NOT NULL AND state = 'open'", {}, "visits.paper_card_id"),
        ("moves", "1", {}, "moves.from_customer_id"),
    ],
)  # fmt: skip
def test_a_second_row_for_one_fact_is_refused(
    raw: sqlite3.Connection, table: str, where: str, changed: dict[str, object], rule: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=f"UNIQUE constraint failed: {rule}$"):
        copy_with(raw, table, where, changed)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE cards SET stamps = -1",
        "UPDATE cards SET points = -1",
        "UPDATE cards SET goal = 0",
        "UPDATE visits SET stamps = -1",
        "UPDATE visits SET adds = -1",
        "UPDATE visits SET practice = 2",
        "UPDATE customers SET visits = -1",
        "UPDATE customers SET practice = 2",
        "UPDATE rewards SET cost = -1",
        "UPDATE deliveries SET notice = 'x' WHERE screen_id IS NOT NULL",
        "UPDATE deliveries SET screen_id = NULL WHERE screen_id IS NOT NULL",
        "INSERT INTO installation (id, hash_key, created_at) VALUES (2, 'k', 0)",
    ],
)
def test_a_value_that_can_not_be_is_refused(raw: sqlite3.Connection, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK constraint failed"):
        raw.execute(statement)


def test_an_entry_of_nothing_is_refused(raw: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK constraint failed"):
        copy_with(raw, "ledger_entries", "1", {"seq": 99, "amount": 0})


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("scans", "state"), ("visits", "state"), ("rewards", "state"), ("handover_offers", "state"),
        ("invites", "state"), ("deliveries", "state"), ("deliveries", "lane"), ("staff", "role"),
        ("identities", "kind"), ("paper_cards", "state"),
    ],
)  # fmt: skip
def test_a_kind_or_state_that_nobody_knows_is_refused(
    raw: sqlite3.Connection, table: str, column: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY constraint failed"):
        raw.execute(f"UPDATE {table} SET {column} = 'dreaming'")


@pytest.mark.parametrize(
    "changed", [{"currency": "beans"}, {"kind": "wish"}, {"card_id": 404}, {"visit_id": 404}]
)
def test_an_entry_of_an_unknown_kind_currency_card_or_visit_is_refused(
    raw: sqlite3.Connection, changed: dict[str, object]
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY constraint failed"):
        copy_with(raw, "ledger_entries", "1", {"seq": 99, **changed})


def test_an_operation_of_an_unknown_kind_is_refused(raw: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY constraint failed"):
        copy_with(raw, "operations", "1", {"op_key": "new", "kind": "wish"})


@pytest.mark.parametrize("table", ["customers", "scans", "visits", "cards", "staff"])
def test_what_others_refer_to_can_not_be_deleted(raw: sqlite3.Connection, table: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY constraint failed"):
        raw.execute(f"DELETE FROM {table}")


@pytest.mark.parametrize("table", ["ledger_entries", "operations", "programs"])
@pytest.mark.parametrize("how", ["update", "delete", "replace", "replace on conflict", "upsert"])
async def test_history_is_append_only_on_our_own_connection(busy_cafe: Cafe, table: str, how: str) -> None:
    key = "version" if table == "programs" else "id"
    insert = f"INSERT INTO {table} SELECT * FROM {table}"
    change = {
        "update": f"UPDATE {table} SET created_at = created_at + 1",
        "delete": f"DELETE FROM {table} WHERE {key} = (SELECT MAX({key}) FROM {table})",
        "replace": f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
        "replace on conflict": f"REPLACE INTO {table} SELECT * FROM {table} LIMIT 1",
        "upsert": f"{insert} WHERE 1 ON CONFLICT DO UPDATE SET created_at = 0",
    }[how]

    def body(tx: StoredTransaction) -> None:
        tx.rows.change(change, {})

    before = busy_cafe.rows(f"SELECT * FROM {table}")
    with pytest.raises(sqlite3.IntegrityError, match=r"append-only|never changes"):
        await busy_cafe.database.write(body)
    assert busy_cafe.rows(f"SELECT * FROM {table}") == before


def test_a_number_where_a_text_belongs_is_refused(raw: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT"):
        raw.execute("UPDATE cards SET stamps = 'three'")


async def test_a_receipt_number_is_never_given_twice(busy_cafe: Cafe) -> None:
    assert "AUTOINCREMENT" in str(busy_cafe.rows("SELECT sql FROM sqlite_master WHERE name = 'operations'"))


async def test_a_second_caller_who_got_past_the_state_change_is_an_alarm(cafe: Cafe) -> None:
    """The state change lets one caller pass; one who gets past it all the same meets the key."""
    visit = await cafe.stamps(MIA, 1)
    with cafe.raw() as connection:
        connection.execute("UPDATE visits SET state = 'open' WHERE id = ?", (visit,))
    with pytest.raises(sqlite3.IntegrityError, match=r"operations\.op_key"):
        await cafe.confirm_visit(BEN, visit, stamps=1)
    facts = await ReadCounter(cafe.database)(visit)
    assert (facts.visit.state, facts.stamps, len(facts.operations)) == (VisitState.OPEN, 1, 1)


async def test_a_reward_handed_over_behind_the_back_of_its_state_is_an_alarm(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    await cafe.offers(BEN, visit, reward)
    with cafe.raw() as connection:
        connection.execute("UPDATE rewards SET state = 'issued'")
        connection.execute("UPDATE rewards SET redeemed_visit_id = NULL")
    with pytest.raises(sqlite3.IntegrityError, match=r"operations\.op_key"):
        await cafe.offers(BEN, visit, reward)


async def test_a_role_is_raised_and_never_lowered_by_a_second_invite(cafe: Cafe) -> None:
    def body(tx: Transaction) -> tuple[Role, Role]:
        return tx.people.add_staff(ANNA, Role.BARISTA).role, tx.people.add_staff(BEN, Role.MANAGER).role

    assert await cafe.database.write(body) == (Role.OWNER, Role.MANAGER)


async def test_what_is_missing_is_a_bug_and_says_so(cafe: Cafe) -> None:
    with pytest.raises(LookupError, match="no row"):
        await cafe.database.read(lambda tx: tx.visits.get(VisitId(404)))
