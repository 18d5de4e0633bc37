"""The owner's page of what goes out by itself: which are on, what they say and bring, and what came of it.

Not here: how a customer reads them (standing.py), and broadcasts (run_list.py).
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from handlers import callbacks
from handlers.callbacks import GiftWish
from handlers.drawings.phrases import name_item
from handlers.drawings.post import draw_post
from handlers.drawings.standing import complete
from handlers.labels import ALONE
from handlers.names import shortened
from handlers.outgoing import Button, OutgoingMessage, Rows, Style
from handlers.texts import Html, Texts, Words
from loyalty.campaigns import (
    PURPOSES,
    BirthdayTerms,
    Campaign,
    CampaignKind,
    CampaignState,
    MilestoneTerms,
    Post,
    ReminderTerms,
)
from loyalty.programs import Rules
from loyalty.standing import GIVEN, HOUR, StandingFacts
from loyalty.use_cases.campaigns.standing import StandingView

_DAYS: Final = (0, 3, 7, 14, 30)
_BETWEEN: Final = "\n\n"


def draw_standing_list(states: Mapping[CampaignKind, CampaignState], words: Words) -> OutgoingMessage:
    """All of them, each with a button."""
    lines = [words.say("standing-heading"), words.say("standing-how")]
    rows = [
        (
            Button(
                words.plain("button-standing", kind=kind.value, on="yes" if _is_on(state) else "no"),
                callbacks.OpenStanding(kind=kind).pack(),
            ),
        )
        for kind, state in states.items()
    ]
    rows.append((Button(words.plain("button-standing-runs"), callbacks.OpenRuns().pack()),))
    return OutgoingMessage(_BETWEEN.join(lines), tuple(rows))


def draw_standing(view: StandingView, words: Words) -> OutgoingMessage:
    """One of them: when it goes out, what comes with it, what came of it."""
    kind = view.campaign.kind
    lines = [
        _say_name(view, words),
        words.say("standing-when", kind=kind.value, hour=f"{HOUR}:00"),
        *_say_reward(view, words),
        *_say_results(view, words),
    ]
    return OutgoingMessage(_BETWEEN.join(lines), (*_word_rows(view, words), *_setting_rows(view, words)))


def draw_reading(view: StandingView, words: Words, texts: Texts) -> OutgoingMessage:
    """Its words in every language, as they will arrive; only who has them before the eyes switches it on."""
    kind = view.campaign.kind
    lines = [_say_name(view, words), words.say("standing-read")]
    for language in view.languages:
        spoken = texts.in_language(texts.choose(language))
        lines.append(Html(f"— {words.language_names.get(language, language)} —"))
        lines.append(Html(draw_sample(view, language, spoken).text))
    lines += _say_reward(view, words)
    on = callbacks.SwitchStanding(kind=kind, on=True, read=view.words).pack()
    back = callbacks.OpenStanding(kind=kind).pack()
    return OutgoingMessage(
        _BETWEEN.join(lines),
        (
            (Button(words.plain("button-standing-on"), on, Style.SUCCESS),),
            (Button(words.plain("button-standing-back"), back),),
        ),
    )


def draw_sample(view: StandingView, language: str, spoken: Words) -> OutgoingMessage:
    """As a customer gets it, with buttons that only say what they will do."""
    campaign = view.campaign
    post = campaign.said_in(language, view.rules.language) or Post(language, "")
    kind, offer = campaign.kind, None if campaign.kind in GIVEN else campaign.offer
    return draw_post(
        complete(post, kind, _sample_facts(campaign, view.rules), spoken),
        spoken,
        offer=offer,
        purpose=PURPOSES[kind],
        sample=callbacks.SampleStanding().pack(),
    )


def draw_gift_choice(view: StandingView, words: Words) -> OutgoingMessage:
    """What comes with it, and for how long."""
    campaign = view.campaign
    rows = [(_gift(campaign.kind, GiftWish.NONE, words.plain("button-gift-none")),)]
    usual = shortened(words.plain("button-gift-usual", item=words.own(view.rules.item)), ALONE)
    rows.append((_gift(campaign.kind, GiftWish.USUAL, usual),))
    rows.append((_gift(campaign.kind, GiftWish.OWN, words.plain("button-gift-own")),))
    if campaign.offer is not None:
        rows += [(_days(campaign, days, words),) for days in _DAYS]
    back = callbacks.OpenStanding(kind=campaign.kind).pack()
    rows.append((Button(words.plain("button-standing-back"), back),))
    if view.to_read_again:
        rows.append(_read_row(view, words))
    return OutgoingMessage(_BETWEEN.join([_say_name(view, words), *_say_reward(view, words)]), tuple(rows))


def _say_name(view: StandingView, words: Words) -> Html:
    on = "yes" if _is_on(view.campaign.state) else "again" if view.to_read_again else "no"
    return words.say("standing-one", kind=view.campaign.kind.value, on=on)


def _read_row(view: StandingView, words: Words) -> tuple[Button]:
    read = callbacks.ReadStandingWords(kind=view.campaign.kind).pack()
    return (Button(words.plain("button-standing-read"), read, Style.PRIMARY),)


def _say_reward(view: StandingView, words: Words) -> list[Html]:
    campaign, offer = view.campaign, view.campaign.offer
    if campaign.kind is CampaignKind.REMINDER:
        return [words.say("standing-reminders")]
    if offer is None:
        return [words.say("standing-no-gift")]
    item = name_item(words, offer.item)
    how = "card" if campaign.kind in GIVEN else "tap"
    lines = [words.say("standing-gift", item=item, days=offer.days, how=how)]
    if not view.reminds and offer.days > min(ReminderTerms().before):
        lines.append(words.say("standing-stays", days=min(ReminderTerms().before)))
    return lines


def _say_results(view: StandingView, words: Words) -> list[Html]:
    if view.campaign.approved_at is None:
        return []
    came = view.results
    lines = [words.say("standing-sent", sent=came.sent, unknown=came.unknown, failed=came.failed)]
    if view.campaign.offer is not None or came.given:
        lines.append(words.say("standing-given", given=came.given, redeemed=came.redeemed))
    lines.append(words.say("standing-visits", visits=came.visits))
    return [Html("\n".join(lines))]


def _word_rows(view: StandingView, words: Words) -> Rows:
    kind = view.campaign.kind
    return tuple(
        (
            Button(
                words.plain("button-standing-words", language=words.language_names.get(language, language)),
                callbacks.WriteStandingWords(kind=kind, language=language).pack(),
            ),
        )
        for language in view.languages
    )


def _setting_rows(view: StandingView, words: Words) -> Rows:
    kind, terms, rows = view.campaign.kind, view.campaign.terms, []
    if kind is not CampaignKind.REMINDER:
        gift = callbacks.ChooseStandingGift(kind=kind).pack()
        rows.append((Button(words.plain("button-standing-gift"), gift),))
    if isinstance(terms, BirthdayTerms):
        label = words.plain("button-leap-day", march="yes" if terms.leap_on_march else "no")
        rows.append((Button(label, callbacks.SetLeapDay(on_march=not terms.leap_on_march).pack()),))
    if _is_on(view.campaign.state):
        off = callbacks.SwitchStanding(kind=kind, on=False).pack()
        rows.append((Button(words.plain("button-standing-off"), off, Style.DANGER),))
    else:
        rows.append(_read_row(view, words))
    rows.append((Button(words.plain("button-standing-list"), callbacks.OpenStandingList().pack()),))
    return tuple(rows)


def _gift(kind: CampaignKind, wish: GiftWish, label: str) -> Button:
    return Button(label, callbacks.SetStandingGift(kind=kind, wish=wish).pack())


def _days(campaign: Campaign, days: int, words: Words) -> Button:
    chosen = campaign.offer is not None and campaign.offer.days == days
    data = callbacks.SetStandingDays(kind=campaign.kind, days=days).pack()
    return Button(words.plain("button-gift-days", days=days), data, Style.PRIMARY if chosen else Style.PLAIN)


def _sample_facts(campaign: Campaign, rules: Rules) -> StandingFacts:
    """What a reader might read: their tenth visit, two weeks of a gift."""
    terms, offer = campaign.terms, campaign.offer
    until = date(2027, 1, 1) + timedelta(days=offer.days if offer else 3)
    if campaign.kind is CampaignKind.REMINDER:
        return StandingFacts(items=(rules.item,), until=until)
    visits = terms.cups[0] if isinstance(terms, MilestoneTerms) and terms.cups else 0
    if offer is None or campaign.kind not in GIVEN:
        return StandingFacts(visits=visits)
    return StandingFacts(visits=visits, items=(offer.item,), until=until)


def _is_on(state: CampaignState) -> bool:
    return state is CampaignState.ON


def usual_words(kind: CampaignKind, texts: Texts) -> dict[str, str]:
    """What we would say, in every language that we speak."""
    return {
        language: texts.in_language(language).say("standing-words", kind=kind.value)
        for language in texts.languages
    }
