"""What a tap on the staff card is answered with: the sentence that one says aloud.

Not here: the card itself, which its redraw shows.
"""

from typing import assert_never

from handlers.drawings.limit_lines import say_asked_for
from handlers.drawings.phrases import name_item, say_left, say_points, say_progress, say_standing
from handlers.errors import word_refusal
from handlers.texts import Words
from loyalty.approvals import ApprovalFacts, ApprovalState
from loyalty.cards import CounterFacts
from loyalty.ids import StaffId
from loyalty.points import Bill
from loyalty.refusals import ApprovalOver, VisitOver
from loyalty.use_cases.visits.earning import Stamped
from loyalty.visits import VisitState


def word_stamped(stamped: Stamped, words: Words, *, me: StaffId | None) -> str:
    """After +1 or an add: "5 of 6, one to go", or which colleague was first (`me`: who tapped)."""
    visit = stamped.visit
    progress = say_given(stamped, words)
    if stamped.held is not None:
        progress = words.plain("toast-held", progress=progress, item=name_item(words, stamped.held))
    if visit.state is not VisitState.CONFIRMED:
        return word_refusal(VisitOver(visit.state), words)
    if not stamped.fresh and stamped.by_id != me:
        return words.plain("toast-somebody-first", by=stamped.by, progress=progress)
    if stamped.filled is not None:
        item = name_item(words, stamped.filled)
        return words.plain("toast-filled", rewards=stamped.rewards, item=item, progress=progress)
    return progress


def word_declined(facts: CounterFacts, words: Words) -> str:
    """After *not now*, or what became of the visit before."""
    if facts.visit.state is VisitState.DECLINED:
        return words.plain("toast-declined")
    return word_refusal(VisitOver(facts.visit.state), words)


def word_undone(facts: CounterFacts, words: Words) -> str:
    """After *undo*, whoever was first."""
    return words.plain("toast-undone", progress=say_standing(words, facts))


def word_given_back(facts: CounterFacts, words: Words) -> str:
    """After the undo of a handing over."""
    progress = say_progress(words, stamps=facts.stamps, goal=facts.goal)
    return words.plain("toast-handover-undone", progress=progress)


def word_decided(facts: ApprovalFacts, words: Words) -> str:
    """After a manager's word, whoever was first."""
    match facts.approval.state:
        case ApprovalState.GRANTED:
            return words.plain("toast-let-pass", what=say_asked_for(facts, words))
        case ApprovalState.REFUSED:
            return words.plain("toast-let-not-pass", what=say_asked_for(facts, words))
        case ApprovalState.ASKED | ApprovalState.LAPSED:
            return word_refusal(ApprovalOver(), words)
        case _:
            assert_never(facts.approval.state)


def _say_earned(bill: Bill, words: Words) -> str:
    if not bill.earned and not bill.spent:
        return words.plain("toast-bill-too-small")
    return words.plain("toast-bill", points=say_points(words, bill.earned))


def say_given(stamped: Stamped, words: Words) -> str:
    """Stamps as one says them aloud, and what the bill gave."""
    said = []
    if stamped.gives_stamps:
        said.append(say_progress(words, stamps=stamped.stamps, goal=stamped.goal))
    if stamped.bill is not None:
        said.append(_say_earned(stamped.bill, words))
        said += filter(None, [say_left(words, stamped.bill)])
    return " · ".join(said)
