"""Safeguards against customers, staff and strangers, as docs/threats.md lists them.

Not here: limits and corrections (safeguards_of_rules.py), and faults (safeguards_of_faults.py).
"""

from tests.mutants.mutation import Mutation

_INBOX = ("tests/bot/test_inbox.py",)
_RECEIVING = ("tests/bot/test_receiving_over_http.py",)
_CHATS = ("tests/use_cases/test_staff_chats.py",)
_STAFFING = ("tests/use_cases/test_staffing.py", "tests/use_cases/test_leaving.py")

PEOPLE = (
    Mutation(
        "a flood fills the memory",
        "bot/inbox.py",
        "len(line) >= MOST_OF_ONE",
        "len(line) >= 10**9",
        _INBOX,
    ),
    Mutation(
        "a flood keeps its place",
        "bot/inbox.py",
        "comes_again = bool(line and self._without_place)",
        "comes_again = False",
        _INBOX,
    ),
    Mutation(
        "foreign groups are not left",
        "bot/foreign_chats.py",
        "                await self.bot.leave_chat(chat.chat_id)\n",
        "                pass\n",
        ("tests/bot/test_moved_group.py", "tests/journeys/test_staff_chat.py"),
    ),
    Mutation(
        "anybody of staff binds the staff chat",
        "loyalty/use_cases/staff/staff_chats.py",
        "            owner = require_owner(tx, person)\n            bound",
        "            owner = tx.people.find_owners()[0]\n            bound",
        _CHATS,
    ),
    Mutation(
        "whoever was removed works here still",
        "storage/people.py",
        'f"SELECT {STAFF} FROM staff WHERE telegram_id = :telegram_id AND removed_at IS NULL"',
        'f"SELECT {STAFF} FROM staff WHERE telegram_id = :telegram_id"',
        _STAFFING,
    ),
    Mutation(
        "who writes as the group is somebody",
        "handlers/middlewares/actor.py",
        "    return message.sender_chat is not None or user is None or user.id == ANONYMOUS_ADMIN",
        "    return user is None",
        ("tests/handlers/test_conversations.py",),
    ),
    Mutation(
        "emoji stay in names on staff screens",
        "handlers/names.py",
        "if char.isspace() or _belongs(char))",
        "if True)",
        ("tests/handlers/test_names.py",),
    ),
    Mutation(
        "bidi marks stay in names",
        "handlers/names.py",
        "for char in text if not _is_hidden(char)))",
        "for char in text))",
        ("tests/handlers/test_names.py",),
    ),
    Mutation(
        "an invite lets in without the owner",
        "loyalty/use_cases/staff/staffing.py",
        "    if invite.created_by is None:\n",
        "    if True:\n",
        ("tests/use_cases/test_staffing.py",),
    ),
    Mutation(
        "a barista decides who works here",
        "loyalty/use_cases/staff/staffing.py",
        "    owner = require_owner(tx, person)\n    invite",
        "    owner = tx.people.find_owners()[0]\n    invite",
        ("tests/handlers/test_stolen_buttons.py",),
    ),
    Mutation(
        "somebody else agrees for the customer",
        "loyalty/use_cases/rewards/offers.py",
        "    if visit.customer_id != customer.id:",
        "    if False:",
        ("tests/handlers/test_stolen_buttons.py", "tests/use_cases/test_handovers.py"),
    ),
    Mutation(
        "a barista stamps the own card",
        "loyalty/use_cases/staff/authority.py",
        "    if is_own(tx, staff.telegram_id, customer_id):\n        return True\n",
        "",
        ("tests/use_cases/test_opening.py", "tests/use_cases/test_own_visits.py"),
    ),
    Mutation(
        "whatever a link says is looked up",
        "loyalty/secrets.py",
        "    match = _PAYLOAD.fullmatch(text)",
        "    match = _PAYLOAD.match(text)",
        ("tests/loyalty/test_secrets.py",),
    ),
    Mutation(
        "any number of wrong codes",
        "loyalty/use_cases/visits/opening.py",
        "if len(times) >= WRONG_CODES else None",
        "if False else None",
        ("tests/use_cases/test_opening.py",),
    ),
    Mutation(
        "secrets stay in the log",
        "bot/log_setup.py",
        "        line = redact(super().format(record)).translate(VISIBLE)",
        "        line = super().format(record).translate(VISIBLE)",
        ("tests/bot/test_log_setup.py",),
    ),
    Mutation(
        "a name breaks the log's line",
        "bot/log_setup.py",
        "        line = redact(super().format(record)).translate(VISIBLE)",
        "        line = redact(super().format(record))",
        ("tests/bot/test_log_setup.py",),
    ),
    Mutation(
        "whoever asked for it is forgotten by a restore",
        "bot/restore.py",
        "                await database.write(lambda tx, one=one: self._erase(tx, one))\n",
        "                pass\n",
        ("tests/bot/test_restore.py",),
    ),
    Mutation(
        "a second process runs on the same data",
        "bot/data_dir_lock.py",
        "            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)\n",
        "            pass\n",
        ("tests/bot/test_control.py", "tests/bot/test_process.py"),
    ),
    Mutation(
        "copies leave the machine unlocked",
        "bot/sealing.py",
        "    sealed = pyrage.passphrase.encrypt(packed, passphrase)",
        "    sealed = packed",
        ("tests/bot/test_backups.py",),
    ),
    Mutation(
        "the account that a card was moved from is not forgotten",
        "loyalty/use_cases/customers/erasing.py",
        "        _erase_left(tx, one, name)\n",
        "",
        ("tests/use_cases/test_forgetting_moved.py",),
    ),
    Mutation(
        "a stolen account takes from backups what moved on",
        "loyalty/erasures.py",
        "self.after is None or not customer or self.after <= since",
        "True",
        ("tests/bot/test_restore_forgotten.py",),
    ),
    Mutation(
        "letters have no limit",
        "loyalty/use_cases/customers/letters.py",
        "    if len(times_written(tx, customer_id)) < MOST_AN_HOUR:",
        "    if True:",
        ("tests/use_cases/test_letters.py",),
    ),
    Mutation(
        "everybody on the machine gives commands",
        "bot/control.py",
        "os.umask(_OWNER_ONLY)",
        "os.umask(0)",
        ("tests/bot/test_control.py",),
    ),
    Mutation(
        "links that let somebody in stay in the inbox",
        "bot/raw_updates.py",
        'return isinstance(text, str) and text.startswith("/start")',
        "return False",
        ("tests/bot/test_raw_updates.py", *_RECEIVING),
    ),
)
