"""The look before a post goes out, in words and numbers: how many, why not, how long, what it costs.

Not here: who is counted (tests/model/test_segments.py) and the taps around it (test_broadcast.py).
"""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from handlers.callbacks import SendDraft, SetShare
from handlers.drawings.broadcast import draw_draft
from handlers.drawings.post import draw_post
from handlers.drawings.preflight import draw_preflight, draw_share
from handlers.outgoing import OutgoingMessage
from handlers.post_room import check_version
from handlers.texts import Texts, Words
from loyalty.campaigns import (
    BroadcastTerms,
    Campaign,
    CampaignState,
    OwnQuestionTerms,
    Photo,
    Post,
    PostOffer,
    RecurringTerms,
    Speed,
)
from loyalty.ids import CampaignId, StaffId
from loyalty.own_questions import AnswerForm
from loyalty.own_words import OwnWords
from loyalty.policy import Obstacle
from loyalty.ports import Audience
from loyalty.posts import length_of
from loyalty.programs import Rules
from loyalty.refusals import Refused
from loyalty.segments import (
    BirthdayIn,
    CameBy,
    ComesAt,
    DayPart,
    HereLately,
    LastVisit,
    Lost,
    Regular,
    Slipping,
    Spent,
    Visited,
)
from loyalty.use_cases.campaigns.draft_reading import DraftFacts

AUDIENCE = Audience(
    162, {Obstacle.MUTED: 9, Obstacle.UNREACHABLE: 4, Obstacle.CAP: 6}, {"ru": 120, "et": 22, "de": 1}
)
DRAFT = Campaign(
    id=CampaignId(1),
    state=CampaignState.DRAFT,
    terms=BroadcastTerms(),
    segment=(HereLately(),),
    offer=None,
    posts=(Post("et", "Saiad"), Post("ru", "Булочки")),
    created_by=StaffId(1),
)
AFTERNOON = datetime(2026, 11, 26, 14, 30, tzinfo=UTC)
FACTS = DraftFacts(DRAFT, Rules(language="et"), AFTERNOON, AUDIENCE, AUDIENCE.languages)


def many(count: int) -> DraftFacts:
    return replace(FACTS, audience=Audience(count, {}, {"et": count}))


def labels(message: OutgoingMessage) -> list[str]:
    return [button.label for row in message.rows for button in row]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ["<b>143 people</b>; 9 muted, 4 unreachable, 6 over the weekly cap", "Русский: 120, Eesti: 23",
                "about 5 s; ends before quiet hours", "Send to 143"]),
        ("ru", ["<b>143 человека</b>; отключили: 9, недоступны: 4", "Русский: 120, Eesti: 23",
                "около 5 с; закончится до тихих часов", "Отправить: 143"]),
        ("et", ["<b>143 inimest</b>; vaigistanud: 9, kättesaamatud: 4", "Русский: 120, Eesti: 23",
                "umbes 5 s; lõpeb enne vaikseid tunde", "Saada: 143"]),
    ],
)  # fmt: skip
def test_everything_is_said_in_the_readers_language(texts: Texts, language: str, lines: list[str]) -> None:
    drawn = draw_preflight(FACTS, texts.in_language(language), Speed())
    said = "\n".join([drawn.text, *labels(drawn)])
    assert [line for line in lines if line not in said] == []


@pytest.mark.parametrize(("count", "said"), [(1, "1 человек"), (2, "2 человека"), (5, "5 человек"),
                                             (21, "21 человек"), (111, "111 человек")])  # fmt: skip
def test_people_are_counted_as_russian_counts(texts: Texts, count: int, said: str) -> None:
    assert f"<b>{said}</b>" in draw_preflight(many(count), texts.in_language("ru"), Speed()).text


def test_quiet_hours_are_said_before_and_in_the_middle(words: Words) -> None:
    late = replace(many(5600), now=datetime(2026, 11, 26, 19, 58, tzinfo=UTC))
    said = draw_preflight(late, words, Speed()).text
    assert "about 3 minutes in all; quiet hours come before its end: it goes on Friday" in said
    assert "at 10:00" in said
    night = replace(many(50), now=datetime(2026, 11, 26, 23, 0, tzinfo=UTC))
    assert "Quiet hours now: it goes out Friday" in draw_preflight(night, words, Speed()).text
    always = replace(night, rules=Rules(quiet_from=4, quiet_until=4))
    assert "quiet" not in draw_preflight(always, words, Speed()).text.lower()
    planned = replace(night, campaign=replace(DRAFT, terms=BroadcastTerms(at=AFTERNOON.replace(day=28))))
    text = draw_preflight(planned, words, Speed()).text
    assert "ends before quiet hours" in text
    assert "When: Saturday, 28 November 2026, 14:30" in text


def test_when_all_were_asked_something_today_it_says_so_and_when_it_can_go_out(words: Words) -> None:
    question = replace(DRAFT, terms=OwnQuestionTerms(AnswerForm.SCALE))
    all_asked = replace(FACTS, campaign=question, audience=Audience(34, {Obstacle.ASKED: 34}, {}))
    drawn = draw_preflight(all_asked, words, Speed())
    assert "Nobody gets it as things are; 34 asked something else today" in drawn.text
    assert "tomorrow works" in drawn.text
    assert not [one for one in labels(drawn) if "Send to 34" in one or "Send to 0" in one]
    some = replace(all_asked, audience=Audience(34, {Obstacle.ASKED: 30}, {"ru": 4}))
    drawn = draw_preflight(some, words, Speed())
    assert "<b>4 people</b>; 30 asked something else today" in drawn.text
    assert "tomorrow works" not in drawn.text
    assert "Send to 4" in labels(drawn)


def test_a_price_only_where_there_is_one(words: Words) -> None:
    assert "Stars" not in draw_preflight(FACTS, words, Speed(28)).text
    assert "Stars" not in draw_preflight(FACTS, words, Speed(28, paid=True)).text
    assert "up to 14.3 Stars" in draw_preflight(FACTS, words, Speed(100, paid=True)).text


def test_a_pilot_and_who_gets_nothing_are_on_offer_where_they_can_say_something(words: Words) -> None:
    def offered(facts: DraftFacts) -> tuple[bool, bool]:
        page = labels(draw_share(facts, words))
        return "Try it on some first…" in labels(draw_preflight(facts, words, Speed())), any(
            "10 % get nothing" in one for one in page
        )

    assert offered(many(20)) == (False, False)
    assert offered(many(21)) == (True, False)
    assert offered(many(999)) == (True, False)
    assert offered(many(1000)) == (True, True)
    chosen = replace(many(5), campaign=replace(DRAFT, terms=BroadcastTerms(held_out=10)))
    assert offered(chosen) == (True, True), "what was chosen can be taken back"


def test_who_is_held_out_is_counted_and_the_button_says_who_gets_it(words: Words) -> None:
    audience = Audience(1005, {}, {"ru": 804, "et": 201})
    held = replace(FACTS, audience=audience, campaign=replace(DRAFT, terms=BroadcastTerms(held_out=10)))
    look = draw_preflight(held, words, Speed())
    assert "<b>904 people</b>" in look.text
    assert "Русский: about 723, Eesti: about 181" in look.text
    assert "101 of 1,005 (10 %) get nothing, so that you can compare" in look.text
    send = look.rows[0][0]
    assert (send.label, SendDraft.unpack(send.data).count) == ("Send to 904", 904)
    assert "904 people get it, of 1,005 picked" in draw_draft(held, words).text
    assert "By now 904 would get it, not 900" in draw_preflight(held, words, Speed(), told=900).text


def test_the_button_of_a_pilot_says_how_many_get_it_first(words: Words) -> None:
    shared = replace(many(1000), campaign=replace(DRAFT, terms=BroadcastTerms(pilot=5, held_out=10)))
    look = draw_preflight(shared, words, Speed())
    assert "First to 50 of 1,000 (5 %)" in look.text
    send = look.rows[0][0]
    assert (send.label, SendDraft.unpack(send.data).count) == ("Send to the first 50", 900)


def test_of_too_few_people_nobody_is_held_out_and_all_may_get_it_instead(words: Words) -> None:
    for count, said in ((1, "1 get it: too few"), (999, "999 get it: too few")):
        held = replace(many(count), campaign=replace(DRAFT, terms=BroadcastTerms(pilot=5, held_out=10)))
        look = draw_preflight(held, words, Speed())
        assert said in look.text
        assert "10 % get nothing, so that you can compare" in look.text
        way_out = look.rows[0][0]
        assert way_out.label == "All get it"
        assert SetShare.unpack(way_out.data) == SetShare(campaign_id=CampaignId(1), pilot=5, held_out=0)
        assert not [one for one in labels(look) if one.startswith("Send to") and one != "Send to me first"]
    nobody = replace(many(0), campaign=replace(DRAFT, terms=BroadcastTerms(held_out=10)))
    assert "too few" not in draw_preflight(nobody, words, Speed()).text


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Wednesday 16:00: first to 50"), ("ru", "Среда 16:00: сначала 50"),
     ("et", "Kolmapäev 16:00: esmalt 50")],
)  # fmt: skip
def test_the_button_of_a_planned_pilot_says_both_its_hour_and_that_they_are_the_first(
    texts: Texts, language: str, said: str
) -> None:
    terms = BroadcastTerms(pilot=5, at=datetime(2026, 12, 2, 16, tzinfo=UTC))
    planned = replace(many(1000), campaign=replace(DRAFT, terms=terms))
    assert labels(draw_preflight(planned, texts.in_language(language), Speed()))[0] == said


def test_in_estonian_the_first_and_one_who_gets_nothing_have_their_case(texts: Texts) -> None:
    eesti = texts.in_language("et")
    shared = replace(many(1000), campaign=replace(DRAFT, terms=BroadcastTerms(pilot=5)))
    assert labels(draw_preflight(shared, eesti, Speed()))[0] == "Saada esimestele: 50"
    one = eesti.plain("draft-held-out", percent=5, held=1, reached=20)
    assert one.startswith("1 inimene, kokku 20 (5 %), ei saa midagi")


def test_what_was_chosen_has_a_tick(words: Words) -> None:
    chosen = replace(many(1000), campaign=replace(DRAFT, terms=BroadcastTerms(held_out=10)))
    ticked = [one for one in labels(draw_share(chosen, words)) if one.startswith("✓")]
    assert ticked == ["✓ No pilot", "✓ 10 % get nothing"]


@pytest.mark.parametrize(
    ("language", "near", "far"),
    [
        ("en", "Wednesday 16:00: send to 143", "12 Dec 16:00: send to 143"),
        ("ru", "Среда 16:00: отправить 143", "12 дек. 16:00: отправить 143"),
        ("et", "Kolmapäev 16:00: saada 143", "12. dets 16:00: saada 143"),
    ],
)
def test_the_last_button_names_a_day_within_a_week_and_a_date_after_it(
    texts: Texts, language: str, near: str, far: str
) -> None:
    for at, said in (
        (datetime(2026, 12, 2, 16, tzinfo=UTC), near),
        (datetime(2026, 12, 12, 16, tzinfo=UTC), far),
    ):
        planned = replace(FACTS, campaign=replace(DRAFT, terms=BroadcastTerms(at=at)))
        assert labels(draw_preflight(planned, texts.in_language(language), Speed()))[0] == said


def test_each_condition_is_said_with_its_bound(words: Words) -> None:
    segment = (
        Slipping(), Lost(), Regular(), ComesAt(DayPart.MORNING), BirthdayIn(3), Visited(5, None),
        LastVisit(0, 3), Spent(2000, 5000), CameBy("Sign 3"),
    )  # fmt: skip
    said = draw_draft(replace(FACTS, campaign=replace(DRAFT, segment=segment)), words).text
    assert (
        "slipping away (30-60 d), lost (from 60 d), regulars (from 4 visits), morning people (6-11), "
        "birthday in March, visits: 5 and more, days since the last visit: up to 3, "
        "spent: €20.00 to €50.00, came by Sign 3"
    ) in said


def test_each_week_is_said_with_its_last_date(texts: Texts) -> None:
    weekly = RecurringTerms(4, 16, 0, until=date(2026, 12, 31))
    facts = replace(FACTS, campaign=replace(DRAFT, terms=weekly))
    for language, said in (
        ("en", "each week, Friday 16:00, until 31 Dec 2026"),
        ("ru", "каждую неделю, пятница, 16:00, до 31 дек. 2026"),
        ("et", "iga nädal, reede kell 16:00, kuni 31. dets 2026"),
    ):
        assert said in draw_preflight(facts, texts.in_language(language), Speed()).text


@pytest.mark.parametrize(
    ("language", "all_of_them", "first"),
    [("en", "Each Fri 16:00: send to 143", "Each Fri 16:00: first to 15"),
     ("ru", "По пт 16:00: отправлять 143", "По пт 16:00: сначала 15"),
     ("et", "Iga nädal R 16:00: saada 143", "Iga nädal R 16:00: esmalt 15")],
)  # fmt: skip
def test_the_button_of_each_week_says_that_it_repeats(
    texts: Texts, language: str, all_of_them: str, first: str
) -> None:
    for pilot, label in ((0, all_of_them), (10, first)):
        facts = replace(FACTS, campaign=replace(DRAFT, terms=RecurringTerms(4, 16, 0, pilot=pilot)))
        look = draw_preflight(facts, texts.in_language(language), Speed())
        assert look.rows[0][0].label.replace("\N{NO-BREAK SPACE}", " ") == label


@pytest.mark.parametrize(("picture", "limit"), [(None, 4096), (Photo(1, "a"), 1024)])
def test_a_post_with_an_offer_fits_in_every_readers_language(
    texts: Texts, picture: Photo | None, limit: int
) -> None:
    """Who speaks Russian gets the Estonian version, with our line about the offer in Russian."""
    offer = PostOffer(OwnWords.of({"et": "Kaneelirull"}), 7)
    draft = replace(DRAFT, posts=(), offer=offer)
    longest = next(length for length in range(limit, 0, -1) if fits("a" * length, picture, draft, texts))
    post = Post("et", "a" * longest, picture)
    drawn = [draw_post(post, texts.in_language(one), offer=offer) for one in texts.languages]
    assert max(length_of(message.text) for message in drawn) == limit


def fits(text: str, picture: Photo | None, draft: Campaign, texts: Texts) -> bool:
    try:
        check_version(text, picture, draft, texts, "et")
    except Refused:
        return False
    return True
