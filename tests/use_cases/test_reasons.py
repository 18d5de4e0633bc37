"""Reasons as their owner reads them: by band, the newest first, of aspects too; and searched for.

Not here: giving one (test_answering.py), and who may read them (test_voice.py).
"""

import pytest

from loyalty.campaigns import AspectTerms
from loyalty.letters import Content
from loyalty.surveys import Band
from loyalty.use_cases.listening.switching import SwitchListening
from loyalty.use_cases.listening.voice import PAGE, ReadVoice
from tests.counter import ANNA, LEO, MIA, Cafe
from tests.use_cases.listening import ASPECT, SURVEY, ListeningCafe
from tests.use_cases.posts import a_guest


@pytest.fixture
def read(cafe: Cafe) -> ReadVoice:
    return ReadVoice(cafe.database)


@pytest.fixture
async def here(cafe: Cafe) -> ListeningCafe:
    here = await ListeningCafe.open(cafe)
    await here.asks()
    return here


async def asks_of_aspects(here: ListeningCafe) -> None:
    """That, and not the other question any more."""
    await SwitchListening(here.cafe.database)(ANNA, SURVEY, on=False)
    await here.asks(AspectTerms())


async def test_reasons_are_paged_by_band_newest_first(here: ListeningCafe, read: ReadVoice) -> None:
    guests = [a_guest(number) for number in range(PAGE + 3)]
    await here.is_regular(*guests)
    for number in range(0, len(guests), 2):
        pair = guests[number : number + 2]
        for place, recipient_id in enumerate(await here.asks_all(*pair)):
            said = number + place
            await here.is_told(pair[place], recipient_id, said % 7, f"Reason {said}")
    await here.hears(MIA, 10, "Praise")
    await here.hears(LEO, 1)
    first = await read.reasons(ANNA, Band.DETRACTOR, before=None)
    assert (len(first.reasons), first.found) == (PAGE, PAGE + 1)
    rest = await read.reasons(ANNA, Band.DETRACTOR, before=first.reasons[-1].recipient_id)
    assert (len(rest.reasons), rest.found) == (3, 3)
    told = [one.text for one in [*first.reasons, *rest.reasons]]
    assert sorted(told) == sorted(f"Reason {number}" for number in range(PAGE + 3))
    moments = [one.scored_at for one in [*first.reasons, *rest.reasons]]
    assert moments == sorted(moments, reverse=True)
    assert (await read.reasons(ANNA, Band.PASSIVE, before=None)).reasons == []


async def test_a_voice_message_is_a_reason_without_words(here: ListeningCafe, read: ReadVoice) -> None:
    await here.hears(MIA, 3, content=Content.VOICE)
    [reason] = (await read.reasons(ANNA, Band.DETRACTOR, before=None)).reasons
    assert (reason.content, reason.text, reason.score, reason.aspect) == (Content.VOICE, "", 3, None)


@pytest.mark.parametrize(
    ("score", "band"),
    [
        (1, Band.DETRACTOR),
        (2, Band.DETRACTOR),
        (3, Band.PASSIVE),
        (4, Band.PASSIVE),
        (5, Band.PROMOTER),
    ],
)
async def test_what_was_said_of_one_aspect_stands_in_its_own_band(
    here: ListeningCafe, read: ReadVoice, score: int, band: Band
) -> None:
    await asks_of_aspects(here)
    said = await here.hears(MIA, score, "As ever", kind=ASPECT)
    found = {one: (await read.reasons(ANNA, one, before=None)).reasons for one in Band}
    assert [one for one in Band if found[one]] == [band]
    [reason] = found[band]
    assert (reason.recipient_id, reason.score, reason.text) == (said, score, "As ever")
    assert reason.aspect is not None


async def test_reasons_are_found_by_what_they_are_about_in_any_language(
    here: ListeningCafe, read: ReadVoice
) -> None:
    await here.hears(LEO, 3, "The queue")
    await asks_of_aspects(here)
    await here.hears(MIA, 1, "The queue", kind=ASPECT)
    [about] = [one.aspect for one in (await read.search(ANNA, "queue")).reasons if one.aspect]
    for name in dict(about.by_language).values():
        for typed in (name, name.upper(), f"queue {name}"):
            assert [one.score for one in (await read.search(ANNA, typed)).reasons] == [1], typed
    assert (await read.search(ANNA, "queue")).found == 2
    assert (await read.search(ANNA, f"{about.said_in('en')} rude")).found == 0


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("KÖÖK", ["Köök oli must"]),
        ("холодный", ["Холодный кофе", "ХОЛОДНЫЙ чай"]),
        ("кофе холодный", ["Холодный кофе"]),
        ("100%", ["100% good_"]),
        ("_", ["100% good_"]),
        ("tea", []),
    ],
)
async def test_a_search_knows_every_alphabet_and_no_wildcard(
    here: ListeningCafe, read: ReadVoice, typed: str, found: list[str]
) -> None:
    said = ("100% good_", "ХОЛОДНЫЙ чай", "Холодный кофе", "Köök oli must")
    guests = [a_guest(number) for number in range(len(said))]
    for guest, recipient_id, text in zip(guests, await here.asks_all(*guests), said, strict=True):
        await here.is_told(guest, recipient_id, 5, text)
        here.cafe.later(minutes=1)
    page = await read.search(ANNA, typed)
    assert ([one.text for one in page.reasons], page.found) == (found, len(found))
