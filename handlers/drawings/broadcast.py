"""A post that an owner writes: where its draft stands, and the pages of its words, its offer and its end.

Not here: for whom it is (broadcast_people.py), the look before it goes out (preflight.py), and the post
itself (post.py).
"""

from typing import assert_never

from babel.dates import get_day_names

from handlers import callbacks
from handlers.callbacks import DraftQuestion, DraftView, SegmentWord
from handlers.drawings.phrases import name_item
from handlers.labels import ALONE
from handlers.names import in_one_line, shortened
from handlers.outgoing import Button, OutgoingMessage, Rows, Style
from handlers.segment_words import say_segment
from handlers.sentences import locale_of
from handlers.texts import Html, Texts, Words
from loyalty import days, posts
from loyalty.campaigns import (
    MOST_OFFERS,
    BroadcastTerms,
    Campaign,
    OwnQuestionTerms,
    PostOffer,
    RecurringTerms,
)
from loyalty.ids import CampaignId
from loyalty.own_questions import LONGEST_CHOICE
from loyalty.programs import LONGEST_NAME, LONGEST_WORDS, Rules
from loyalty.use_cases.campaigns.draft_reading import DraftFacts

_DAYS = (0, 3, 7, 14, 30)
_LIMITS = (0, 10, 20, 50, 100)
_ALSO = 4
"""Further languages on offer."""
_FIRST_LINE = 60
"""Characters of a post that tell which one it is."""


def draw_draft(facts: DraftFacts, words: Words) -> OutgoingMessage:
    """Where it stands, and what is to be done next."""
    draft, question = facts.campaign, isinstance(facts.terms, OwnQuestionTerms)
    lines = [words.say("question-heading" if question else "draft-heading"), Html("")]
    lines += [*_say_beginning(facts, words), say_versions(draft, words), *_say_links(draft, words)]
    if draft.offer is not None:
        lines.append(_say_offer(draft.offer, words))
    lines += say_answers(facts, words)
    lines += [*say_aim(facts, words), *say_plan(facts, words)]
    return OutgoingMessage("\n".join(lines), _rows(facts, words), asks=True)


def draw_words_page(facts: DraftFacts, words: Words, texts: Texts) -> OutgoingMessage:
    """Each version, to be written anew or dropped, and the languages without one."""
    draft, rows = facts.campaign, []
    written = [post.language for post in draft.posts]
    for language in written:
        name, ids = _name(language, words), {"campaign_id": draft.id, "language": language}
        rows.append([Button(words.plain("button-draft-write-in", language=name),
                            callbacks.WriteVersion(**ids).pack())])  # fmt: skip
        if len(written) > 1:
            drop = callbacks.DropVersion(**ids).pack()
            rows.append([Button(words.plain("button-draft-drop-version", language=name), drop)])
    for language in further_languages(facts, texts):
        data = callbacks.WriteVersion(campaign_id=draft.id, language=language).pack()
        rows.append([Button(words.plain("button-draft-also", language=_name(language, words)), data)])
    usual = draft.said_in(facts.rules.language, facts.rules.language)
    said = words.say("draft-words-page", language=_name(usual.language if usual else "", words))
    fitting = tuple(tuple(_fit(one) for one in row) for row in rows)
    return OutgoingMessage(said, (*fitting, (back(draft.id, words),)), asks=True)


def further_languages(facts: DraftFacts, texts: Texts) -> list[str]:
    """The cafe's languages and those of most customers, as long as they have no version."""
    rules = facts.rules
    spoken = sorted(facts.spoken, key=lambda one: (-facts.spoken[one], one))
    wanted = dict.fromkeys([rules.language, rules.second_language, *spoken])
    written = {post.language for post in facts.campaign.posts}
    return [one for one in wanted if one in texts.languages and one not in written][:_ALSO]


def draw_offer_page(facts: DraftFacts, words: Words) -> OutgoingMessage:
    """What can be taken, for how long, how many in all."""
    draft = facts.campaign
    if draft.offer is None:
        return OutgoingMessage(words.say("draft-offer-none"), ((back(draft.id, words),),), asks=True)
    offer, lines = draft.offer, [_say_offer(draft.offer, words), words.say("draft-offer-page")]

    def choice(label: str, days_wanted: int, limit: int) -> Button:
        data = callbacks.SetOffer(campaign_id=draft.id, days=days_wanted, limit=limit).pack()
        on = (days_wanted, limit) == (offer.days, offer.limit)
        return Button(label, data, Style.PRIMARY if on else Style.PLAIN)

    by_day = [choice(words.plain("button-offer-days", days=one), one, offer.limit) for one in _DAYS]
    limits = sorted({*_LIMITS, offer.limit})
    by_limit = [choice(words.plain("button-offer-limit", limit=one), offer.days, one) for one in limits]
    other = callbacks.AskDraft(campaign_id=draft.id, what=DraftQuestion.LIMIT).pack()
    by_limit.append(Button(words.plain("button-offer-other-limit"), other))
    ask = callbacks.AskDraft(campaign_id=draft.id, what=DraftQuestion.ITEM).pack()
    drop = callbacks.DropOffer(campaign_id=draft.id).pack()
    rows: Rows = (
        *pairs(by_day), *pairs(by_limit),
        (Button(words.plain("button-offer-item"), ask),), (Button(words.plain("button-offer-none"), drop),),
        (back(draft.id, words),),
    )  # fmt: skip
    return OutgoingMessage("\n\n".join(lines), rows, asks=True)


def draw_throw(draft: Campaign, words: Words) -> OutgoingMessage:
    """Asks once."""
    yes = callbacks.ThrowAway(campaign_id=draft.id).pack()
    rows = ((Button(words.plain("button-draft-throw-yes"), yes, Style.DANGER),), (back(draft.id, words),))
    question = isinstance(draft.terms, OwnQuestionTerms)
    return OutgoingMessage(
        words.say("question-throw-ask" if question else "draft-throw-ask"), rows, asks=True
    )


def draw_thrown(draft: Campaign, words: Words) -> OutgoingMessage:
    """It is gone; another one can be begun."""
    again = Button(words.plain("button-another-post"), callbacks.BeginPost().pack())
    if isinstance(draft.terms, OwnQuestionTerms):
        again = Button(words.plain("button-another-question"), callbacks.BeginQuestion().pack())
    return OutgoingMessage(words.say("draft-thrown"), ((again,),))


def draw_same_words(draft_id: CampaignId, language: str, view: DraftView, words: Words) -> OutgoingMessage:
    """What was said in one language is asked for in another; or the same words stand there."""
    skip = Button(words.plain("button-draft-same-words"),
                  callbacks.OpenDraft(campaign_id=draft_id, view=view).pack())  # fmt: skip
    keys = {DraftView.OFFER: "draft-ask-item-in", DraftView.ANSWERS: "draft-ask-answers-in"}
    key = keys.get(view, "draft-ask-label")
    return OutgoingMessage(words.say(key, language=_name(language, words)), ((skip,),))


def ask_draft_question(what: DraftQuestion, language: str, rules: Rules, words: Words) -> Html:
    """The words of a question that is answered with a text."""
    match what:
        case DraftQuestion.LINK:
            return words.say("draft-ask-link")
        case DraftQuestion.ITEM:
            name = _name(language, words)
            return words.say("draft-ask-item", language=name, longest=str(LONGEST_WORDS))
        case DraftQuestion.LIMIT:
            return words.say("draft-ask-limit", highest=MOST_OFFERS)
        case DraftQuestion.TIME:
            return words.say("draft-ask-time")
        case DraftQuestion.RHYTHM:
            return words.say("draft-ask-rhythm")
        case DraftQuestion.VISITS:
            return words.say("draft-ask-visits")
        case DraftQuestion.SPENT:
            return words.say("draft-ask-spent", currency=rules.currency)
        case DraftQuestion.LAST_VISIT:
            return words.say("draft-ask-last")
        case DraftQuestion.ANSWERS:
            name = _name(language, words)
            return words.say("draft-ask-answers", language=name, longest=str(LONGEST_CHOICE))
        case DraftQuestion.NAME:
            return words.say("draft-ask-name", longest=str(LONGEST_NAME))
        case _:
            assert_never(what)


def say_versions(draft: Campaign, words: Words) -> Html:
    """In which languages it is written, and whether with a picture."""
    languages = ", ".join(_name(post.language, words) for post in draft.posts)
    if any(post.photo is not None for post in draft.posts):
        return words.say("draft-words-picture", languages=languages)
    return words.say("draft-words", languages=languages)


def say_answers(facts: DraftFacts, words: Words) -> list[Html]:
    """How a question may be answered; of a post nothing is said."""
    terms = facts.terms
    if not isinstance(terms, OwnQuestionTerms):
        return []
    listed = " · ".join(words.own(one) for one in terms.answers)
    return [words.say("question-answers", form=terms.form.value if terms.form else "none", answers=listed)]


def say_aim(facts: DraftFacts, words: Words) -> list[Html]:
    """For whom it is, and how many get it."""
    if facts.audience is None:
        return [words.say("draft-nobody")]
    who = say_segment(facts.campaign.segment, facts.rules, words)
    counted = words.say("draft-count", reached=facts.gets_it, people=facts.audience.total)
    return [words.say("draft-people", who=who), counted]


def say_plan(facts: DraftFacts, words: Words) -> list[Html]:
    """When it goes out, and to how many first."""
    lines = [_say_when(facts, words)]
    if facts.pilot:
        said = {"percent": facts.pilot, "first": facts.gets_it_first, "reached": facts.reached}
        lines.append(words.say("draft-pilot", **said))
    if facts.held_out_share:
        counted = 0 if facts.too_few_to_hold_out else facts.reached
        said = {"percent": facts.held_out_share, "held": facts.held_out, "reached": counted}
        lines.append(words.say("draft-held-out", **said))
    return lines


def back(campaign_id: CampaignId, words: Words) -> Button:
    """To the draft."""
    data = callbacks.OpenDraft(campaign_id=campaign_id, view=DraftView.MAIN).pack()
    return Button(words.plain("button-draft-back"), data)


def pairs(buttons: list[Button]) -> Rows:
    """Two in a row."""
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))


def _say_when(facts: DraftFacts, words: Words) -> Html:
    match facts.terms:
        case BroadcastTerms(at=None) | OwnQuestionTerms(at=None):
            return words.say("draft-when-now")
        case BroadcastTerms(at=moment) | OwnQuestionTerms(at=moment):
            at = days.local(moment or facts.now, facts.rules)
            return words.say("draft-when-once", day=at.date(), time=f"{at:%H:%M}")
        case RecurringTerms(weekday, hour, minute, until):
            named = get_day_names("wide", context="stand-alone", locale=locale_of(words.language))[weekday]
            said = {"weekday": named, "time": f"{hour:02d}:{minute:02d}"}
            if until is None:
                return words.say("draft-when-weekly", **said)
            return words.say("draft-when-weekly-until", until=until, **said)


def _say_beginning(facts: DraftFacts, words: Words) -> list[Html]:
    """How it begins in the cafe's language, and whether its end may be missing."""
    main = facts.rules.language
    post, lines = facts.campaign.said_in(main, main), []
    if post is not None and (line := in_one_line(posts.first_line(post.text))):
        lines.append(words.say("draft-begins", line=shortened(line, _FIRST_LINE)))
    if any(posts.is_full(one) for one in facts.campaign.posts):
        lines.append(words.say("draft-full"))
    return lines


def _say_links(draft: Campaign, words: Words) -> list[Html]:
    lines = [
        words.say("draft-link", label=post.label, host=posts.host_of(post.link))
        for post in draft.posts
        if post.link
    ]
    if hidden := posts.hosts_in_words(draft):
        lines.append(words.say("draft-links", hosts=", ".join(hidden)))
    return lines


def _say_offer(offer: PostOffer, words: Words) -> Html:
    return words.say("draft-offer", item=name_item(words, offer.item), days=offer.days, limit=offer.limit)


def _rows(facts: DraftFacts, words: Words) -> Rows:
    draft_id = facts.campaign.id

    def page(key: str, view: DraftView, style: Style = Style.PLAIN) -> Button:
        return Button(words.plain(key), callbacks.OpenDraft(campaign_id=draft_id, view=view).pack(), style)

    here = callbacks.AimDraft(campaign_id=draft_id, word=SegmentWord.HERE).pack()
    extras: tuple[Button, ...]
    link = Button(words.plain("button-draft-link"),
                  callbacks.AskDraft(campaign_id=draft_id, what=DraftQuestion.LINK).pack())  # fmt: skip
    if any(post.link for post in facts.campaign.posts):
        link = Button(words.plain("button-draft-no-link"), callbacks.DropLink(campaign_id=draft_id).pack())
    offer = page("button-draft-offer", DraftView.OFFER)
    if facts.campaign.offer is None:
        ask = callbacks.AskDraft(campaign_id=draft_id, what=DraftQuestion.ITEM).pack()
        offer = Button(words.plain("button-draft-offer"), ask)
    extras = (link, offer)
    if isinstance(facts.terms, OwnQuestionTerms):
        extras = (page("button-draft-answers", DraftView.ANSWERS),)
    preview = callbacks.PreviewDraft(campaign_id=draft_id).pack()
    return (
        (Button(words.plain("button-draft-here"), here), page("button-draft-everybody", DraftView.EVERYBODY)),
        (page("button-draft-people", DraftView.PEOPLE),),
        (Button(words.plain("button-draft-preview"), preview, Style.PRIMARY),),
        (page("button-draft-words", DraftView.WORDS),),
        extras,
        (page("button-draft-throw", DraftView.THROW, Style.DANGER),),
    )


def _name(language: str, words: Words) -> str:
    return words.language_names.get(language, language)


def _fit(button: Button) -> Button:
    return Button(shortened(button.label, ALONE), button.data, button.style)
