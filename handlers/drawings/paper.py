"""Paper cards: what stands on one, what staff see of one, and the question to whoever opens its link.

Not here: how it looks on paper (pictures/print_cards.py) and visits opened by one (staff_card.py).
"""

from collections.abc import Sequence
from typing import assert_never

from handlers import callbacks
from handlers.drawings.phrases import name_item, say_progress, say_worth
from handlers.keyboards import ALONE
from handlers.names import on_staff_screens, shortened
from handlers.outgoing import Button, OutgoingMessage, Style
from handlers.pictures.print_text import PaperCardsText, PaperCardText
from handlers.texts import Html, Words
from loyalty.own_words import OwnWords
from loyalty.paper import PaperCardFacts, PaperOffer, PaperState, say_number
from loyalty.programs import Rules
from loyalty.use_cases.paper.cards import PaperOrder


def compose_paper_cards(order: PaperOrder, languages: tuple[Words, ...], *, bot_link: str) -> PaperCardsText:
    """Everything that stands on the cards, in one language or two."""

    spoken = [words.where(order.rules.collects) for words in languages]

    def said(key: str, between: str = " ") -> str:
        return between.join(dict.fromkeys(words.plain(key) for words in spoken))

    return PaperCardsText(
        cafe=order.rules.cafe,
        title=said("papercard-title", " · "),
        how=said("papercard-how"),
        move=said("papercard-move"),
        cards=tuple(
            PaperCardText(f"{bot_link}?start={card.payload}", say_number(card.card.number), card.name)
            for card in order.cards
        ),
        language=languages[0].language,
    )


def say_printed(order: PaperOrder, words: Words) -> Html:
    """Under the file: which cards these are, and that their link is nowhere else."""
    numbers = ", ".join(say_number(card.card.number) for card in order.cards)
    return words.say("papercard-printed", numbers=numbers)


def draw_paper_card(facts: PaperCardFacts, words: Words, *, manager: bool = False) -> OutgoingMessage:
    """A card with its buttons; a manager on the own phone can forget whose it is, once blocked."""
    lines = [_name(facts, words), _standing(facts, words), _state(facts, words)]
    if facts.card.state not in (PaperState.ACTIVE, PaperState.BLOCKED):
        return OutgoingMessage("\n".join(lines))
    replace = callbacks.ReplacePaper(card_id=facts.card.id, in_visit=False).pack()
    row = [Button(words.plain("button-paper-replace"), replace, Style.PRIMARY)]
    if facts.card.state is PaperState.ACTIVE:
        block = callbacks.BlockPaper(card_id=facts.card.id, in_visit=False).pack()
        row.append(Button(words.plain("button-paper-block"), block, Style.DANGER))
    rows = [tuple(row)]
    if facts.card.state is PaperState.ACTIVE and not facts.used:
        again = callbacks.ReprintPaper(card_id=facts.card.id).pack()
        rows.append((Button(words.plain("button-paper-reprint"), again),))
    if manager and facts.card.state is PaperState.BLOCKED:
        asked = callbacks.ForgetPaper(card_id=facts.card.id, sure=False).pack()
        rows.append((Button(words.plain("button-paper-forget"), asked),))
    return OutgoingMessage("\n".join(lines), tuple(rows), asks=True)


def draw_forget_question(facts: PaperCardFacts, words: Words) -> OutgoingMessage:
    """What is lost, and the one question."""
    sure = callbacks.ForgetPaper(card_id=facts.card.id, sure=True).pack()
    yes = Button(words.plain("button-paper-forget-yes"), sure, Style.DANGER)
    no = Button(words.plain("button-back"), callbacks.OpenPaper(card_id=facts.card.id).pack())
    lines = [_name(facts, words), _standing(facts, words), words.say("paper-forget-ask")]
    return OutgoingMessage("\n".join(lines), ((yes,), (no,)), asks=True)


def draw_paper_cards(found: Sequence[PaperCardFacts], words: Words, *, named: bool) -> OutgoingMessage:
    """The list in which a lost card is found, a button each."""
    if not found:
        return OutgoingMessage(words.say("papers-none-named" if named else "papers-none"))
    rows = tuple(
        (Button(_label(facts, words), callbacks.OpenPaper(card_id=facts.card.id).pack()),) for facts in found
    )
    return OutgoingMessage(words.say("papers-heading"), rows, asks=True)


def draw_paper_offer(offer: PaperOffer, words: Words) -> OutgoingMessage:
    """Move this card and all that is on it to your Telegram?"""
    number = say_number(offer.number)
    parts = _parts(
        words, offer.rules, stamps=offer.stamps, goal=offer.goal, rewards=offer.rewards, item=offer.item,
        points=offer.points,
    )  # fmt: skip
    lines = [words.say("papercard-offer", number=number, cafe=offer.rules.cafe), parts]
    agrees = callbacks.MovePaper(card_id=offer.card_id, agreed=True).pack()
    refuses = callbacks.MovePaper(card_id=offer.card_id, agreed=False).pack()
    yes = Button(words.plain("button-paper-move"), agrees, Style.SUCCESS)
    no = Button(words.plain("button-paper-keep"), refuses)
    return OutgoingMessage("\n".join([*lines, words.say("papercard-offer-ask")]), ((yes,), (no,)), asks=True)


def _name(facts: PaperCardFacts, words: Words) -> Html:
    number = say_number(facts.card.number)
    if not facts.customer_name:
        return words.say("papercard-heading", number=number)
    name = on_staff_screens(facts.customer_name, words.plain("guest"))
    return words.say("papercard-heading-named", number=number, name=name)


def _standing(facts: PaperCardFacts, words: Words) -> Html:
    return _parts(
        words, facts.rules, stamps=facts.stamps, goal=facts.goal, rewards=facts.rewards,
        item=facts.rules.item, points=facts.points,
    )  # fmt: skip


def _parts(
    words: Words, rules: Rules, *, stamps: int, goal: int, rewards: int, item: OwnWords, points: int
) -> Html:
    said = [say_progress(words, stamps=stamps, goal=goal)] if rules.gives_stamps else []
    if rewards:
        said.append(words.plain("reward-count", count=rewards, item=name_item(words, item)))
    if rules.gives_points or points:
        said.append(say_worth(words, points, rules.currency))
    return words.say("papercard-standing", parts=" · ".join(said))


def _state(facts: PaperCardFacts, words: Words) -> Html:
    day, time, by = facts.issued_at.date(), f"{facts.issued_at:%H:%M}", facts.ended_by
    if facts.ended_at is not None:
        day, time = facts.ended_at.date(), f"{facts.ended_at:%H:%M}"
    match facts.card.state:
        case PaperState.ACTIVE:
            used = "yes" if facts.used else "no"
            return words.say("papercard-active", day=day, by=facts.issued_by, used=used)
        case PaperState.BLOCKED:
            return words.say("papercard-blocked", day=day, time=time, by=by or words.plain("somebody"))
        case PaperState.REPLACED:
            return words.say("papercard-replaced", day=day, time=time, by=by or words.plain("somebody"))
        case PaperState.MOVED:
            return words.say("papercard-moved", day=day, time=time)
        case _:
            assert_never(facts.card.state)


def _label(facts: PaperCardFacts, words: Words) -> str:
    number = say_number(facts.card.number)
    name = on_staff_screens(facts.customer_name, "") if facts.customer_name else ""
    blocked = words.plain("papers-blocked") if facts.card.state is PaperState.BLOCKED else ""
    return shortened(" · ".join(part for part in (number, blocked, name) if part), ALONE)
