"""The owner's page of what goes out by itself: which are on, what they say and bring, and what came of it.

Not here: how a customer reads them (standing.py), and broadcasts (run_list.py).
"""

from collections.abc import Mapping, Sequence
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
    MilestoneTerms,
    Post,
    ReminderTerms,
    WelcomeTerms,
    WinBackTerms,
)
from loyalty.own_words import OwnWords
from loyalty.programs import Rules
from loyalty.standing import GIVEN, StandingFacts
from loyalty.standing_times import Timing, bounds_of, hour_of, timings_of, value_of
from loyalty.use_cases.campaigns.standing import StandingView, Switched

_DAYS: Final = (0, 3, 7, 14, 30)
_IN_A_ROW: Final = 4
_A_DAY: Final = date(2027, 1, 1)
"""On which the reader of a sample reads it."""
CHOICES: Final[Mapping[Timing, Sequence[int]]] = {
    Timing.WELCOME_DAYS: (3, 5, 7, 10, 14, 21, 30),
    Timing.LEAST_DAYS: (7, 10, 14, 21, 30, 45, 60),
    Timing.AWAY_DAYS: (14, 21, 30, 45, 60, 90),
    Timing.COOL_DOWN: (30, 45, 60, 90, 120, 180),
}
"""What can be set by a tap, in days; the birthday's hour is any that is open."""
_BETWEEN: Final = "\n\n"


def draw_standing_list(switches: Mapping[CampaignKind, Switched], words: Words) -> OutgoingMessage:
    """All of them, each with a button."""
    lines = [words.say("standing-heading"), words.say("standing-how")]
    rows = [
        (
            Button(
                words.plain("button-standing", kind=kind.value, on=switch.value),
                callbacks.OpenStanding(kind=kind).pack(),
            ),
        )
        for kind, switch in switches.items()
    ]
    rows.append((Button(words.plain("button-standing-runs"), callbacks.OpenRuns().pack()),))
    return OutgoingMessage(_BETWEEN.join(lines), tuple(rows))


def draw_standing(view: StandingView, words: Words, texts: Texts) -> OutgoingMessage:
    """One of them: when it goes out, what comes with it, what came of it."""
    lines = [
        _say_name(view, words),
        _say_when(view, words),
        *_say_reward(view, words),
        *_say_results(view, words),
    ]
    return OutgoingMessage(
        _BETWEEN.join(lines), (*_word_rows(view, words, texts), *_setting_rows(view, words))
    )


def draw_timing(view: StandingView, timing: Timing, words: Words) -> OutgoingMessage:
    """What one part of its timing can be; what it is now stands among the choices in any case."""
    now = value_of(view.campaign.terms, timing)
    allowed = bounds_of(timing, view.rules)
    choices = sorted({now, *(value for value in CHOICES.get(timing, allowed) if value in allowed)})
    buttons = [
        Button(
            f"{value}:00" if timing is Timing.HOUR else str(value),
            callbacks.SetTiming(timing=timing, value=value).pack(),
            Style.PRIMARY if value == now else Style.PLAIN,
        )
        for value in choices
    ]
    rows = [tuple(buttons[start : start + _IN_A_ROW]) for start in range(0, len(buttons), _IN_A_ROW)]
    back = callbacks.OpenStanding(kind=view.campaign.kind).pack()
    text = [_say_name(view, words), _say_when(view, words), words.say("standing-timing", timing=timing.value)]
    return OutgoingMessage(
        _BETWEEN.join(text), (*rows, (Button(words.plain("button-standing-back"), back),)), asks=True
    )


def draw_usual_words(kind: CampaignKind, words: Words) -> OutgoingMessage:
    """Our words again? Asked once: the own ones are gone then."""
    yes = callbacks.TakeUsualWords(kind=kind, sure=True).pack()
    back = callbacks.OpenStanding(kind=kind).pack()
    rows = (
        (Button(words.plain("button-standing-usual-yes"), yes, Style.DANGER),),
        (Button(words.plain("button-standing-back"), back),),
    )
    return OutgoingMessage(words.say("standing-usual-ask"), rows, asks=True)


def draw_same_gift(kind: CampaignKind, language: str, words: Words) -> OutgoingMessage:
    """What it brings, asked for in a further language; or the same words stand there."""
    question = words.say("standing-ask-gift", language=words.language_names.get(language, language))
    same = Button(words.plain("button-draft-same-words"), callbacks.KeepSameGift(kind=kind).pack())
    return OutgoingMessage(question, ((same,),))


def draw_reading(view: StandingView, words: Words, texts: Texts) -> OutgoingMessage:
    """Its words in every language, as they will arrive; only who has them before the eyes switches it on."""
    kind = view.campaign.kind
    lines = [_say_name(view, words), words.say("standing-read")]
    for language in view.languages:
        spoken = texts.in_language(texts.choose(language))
        lines.append(Html(f"— {words.language_names.get(language, language)} —"))
        lines += _say_arriving(view, language, words, spoken)
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


def _say_arriving(view: StandingView, language: str, words: Words, spoken: Words) -> list[Html]:
    """Its words, what else can stand around them, and which buttons are below: nothing arrives unread."""
    kind, sample = view.campaign.kind, draw_sample(view, language, spoken)
    lines = [Html(sample.text)]
    other = _other_facts(view.campaign, spoken)
    if other is not None:
        around = complete(Post(language, ""), kind, other, spoken).text
        lines.append(words.say("standing-instead", kind=kind.value, line=Html(around)))
    if sample.rows:
        labels = ", ".join(button.label for row in sample.rows for button in row)
        lines.append(words.say("standing-below", labels=labels))
    return lines


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
    return words.say("standing-one", kind=view.campaign.kind.value, on=view.switch.value)


def _say_when(view: StandingView, words: Words) -> Html:
    terms = view.campaign.terms
    away = terms if isinstance(terms, WinBackTerms) else WinBackTerms()
    return words.say(
        "standing-when",
        kind=view.campaign.kind.value,
        hour=f"{hour_of(terms, view.rules)}:00",
        days=terms.days if isinstance(terms, WelcomeTerms) else away.days,
        least=away.least_days,
        cool=away.cool_down,
    )


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


def _word_rows(view: StandingView, words: Words, texts: Texts) -> Rows:
    """Words in each language; a way back to ours while own ones stand."""
    kind = view.campaign.kind
    usual = callbacks.TakeUsualWords(kind=kind, sure=False).pack()
    own = {post.language: post.text for post in view.campaign.posts} != usual_words(kind, texts)
    back = ((Button(words.plain("button-standing-usual"), usual),),) if own else ()
    rows = tuple(
        (
            Button(
                words.plain("button-standing-words", language=words.language_names.get(language, language)),
                callbacks.WriteStandingWords(kind=kind, language=language).pack(),
            ),
        )
        for language in view.languages
    )
    return (*rows, *back)


def _setting_rows(view: StandingView, words: Words) -> Rows:
    kind, terms, rows = view.campaign.kind, view.campaign.terms, []
    if kind is not CampaignKind.REMINDER:
        gift = callbacks.ChooseStandingGift(kind=kind).pack()
        rows.append((Button(words.plain("button-standing-gift"), gift),))
    for timing in timings_of(kind):
        if not bounds_of(timing, view.rules):
            continue
        label = words.plain("button-timing", timing=timing.value)
        rows.append((Button(label, callbacks.OpenTiming(timing=timing).pack()),))
    if isinstance(terms, BirthdayTerms):
        label = words.plain("button-leap-day", march="yes" if terms.leap_on_march else "no")
        rows.append((Button(label, callbacks.SetLeapDay(on_march=not terms.leap_on_march).pack()),))
    if view.switch is Switched.ON:
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
    """What a reader might read: their tenth visit, two weeks of a gift, a full card that waits."""
    terms, offer = campaign.terms, campaign.offer
    if campaign.kind is CampaignKind.REMINDER:
        return StandingFacts(items=(rules.item,))
    visits = terms.cups[0] if isinstance(terms, MilestoneTerms) and terms.cups else 0
    if offer is None or campaign.kind not in GIVEN:
        return StandingFacts(visits=visits)
    return StandingFacts(visits=visits, items=(offer.item,), until=_A_DAY + timedelta(days=offer.days))


def _other_facts(campaign: Campaign, spoken: Words) -> StandingFacts | None:
    """What another reader reads in its place: of a full year, of the end of a gift."""
    if isinstance(campaign.terms, MilestoneTerms):
        return StandingFacts(years=1)
    if isinstance(campaign.terms, ReminderTerms):
        gift = OwnWords.of({spoken.language: spoken.plain("standing-gift-placeholder")})
        return StandingFacts(items=(gift,), until=_A_DAY + timedelta(days=min(campaign.terms.before)))
    return None


def usual_words(kind: CampaignKind, texts: Texts) -> dict[str, str]:
    """What we would say, in every language that we speak."""
    return {
        language: texts.in_language(language).say("standing-words", kind=kind.value)
        for language in texts.languages
    }
