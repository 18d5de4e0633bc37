"""For whom a post is: conditions to tap with what they would reach, and everybody, asked once more.

Not here: the words of a condition (segment_words.py) and the draft's own page (broadcast.py).
"""

from handlers import callbacks
from handlers.callbacks import DraftQuestion
from handlers.drawings.broadcast import back, say_aim
from handlers.labels import ALONE, SHARED
from handlers.names import shortened
from handlers.outgoing import Button, OutgoingMessage, Rows, Style
from handlers.segment_words import BOUNDED, BY_WORD, say_condition, words_of
from handlers.texts import Html, Words
from loyalty.ids import CampaignId
from loyalty.ports import Audience
from loyalty.segments import CameBy, Condition, Speaks, Voiced
from loyalty.use_cases.campaigns.draft_reading import PickerFacts

_SAVED = 6
"""Saved segments on offer."""
_BOUNDS = (
    (DraftQuestion.VISITS, "button-segment-visits"),
    (DraftQuestion.SPENT, "button-segment-spent"),
    (DraftQuestion.LAST_VISIT, "button-segment-last"),
)


def draw_people(facts: PickerFacts, words: Words) -> OutgoingMessage:
    """Every condition with how many would be meant with it on, those that are on with a mark."""
    draft = facts.draft.campaign
    rows = [*_condition_rows(facts, words), *_bound_rows(facts, words), *_voiced_rows(facts, words)]
    for saved in facts.saved[:_SAVED]:
        use = callbacks.UseSegment(campaign_id=draft.id, segment_id=saved.id).pack()
        label = shortened(words.plain("button-segment-saved", name=saved.name), SHARED)
        forget = callbacks.ForgetSegment(campaign_id=draft.id, segment_id=saved.id).pack()
        rows.append((Button(label, use), Button(words.plain("button-segment-forget"), forget)))
    if draft.segment:
        ask = callbacks.AskDraft(campaign_id=draft.id, what=DraftQuestion.NAME).pack()
        rows.append((Button(words.plain("button-segment-save"), ask),))
    lines = [words.say("draft-people-page"), Html(""), *say_aim(facts.draft, words)]
    return OutgoingMessage("\n".join(lines), (*rows, (back(draft.id, words),)), asks=True)


def draw_everybody(draft_id: CampaignId, audience: Audience, words: Words) -> OutgoingMessage:
    """Asks once more: how many, who gets nothing and why; there is no yes to nobody."""
    lines = [words.say("draft-everybody-page", people=audience.total, reached=audience.reached)]
    if skipped := say_obstacles(audience, words):
        lines.append(words.say("draft-everybody-skipped", skipped=skipped))
    yes = callbacks.AimAtEverybody(campaign_id=draft_id).pack()
    rows: Rows = ((back(draft_id, words),),)
    if audience.reached:
        rows = ((Button(words.plain("button-everybody-yes"), yes, Style.PRIMARY),), *rows)
    return OutgoingMessage("\n".join(lines), rows, asks=True)


def say_obstacles(audience: Audience, words: Words) -> str:
    """Who gets nothing and why: "9 muted, 4 unreachable"; empty when everybody gets it."""
    return ", ".join(
        words.plain("obstacle", why=why.value, count=count)
        for why, count in audience.obstacles.items()
        if count
    )


def _condition_rows(facts: PickerFacts, words: Words) -> list[tuple[Button, ...]]:
    draft_id = facts.draft.campaign.id
    rows: list[tuple[Button, ...]] = []
    for word in words_of(facts.draft.rules):
        data = callbacks.ToggleWord(campaign_id=draft_id, word=word).pack()
        rows.append((_toggle(BY_WORD[word], data, facts, words),))
    for condition in facts.counts:
        if isinstance(condition, Speaks):
            data = callbacks.ToggleLanguage(campaign_id=draft_id, language=condition.language).pack()
            rows.append((_toggle(condition, data, facts, words),))
    for sign in facts.signs:
        data = callbacks.ToggleSign(campaign_id=draft_id, sign_id=sign.id).pack()
        rows.append((_toggle(CameBy(sign.name), data, facts, words),))
    return rows


def _bound_rows(facts: PickerFacts, words: Words) -> Rows:
    """What is typed: how many visits, how much money, how long ago; what holds now has a mark."""
    draft_id, rules = facts.draft.campaign.id, facts.draft.rules
    asked = [(what, key) for what, key in _BOUNDS if rules.gives_points or what is not DraftQuestion.SPENT]
    rows = []
    for what, key in asked:
        data = callbacks.AskDraft(campaign_id=draft_id, what=what).pack()
        held = next((one for one in facts.draft.campaign.segment if isinstance(one, BOUNDED[what])), None)
        if held is None:
            rows.append((Button(words.plain(key), data),))
        else:
            said = words.plain("button-segment-bound", condition=say_condition(held, rules, words))
            rows.append((Button(shortened(said, ALONE), data, Style.SUCCESS),))
    return tuple(rows)


def _voiced_rows(facts: PickerFacts, words: Words) -> Rows:
    """The cell of the matrix that the post was begun for in /voice: it can be taken off here."""
    draft = facts.draft.campaign
    drop = callbacks.DropVoiced(campaign_id=draft.id).pack()
    held = [one for one in draft.segment if isinstance(one, Voiced)]
    said = [say_condition(one, facts.draft.rules, words) for one in held]
    labels = [words.plain("button-segment-bound", condition=one) for one in said]
    return tuple((Button(shortened(label, ALONE), drop, Style.SUCCESS),) for label in labels)


def _toggle(condition: Condition, data: str, facts: PickerFacts, words: Words) -> Button:
    on = condition in facts.draft.campaign.segment
    said = say_condition(condition, facts.draft.rules, words)
    key = "button-segment-on" if on else "button-segment"
    label = words.plain(key, condition=said, people=facts.counts.get(condition, 0))
    return Button(shortened(label, ALONE), data, Style.SUCCESS if on else Style.PLAIN)
