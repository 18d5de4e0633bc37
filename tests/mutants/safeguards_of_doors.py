"""Safeguards where updates come in, and what takes each of them away: the webhook, the poll, the inbox.

Not here: rules (safeguards_of_rules.py) and rows (safeguards_of_rows.py).
"""

from tests.mutants.mutation import Mutation

_WEBHOOK = ("tests/bot/test_webhook.py",)

DOORS = (
    Mutation(
        "a post is answered 200 though the disk refused it",
        "bot/webhook.py",
        '            _log.warning("update_not_kept", problem=str(error))\n            return LATER',
        '            _log.warning("update_not_kept", problem=str(error))\n            return TAKEN',
        _WEBHOOK,
    ),
    Mutation(
        "whoever finds the port may post",
        "bot/webhook.py",
        "        return hmac.compare_digest(given, self._terms.secret.encode())",
        "        return True",
        _WEBHOOK,
    ),
    Mutation(
        "a strange header is a crash",
        "bot/webhook.py",
        '        given = (secret or "").encode("utf-8", "surrogateescape")\n'
        "        return hmac.compare_digest(given, self._terms.secret.encode())",
        '        return hmac.compare_digest(secret or "", self._terms.secret)',
        _WEBHOOK,
    ),
    Mutation(
        "the poll takes any webhook away",
        "bot/own_webhook.py",
        "        if not info.url or not await self._is_ours(info):",
        "        if not info.url:",
        ("tests/bot/test_receiving_over_http.py",),
    ),
    Mutation(
        "the webhook is set at each start",
        "bot/own_webhook.py",
        "        if info.url == terms.url and told == terms.digest():",
        "        if not terms.url:",
        _WEBHOOK,
    ),
    Mutation(
        "a posted update handled without being kept",
        "bot/inbox.py",
        "self._hand_out([raw], begun, await self._patience.attempt(KEEPING, lambda: self._keep(kept)))",
        "self._hand_out([raw], begun, [raw.update_id])",
        _WEBHOOK,
    ),
)
