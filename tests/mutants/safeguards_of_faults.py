"""Safeguards against faults of Telegram and of the machine, as docs/threats.md lists them.

Not here: what people try (safeguards_of_people.py), and the rows themselves (safeguards_of_rows.py).
"""

from tests.mutants.mutation import Mutation

_INBOX = ("tests/bot/test_inbox.py",)
_SENDING = ("tests/bot/test_sending_over_http.py",)
_RECEIVING = ("tests/bot/test_receiving_over_http.py",)
_CHATS = ("tests/use_cases/test_staff_chats.py",)

FAULTS = (
    Mutation(
        "whatever still fits on a full disk says that all is well",
        "bot/patience.py",
        "        if not self._refused:\n",
        "        if True:\n",
        ("tests/bot/test_health.py",),
    ),
    Mutation(
        "whoever asks for health reads an error's own text",
        "bot/database_look.py",
        "return self._complain(known if is_storage_fault(error) else BROKEN, error)",
        "return self._complain(str(error), error)",
        ("tests/bot/test_health.py",),
    ),
    Mutation(
        "one person's updates are handled at once",
        "bot/inbox.py",
        "        key = raw.order_key\n",
        "        key = (raw.update_id, 0)\n",
        _INBOX,
    ),
    Mutation(
        "a wait that Telegram asked for is forgotten",
        "loyalty/use_cases/house/sending.py",
        "                tx.deliveries.pause_chat(delivery.chat_id, until)\n",
        "                pass\n",
        ("tests/storage/test_deliveries.py", *_SENDING),
    ),
    Mutation(
        "a wait for one campaign message holds up no other",
        "loyalty/use_cases/house/sending.py",
        "                tx.deliveries.pause_lane(delivery.lane, until)\n",
        "                pass\n",
        _SENDING,
    ),
    Mutation(
        "a wait uses an attempt",
        "loyalty/use_cases/house/sending.py",
        'error="asked to wait", count_attempt=False',
        'error="asked to wait", count_attempt=True',
        _SENDING,
    ),
    Mutation(
        "pauses of a wrong clock stay",
        "storage/pauses.py",
        'self._rows.change("DELETE FROM chat_pauses WHERE paused_until > :longest", longest)',
        "pass",
        ("tests/storage/test_deliveries.py",),
    ),
    Mutation(
        "who blocked the bot is not marked",
        "bot/sender.py",
        "lost = fault is Fault.UNREACHABLE or delivery.chat_id < 0",
        "lost = delivery.chat_id < 0",
        _SENDING,
    ),
    Mutation(
        "blocking is not noticed by itself",
        "handlers/customer/leaving.py",
        'await note_unreachable(TelegramId(event.chat.id), "blocked")',
        "pass",
        ("tests/handlers/test_conversations.py",),
    ),
    Mutation(
        "a group's new id is not followed by the old group's message",
        "handlers/middlewares/groups.py",
        "            return await follow_group(here, ChatId(event.migrate_to_chat_id))",
        "            return await handler(event, data)",
        ("tests/handlers/test_queue_conversations.py",),
    ),
    Mutation(
        "a group's new id is not followed by the new group's message",
        "handlers/middlewares/groups.py",
        "            return await follow_group(ChatId(event.migrate_from_chat_id), here)",
        "            return await handler(event, data)",
        ("tests/handlers/test_queue_conversations.py",),
    ),
    Mutation(
        "a group's new id is not followed by the error",
        "bot/sender.py",
        "        await self._insist(lambda: self._care.follow_group(delivery.chat_id, new))\n",
        "",
        ("tests/bot/test_moved_group.py",),
    ),
    Mutation(
        "an unknown supergroup is left though it may be the staff chat",
        "bot/foreign_chats.py",
        "                if await self._is_ours(chat):",
        "                if False:",
        ("tests/bot/test_moved_group.py",),
    ),
    Mutation(
        "a view that was deleted is an error",
        "handlers/sending.py",
        "not in (Fault.NOT_MODIFIED, Fault.MESSAGE_GONE)",
        "not in (Fault.NOT_MODIFIED,)",
        ("tests/journeys/test_bad_day.py",),
    ),
    Mutation(
        "a tap answered too late is an error",
        "handlers/sending.py",
        "        if classify(error) is not Fault.QUERY_TOO_OLD:\n            raise\n",
        "        raise\n",
        ("tests/handlers/test_conversations.py",),
    ),
    Mutation(
        "a screen that is gone is not drawn afresh",
        "bot/drawing.py",
        "            if fault is Fault.MESSAGE_GONE:\n                return False\n",
        "",
        _SENDING,
    ),
    Mutation(
        "owners do not hear that the staff chat is lost",
        "loyalty/use_cases/staff/staff_chats.py",
        '    _tell_owners(tx, StaffChatLost(bound.title), f"staff-chat-lost:{bound.id}")\n',
        "",
        _CHATS,
    ),
    Mutation(
        "a bare start brings no queue",
        "handlers/customer/start.py",
        '    if command.command == "start":',
        "    if False:",
        ("tests/journeys/test_lost_starts.py",),
    ),
    Mutation(
        "an outage gives no time back",
        "bot/app.py",
        "        await self._patience.insist(machinery.presence.begin)"
        "  # before anything that waited is handled\n",
        "",
        ("tests/journeys/test_away.py",),
    ),
    Mutation(
        "a revoked token is asked with for ever",
        "bot/poller.py",
        "        if answer.error_code == 401:",
        "        if answer.error_code == 4010:",
        _RECEIVING,
    ),
    Mutation(
        "another copy is not named",
        "bot/poller.py",
        "            return ANOTHER_COPY",
        '            return ""',
        _RECEIVING,
    ),
    Mutation(
        "a line that is down uses attempts up",
        "bot/sender.py",
        "            case Fault.NO_CONNECTION | Fault.TOKEN_REVOKED | Fault.CONFLICT:",
        "            case Fault.TOKEN_REVOKED | Fault.CONFLICT:",
        _SENDING,
    ),
    Mutation(
        "the proxy is not used",
        "bot/telegram_session.py",
        "proxy=None if proxy is None else proxy.get_secret_value(),",
        "proxy=None,",
        ("tests/bot/test_proxy.py",),
    ),
    Mutation(
        "a picture that fails takes the card with it",
        "handlers/album.py",
        '            log.warning("picture_failed", picture=key, error=type(error).__name__)\n'
        "            await send(bot, chat_id, text)",
        "            raise",
        ("tests/handlers/test_sent_pictures.py",),
    ),
    Mutation(
        "a tick that is late is left out",
        "bot/scheduler.py",
        '"misfire_grace_time": None',
        '"misfire_grace_time": 1',
        ("tests/bot/test_scheduler.py",),
    ),
    Mutation(
        "markup that can't be read is not sent again",
        "bot/plain_words.py",
        "            if classify(error) is not Fault.BAD_MARKUP:\n                raise",
        "            raise",
        ("tests/bot/test_plain_words.py",),
    ),
    Mutation(
        "a campaign message with an unknown end is repeated",
        "bot/sender.py",
        "            case Fault.UNCERTAIN if delivery.lane is Lane.BULK:",
        "            case Fault.UNCERTAIN if False:",
        _SENDING,
    ),
    Mutation(
        "thirty messages go in one burst",
        "bot/pacing.py",
        "max(self._next_at, self._now() - self._late) + self._space",
        "max(self._next_at, self._now() - 1.0) + self._space",
        ("tests/bot/test_pacing.py",),
    ),
    Mutation(
        "a restart gives a group a fresh burst",
        "bot/app.py",
        "            chats.recall(chat_id, ago.total_seconds())",
        "            pass",
        _SENDING,
    ),
    Mutation(
        "the days of summer time have 24 hours",
        "loyalty/days.py",
        "    return Day(when, _begin(when, rules), _begin(when + timedelta(days=1), rules))",
        "    return Day(when, _begin(when, rules), _begin(when, rules) + timedelta(days=1))",
        ("tests/loyalty/test_days.py",),
    ),
)
