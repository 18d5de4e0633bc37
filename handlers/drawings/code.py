"""A customer's code: as it is shown, and what its messages say once it is over.

Not here: the secrets' life (loyalty/scans.py) and the QR itself (pictures/qr.py).
"""

from typing import assert_never

from handlers.drawings.phrases import name_item, say_bill, say_pair_code, say_progress
from handlers.outgoing import OutgoingMessage
from handlers.texts import Html, Words
from loyalty import scans
from loyalty.cards import CodeFacts
from loyalty.queue import KeptOut, TooOftenAbsent, TooSoon
from loyalty.scans import ScanState
from loyalty.use_cases.visits.codes import ShownCode
from loyalty.visits import VisitState

_LIFE_MINUTES = int(scans.LIFE.total_seconds()) // 60


def draw_live_code(code: ShownCode, words: Words) -> OutgoingMessage:
    """Pair code and six digits: enough when the picture never arrives. Sent once, never drawn again."""
    digits = f"{code.typed_code[:3]} {code.typed_code[3:]}"
    lines = [words.say("code-live", pair=say_pair_code(words, code.pair_code), digits=digits), ""]
    if code.item is not None:
        lines.append(words.say("code-reward", item=name_item(words, code.item)))
    if code.spending:
        lines.append(words.say("code-spending", cap=code.cap))
    lines.append(words.say("code-validity", minutes=_LIFE_MINUTES))
    if code.queued:
        lines.append(words.say("code-queued"))
    if code.kept_out is not None:
        lines += ["", _say_kept_out(code.kept_out, words)]
    return OutgoingMessage("\n".join(lines))


def _say_kept_out(why: KeptOut, words: Words) -> Html:
    match why:
        case TooSoon(seconds=seconds):
            return words.say("code-too-soon", seconds=seconds)
        case TooOftenAbsent():
            return words.say("code-too-often-absent")
        case _:
            assert_never(why)


def draw_code(facts: CodeFacts, words: Words) -> OutgoingMessage | None:
    """What became of the code; None while it is live, because only its first message holds the secrets."""
    match facts.scan.state:
        case ScanState.LIVE:
            return None
        case ScanState.USED:
            line = _say_visit(facts, words)
        case ScanState.EXPIRED:
            line = words.say("code-ran-out")
        case ScanState.VOID:
            line = words.say("code-moved" if facts.moved else "code-void")
        case ScanState.ABSENT:
            line = words.say("code-absent")
        case _:
            assert_never(facts.scan.state)
    return OutgoingMessage("\n".join([say_pair_code(words, facts.scan.pair_code), line]))


def draw_code_picture(facts: CodeFacts, words: Words) -> OutgoingMessage | None:
    """The caption under the QR once it is over; None while it is live."""
    match facts.scan.state:
        case ScanState.LIVE:
            return None
        case ScanState.USED if not _came_to_nothing(facts):
            return OutgoingMessage(words.say("code-picture-used"), caption=True)
        case ScanState.USED | ScanState.EXPIRED | ScanState.VOID | ScanState.ABSENT:
            return OutgoingMessage(words.say("code-picture-over"), caption=True)
        case _:
            assert_never(facts.scan.state)


def _came_to_nothing(facts: CodeFacts) -> bool:
    """The visit was put aside or ran out, so that *used* would not be true."""
    if facts.visit is None or facts.joined_at is not None:
        return False
    return facts.visit.state in (VisitState.DECLINED, VisitState.EXPIRED)


def _say_visit(facts: CodeFacts, words: Words) -> Html:
    progress = say_progress(words, stamps=facts.stamps, goal=facts.goal)
    state = facts.visit.state if facts.visit else VisitState.OPEN
    match state:
        case VisitState.OPEN:
            return words.say("code-opened", by=facts.staff_name)
        case VisitState.CONFIRMED:
            if facts.bill is not None and not facts.gives_stamps:
                return words.say("code-confirmed-bill", bill=say_bill(words, facts.bill), by=facts.staff_name)
            if not facts.filled:
                return words.say("code-confirmed", progress=progress, by=facts.staff_name)
            item, by = name_item(words, facts.item), facts.staff_name
            return words.say("code-confirmed-full", rewards=facts.filled, item=item, progress=progress, by=by)
        case VisitState.DECLINED if facts.joined_at is not None:
            time = f"{facts.joined_at.hour}:{facts.joined_at:%M}"
            return words.say("code-joined", time=time, progress=progress, by=facts.staff_name)
        case VisitState.DECLINED:
            return words.say("code-declined", by=facts.staff_name)
        case VisitState.EXPIRED:
            return words.say("code-visit-ran-out")
        case VisitState.UNDONE if not facts.gives_stamps:
            return words.say("code-undone-bill", by=facts.staff_name)
        case VisitState.UNDONE:
            return words.say("code-undone", by=facts.staff_name, progress=progress)
        case _:
            assert_never(state)
