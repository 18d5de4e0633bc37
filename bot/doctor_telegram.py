"""What `doctor` asks Telegram: the token, the webhook, the staff chat, and what time it is there.

Not here: this machine (doctor.py). aiogram stays unimported, it takes seconds.
"""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any, Final

from bot.bot_api import Answer, TelegramUnreachableError, call
from bot.findings import Finding, good, problem
from bot.settings import Settings
from storage.inspection import Inspection, StaffChat

_CLOCKS_DIFFER_SECONDS: Final = 30


async def ask_telegram(settings: Settings, inspection: Inspection | None, now: datetime) -> list[Finding]:
    """Everything that only Telegram knows; one finding when it can't be reached."""
    try:
        me = await call(settings, "getMe")
        findings = [_judge_token(me, settings)]
        if me.at is not None:
            findings.append(_judge_clock(me.at, now))
        if isinstance(me.result, dict):
            findings.append(_judge_webhook(await call(settings, "getWebhookInfo"), settings.webhook_url))
            chats = () if inspection is None else inspection.staff_chats
            findings += [one async for one in _look_at_chats(settings, me.result, chats)]
    except TelegramUnreachableError as error:
        step = "Look at the network, TELEGRAM_API and TELEGRAM_PROXY."
        return [problem("Telegram", f"it can't be reached ({error}).", step)]
    return findings


def _judge_token(me: Answer, settings: Settings) -> Finding:
    if isinstance(me.result, dict):
        return good("Token", f"it is the one of @{me.result.get('username')}.")
    step = "Ask @BotFather for the present one (/mybots, your bot, API Token) and put it into BOT_TOKEN."
    return problem("Token", f"{settings.telegram_api} does not know it ({me.description}).", step)


def _judge_clock(at: datetime, now: datetime) -> Finding:
    apart = abs((at - now).total_seconds())
    if apart > _CLOCKS_DIFFER_SECONDS:
        step = "Set the machine's clock by the network (NTP): codes and the day's end go by it."
        return problem("Clock", f"it is {apart:.0f} seconds from Telegram's.", step)
    return good("Clock", "it agrees with Telegram's.")


def _judge_webhook(answer: Answer, wanted: str | None) -> Finding:
    info = answer.result if isinstance(answer.result, dict) else {}
    found = info.get("url") or None
    if found == wanted:
        return _judge_posts(info) if wanted else good("Webhook", "none is set, as it should be.")
    if found is None:
        return problem("Webhook", "it is not set yet.", "Start the bot, which sets it; then look at its log.")
    if wanted is not None:
        step = "The next start puts WEBHOOK_URL in its place; another program that wants this bot loses it."
        return problem("Webhook", "another one than WEBHOOK_URL is set.", step)
    step = (
        "If it is this bot's own, of the time before WEBHOOK_URL was taken out of the settings, the next "
        "start takes it away. Else another program gets what is written to the bot: end it and call "
        "deleteWebhook."
    )
    return problem("Webhook", "one is set.", step)


def _judge_posts(info: dict[str, Any]) -> Finding:
    waiting, error = info.get("pending_update_count", 0), info.get("last_error_message")
    if waiting and error:
        step = "Look at the proxy or tunnel in front of the bot, and at HTTP_HOST and HTTP_PORT."
        return problem("Webhook", f"{waiting} updates wait, and Telegram can't post them ({error}).", step)
    return good("Webhook", f"it is set to WEBHOOK_URL; {waiting} updates wait.")


async def _look_at_chats(
    settings: Settings, me: dict[str, Any], chats: tuple[StaffChat, ...] | Any
) -> AsyncIterator[Finding]:
    for chat in chats:
        asked = {"chat_id": chat.chat_id, "user_id": me.get("id")}
        yield _judge_chat(chat, me, await call(settings, "getChatMember", asked))


def _judge_chat(chat: StaffChat, me: dict[str, Any], member: Answer) -> Finding:
    name = f"Staff chat {chat.title!r}"
    status = member.result.get("status") if isinstance(member.result, dict) else None
    if status in (None, "left", "kicked"):
        step = "Add the bot to the group again, or bind another one in /staff."
        return problem(name, f"the bot is not in it ({member.description or status}).", step)
    if status == "administrator" or me.get("can_read_all_group_messages") is True:
        return good(name, "the bot hears what is written there.")
    step = "Make the bot administrator of the group. Until then /confirm 418302 works there."
    return problem(name, "the bot hears only commands there.", step)
