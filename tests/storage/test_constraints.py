"""Rules that the database itself enforces: who gets past the code is stopped here, loudly.

Not here: how the code keeps from ever getting here.
"""

import sqlite3
from collections.abc import Iterator

import pytest

from loyalty.ids import MessageId, VisitId
from loyalty.people import Cause, Role
from loyalty.ports import Transaction
from loyalty.segments import Lost
from loyalty.use_cases.campaigns.wishes import SetWish
from loyalty.use_cases.house.screens import ReadCounter
from loyalty.visits import VisitState
from loyalty.wishes import Purpose
from storage.transaction import StoredTransaction
from tests import databases
from tests.counter import ANNA, BEN, CARA, LEO, MIA, Cafe, private, secret_of
from tests.use_cases.tickets import complains


@pytest.fixture
async def busy_cafe(cafe: Cafe) -> Cafe:
    """A cafe with a filled card, a reward handed over, an open question, a live code, and cards on paper."""
    await cafe.join(MIA)
    for _ in range(3):  # under the third receipt offers are asked for
        await cafe.stamps(LEO, 1)
        cafe.later(days=1)
    reward = await cafe.fills(MIA)
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    await cafe.offers(BEN, visit, reward)
    await cafe.undo_handover(BEN, reward)
    [again] = (await cafe.card(MIA)).rewards
    await cafe.offers(BEN, visit, again.id)
    undone = await cafe.stamps(LEO, 1)
    await cafe.undo_visit(BEN, undone)
    await cafe.shows(LEO)
    await cafe.collect_sale_code(LEO, (await cafe.sells(CARA, 1)).secret)
    await cafe.show_sale_code(BEN, chat_id=private(BEN), cause=Cause(private(BEN), MessageId(1)), stamps=1)
    sheet = await cafe.print_vouchers(ANNA, 2, cause=None)
    await cafe.collect_voucher(LEO, secret_of(sheet.payloads[0]))
    moving, lying = await cafe.prints(), await cafe.prints()
    await cafe.moves_to_telegram(LEO, moving)
    await cafe.scans_paper(BEN, lying)
    await SetWish(cafe.database)(LEO, Purpose.OFFERS, on=False, language="en")
    await cafe.database.write(
        lambda tx: tx.segments.save("Away", (Lost(),), by=tx.people.find_owners()[0].id)
    )
    await complains(cafe, number=600)
    return cafe


@pytest.fixture
def raw(busy_cafe: Cafe) -> Iterator[sqlite3.Connection]:
    with busy_cafe.raw() as connection:
        if not databases.on_postgres():
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
        ("operations", "true", {}, "operations.op_key"),
        ("operations", "true", {"id": 1, "op_key": "new"}, "operations.id"),
        ("ledger_entries", "true", {}, "ledger_entries.operation_id, .*seq"),
        ("ledger_entries", "reverses IS NOT NULL", {"seq": 99}, "ledger_entries.reverses"),
        ("cards", "true", {}, "cards.customer_id, cards.scheme_id"),
        ("scans", LIVE, another_scan(but="customer_id"), "scans.customer_id"),
        ("scans", LIVE, another_scan(but="code_hash"), "scans.code_hash"),
        ("scans", LIVE, another_scan(but="pair_code"), "scans.pair_code"),
        ("scans", "state = 'used'", {}, "scans.secret_hash"),
        ("visits", "scan_id IS NOT NULL", {}, "visits.scan_id"),
        ("rewards", "replaces IS NOT NULL", {}, "rewards.replaces"),
        ("handover_offers", "state = 'asked'", {}, "handover_offers.reward_id"),
        ("sale_codes", LIVE, {"secret_hash": "new", "cause_chat": None}, "sale_codes.staff_id"),
        ("sale_codes", LIVE, {"staff_id": 1, "secret_hash": "new"}, "sale_codes.cause_chat, .*message"),
        ("sale_codes", "state = 'used'", {}, "sale_codes.secret_hash"),
        ("visits", "sale_code_id IS NOT NULL", {}, "visits.sale_code_id"),
        ("visits", "voucher_id IS NOT NULL", {}, "visits.voucher_id"),
        ("vouchers", "true", {"number": 9}, "vouchers.secret_hash"),
        ("vouchers", "true", {"secret_hash": "new"}, "vouchers.sheet_id, vouchers.number"),
        ("staff", "true", {}, "staff.telegram_id"),
        ("identities", "true", {}, "identities.kind, identities.external_id"),
        ("invites", "true", {}, "invites.secret_hash"),
        ("deliveries", "operation_id IS NOT NULL", {}, "deliveries.dedupe_key"),
        ("deliveries", "screen_id IS NOT NULL", {"dedupe_key": "new"}, "deliveries.screen_id"),
        ("programs", "true", {}, "programs.version"),
        ("paper_cards", "true", {"secret_hash": "h", "state": "replaced"}, "paper_cards.number"),
        ("paper_cards", "true", {"number": "n", "state": "replaced"}, "paper_cards.secret_hash"),
        ("paper_cards", "state = 'active'", {"number": "n", "secret_hash": "h"}, "paper_cards.customer_id"),
        ("visits", "paper_card_id IS NOT NULL AND state = 'open'", {}, "visits.paper_card_id"),
        ("moves", "true", {}, "moves.from_customer_id"),
        ("tickets", "true", {}, "tickets.letter_id"),
        ("questions", "true", {"kind": "offers"}, "questions.customer_id, questions.day"),
        ("wishes", "true", {"state": "granted"}, "wishes.customer_id, wishes.purpose"),
        ("segments", "true", {}, "segments.name"),
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
        "UPDATE sale_codes SET stamps = -1",
        "UPDATE sale_codes SET stamps = 0",
        "UPDATE sale_codes SET amount = 0",
        "UPDATE voucher_sheets SET slips = 0",
        "UPDATE vouchers SET number = 0",
        "UPDATE vouchers SET voided_at = 1 WHERE collected_at IS NOT NULL",
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
        copy_with(raw, "ledger_entries", "true", {"seq": 99, "amount": 0})


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("scans", "state"), ("visits", "state"), ("rewards", "state"), ("handover_offers", "state"),
        ("invites", "state"), ("deliveries", "state"), ("deliveries", "lane"), ("staff", "role"),
        ("identities", "kind"), ("sale_codes", "state"), ("paper_cards", "state"),
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
        copy_with(raw, "ledger_entries", "true", {"seq": 99, **changed})


def test_an_operation_of_an_unknown_kind_is_refused(raw: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY constraint failed"):
        copy_with(raw, "operations", "true", {"op_key": "new", "kind": "wish"})


@pytest.mark.parametrize(
    "table", ["customers", "scans", "visits", "cards", "staff", "sale_codes", "vouchers", "voucher_sheets"]
)
def test_what_others_refer_to_can_not_be_deleted(raw: sqlite3.Connection, table: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY constraint failed"):
        raw.execute(f"DELETE FROM {table}")


@pytest.mark.parametrize("table", ["ledger_entries", "operations", "programs"])
@pytest.mark.parametrize(
    "how",
    [
        "update", "delete", "upsert",
        pytest.param("replace", marks=pytest.mark.sqlite_only("REPLACE is SQLite's")),
        pytest.param("replace on conflict", marks=pytest.mark.sqlite_only("REPLACE is SQLite's")),
        pytest.param("truncate", marks=pytest.mark.postgres_only("TRUNCATE is PostgreSQL's")),
    ],
)  # fmt: skip
async def test_history_is_append_only_on_our_own_connection(busy_cafe: Cafe, table: str, how: str) -> None:
    key = "version" if table == "programs" else "id"
    insert = f"INSERT INTO {table} SELECT * FROM {table}"
    change = {
        "update": f"UPDATE {table} SET created_at = created_at + 1",
        "delete": f"DELETE FROM {table} WHERE {key} = (SELECT MAX({key}) FROM {table})",
        "replace": f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
        "replace on conflict": f"REPLACE INTO {table} SELECT * FROM {table} LIMIT 1",
        "upsert": f"{insert} WHERE true ON CONFLICT ({key}) DO UPDATE SET created_at = 0",
        "truncate": f"TRUNCATE {table} CASCADE",
    }[how]

    def body(tx: StoredTransaction) -> None:
        tx.rows.change(change, {})

    before = busy_cafe.rows(f"SELECT * FROM {table}")
    with pytest.raises(databases.INTEGRITY_ERRORS, match=r"append-only|never changes"):
        await busy_cafe.database.write(body)
    assert busy_cafe.rows(f"SELECT * FROM {table}") == before


@pytest.mark.sqlite_only("a column of PostgreSQL has its type anyway")
def test_a_number_where_a_text_belongs_is_refused(raw: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT"):
        raw.execute("UPDATE cards SET stamps = 'three'")


@pytest.mark.sqlite_only("a sequence of PostgreSQL never goes back")
async def test_the_number_of_a_receipt_or_a_sheet_is_never_given_twice(busy_cafe: Cafe) -> None:
    for table in ("operations", "voucher_sheets"):
        made = busy_cafe.rows("SELECT sql FROM sqlite_master WHERE name = ?", table)
        assert "AUTOINCREMENT" in str(made)


async def test_a_second_caller_who_got_past_the_state_change_is_an_alarm(cafe: Cafe) -> None:
    """The state change lets one caller pass; one who gets past it all the same meets the key."""
    visit = await cafe.stamps(MIA, 1)
    with cafe.raw() as connection:
        connection.execute("UPDATE visits SET state = 'open' WHERE id = ?", (visit,))
    with pytest.raises(databases.INTEGRITY_ERRORS, match=r"operations[._]op_key"):
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
    with pytest.raises(databases.INTEGRITY_ERRORS, match=r"operations[._]op_key"):
        await cafe.offers(BEN, visit, reward)


async def test_a_role_is_raised_and_never_lowered_by_a_second_invite(cafe: Cafe) -> None:
    def body(tx: Transaction) -> tuple[Role, Role]:
        return tx.people.add_staff(ANNA, Role.BARISTA).role, tx.people.add_staff(BEN, Role.MANAGER).role

    assert await cafe.database.write(body) == (Role.OWNER, Role.MANAGER)


async def test_what_is_missing_is_a_bug_and_says_so(cafe: Cafe) -> None:
    with pytest.raises(LookupError, match="no row"):
        await cafe.database.read(lambda tx: tx.visits.get(VisitId(404)))
