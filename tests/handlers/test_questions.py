"""However a question ends, the usual keyboard is back under the text box, which a forced reply took away.

Not here: what becomes of the answers (test_program.py, tests/use_cases, tests/journeys).
"""

import shutil
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup

from bot.sandbox.person import Person
from handlers import callbacks
from handlers.callbacks import DraftQuestion, Step
from handlers.customer.birthday_questions import Telling
from handlers.filters import SaysOneOf
from handlers.keyboards import card_keys, staff_keys, till_keys
from handlers.owner.answers import Answering
from handlers.owner.broadcast_questions import Composing
from handlers.owner.listening import SettingListening
from handlers.owner.program_questions import QUESTIONS, Asking
from handlers.owner.standing import WritingStanding
from handlers.owner.tills import NamingTill
from handlers.routers import create_root_router
from handlers.staff.corrections import Correcting
from handlers.staff.profile import NamingMyself
from handlers.texts import Words
from loyalty.campaigns import CampaignKind
from loyalty.ids import CampaignId, MessageId, OperationId, TillId, VisitId
from loyalty.people import Cause, Role
from loyalty.segments import HereLately
from loyalty.use_cases.campaigns.draft_plans import PickCustomers
from loyalty.use_cases.campaigns.drafts import KeepPost, WrittenPost
from storage.sqlite import FILE_NAME
from tests.counter import ANNA, BEN, MIA, Cafe, private
from tests.handlers.desk import Desk, open_desk, tap_by
from tests.handlers.walk import walk_routers

USUAL = ["Queue", "Undo last", "My card", "Practice", "Sale code", "Write a post"]
LONG = "x" * 201


@dataclass(frozen=True)
class Question:
    """How it is asked (a command, or the data of a button), what is refused, what answers it."""

    state: State
    asked_by: str
    refused: str | None
    answered: tuple[str, ...]


def program(step: Step, refused: str, answered: str) -> Question:
    return Question(QUESTIONS[step], callbacks.OpenStep(step=step).pack(), refused, (answered,))


def take_back(number: int) -> str:
    return callbacks.TakeBackOtherwise(operation_id=OperationId(number)).pack()


def ask_draft(what: DraftQuestion) -> str:
    return callbacks.AskDraft(campaign_id=CampaignId(1), what=what).pack()


EVERY = [
    Question(NamingMyself.name, "/name", LONG, ("Annie",)),
    Question(NamingTill.name, callbacks.RenameTill(till_id=TillId(1)).pack(), LONG, ("Bar",)),
    Question(Correcting.reason, take_back(1), None, ("wrong cup",)),
    Question(Correcting.reason, take_back(999), "wrong cup", ()),
    Question(
        Correcting.adjustment,
        callbacks.Adjust(visit_id=VisitId(1)).pack(),
        "-99 by mistake",
        ("+2 till was down",),
    ),
    Question(Telling.birthday, callbacks.TellBirthday().pack(), "31 February", ("12 March",)),
    Question(
        Answering.words, callbacks.WriteAnswer(slot=0, language="en").pack(), "x" * 4000, ("8 to 18",)
    ),
    Question(Answering.triggers, callbacks.AskTriggers(slot=0).pack(), None, ("hours, open", "8 to 18")
    ),
    Question(
        Composing.post,
        callbacks.WriteVersion(campaign_id=CampaignId(1), language="en").pack(),
        None,
        ("Fresh buns",),
    ),
    Question(Composing.link, ask_draft(DraftQuestion.LINK), "no link", ("Menu cafe.example", "Меню")),
    Question(Composing.label, ask_draft(DraftQuestion.LINK), "no link", ("Menu cafe.example", "Меню")),
    Question(Composing.item, ask_draft(DraftQuestion.ITEM), LONG, ("A bun", "Булочка")),
    Question(Composing.limit, ask_draft(DraftQuestion.LIMIT), "many", ("15",)),
    Question(Composing.time, ask_draft(DraftQuestion.TIME), "soon", ("31.12.2035 16:00",)),
    Question(Composing.rhythm, ask_draft(DraftQuestion.RHYTHM), "soon", ("Friday 16:00",)),
    Question(Composing.question, callbacks.BeginQuestion().pack(), "x" * 3697, ("Which cake next?",)),
    Question(
        Composing.answers,
        callbacks.AskDraft(campaign_id=CampaignId(2), what=DraftQuestion.ANSWERS).pack(),
        "One alone",
        ("Cheesecake\nBrownie",),
    ),
    Question(Composing.bounds, ask_draft(DraftQuestion.VISITS), "many", ("5+",)),
    Question(Composing.name, ask_draft(DraftQuestion.NAME), LONG, ("Friends",)),
    Question(
        WritingStanding.words,
        callbacks.WriteStandingWords(kind=CampaignKind.WELCOME, language="en").pack(),
        "x" * 901,
        ("Come again",),
    ),
    Question(
        WritingStanding.gift,
        callbacks.SetStandingGift(kind=CampaignKind.WELCOME, wish=callbacks.GiftWish.OWN).pack(),
        "x" * 61,
        ("A cake",),
    ),
    Question(SettingListening.link, callbacks.AskReviewLink().pack(), "no link", ("cafe.example",)),
    Question(
        SettingListening.aspect, callbacks.AddAspect().pack(), "x" * 41, ("The cake", "Торт")
    ),
    program(Step.ASK_NAME, LONG, "Bean"),
    program(Step.ASK_AMOUNTS, "2,50 a lot", "2,50 3.50 4"),
    program(Step.ASK_MINIMUM, "-5", "2"),
    program(Step.ASK_LARGE_BILL, "a lot", "80"),
    program(Step.ASK_TOWN, "Atlantis-sur-Mer", "Tartu"),
    program(Step.ASK_GOAL, "many", "7"),
    program(Step.ASK_STAMP_FOR, LONG, "each cake"),
    program(Step.ASK_ITEM, LONG, "A cake"),
    program(Step.ASK_ADJUSTMENTS, "many", "7"),
    program(Step.ASK_OLD_CARDS, "soon", "2027-12-31"),
    program(Step.ASK_RESPONSIBLE, LONG, "Anna"),
]  # fmt: skip


@pytest.fixture
async def desk(tmp_path: Path, staffed_file: Path) -> AsyncIterator[Desk]:
    shutil.copy(staffed_file, tmp_path / FILE_NAME)
    async with open_desk(tmp_path) as desk:
        await desk.cafe.opens_till()
        await desk.cafe.stamps(MIA, 2, by=BEN)
        await write_draft(desk.cafe)
        await desk.cafe.join(ANNA)
        yield desk


async def write_draft(cafe: Cafe) -> None:
    """A post of the owner's in two languages, for whoever was here lately."""
    keep, cause = KeepPost(cafe.database), Cause(private(ANNA), MessageId(1))
    draft = await keep(ANNA, WrittenPost("Buns", None), cause=cause)
    await keep(ANNA, WrittenPost("Булочки", None), cause=cause, campaign_id=draft, language="ru")
    await PickCustomers(cafe.database).only(ANNA, draft, (HereLately(),))


async def write_question(cafe: Cafe) -> None:
    """A question of the owner's own."""
    cause = Cause(private(ANNA), MessageId(2))
    await KeepPost(cafe.database)(ANNA, WrittenPost("Which tea?", None), cause=cause, question=True)


async def asks(desk: Desk, anna: Person, question: Question) -> None:
    """The question is open, and Telegram shows a reply to it where the keyboard was."""
    if question.state is Composing.answers:
        await write_question(desk.cafe)
    if question.asked_by.startswith("/"):
        await says(desk, anna, question.asked_by)
    else:
        await desk.handles(callback_query=tap_by(ANNA, question.asked_by))
    assert await anna.keyboard() == []


async def says(desk: Desk, person: Person, text: str) -> None:
    await person.says(text)
    await desk.handles_all()


def states_asked_for() -> Iterator[State]:
    """Every state that a handler of a question waits in."""
    for _, handler in walk_routers(create_root_router()):
        if not handler.flags.get("dialogue"):
            continue
        for found in handler.filters or []:
            if not isinstance(found.callback, StateFilter):
                continue
            for state in found.callback.states:
                if isinstance(state, State):
                    yield state
                elif isinstance(state, type) and issubclass(state, StatesGroup):
                    yield from state.__states__


def test_every_question_is_asked_here() -> None:
    assert {question.state for question in EVERY} == set(states_asked_for())
    assert set(Asking.__states__) <= {question.state for question in EVERY}


@pytest.mark.parametrize("question", EVERY, ids=lambda one: f"{one.state.state}-{one.asked_by}")
async def test_the_keyboard_is_back_however_a_question_ends(desk: Desk, question: Question) -> None:
    anna = await desk.joins(ANNA)
    await desk.handles_all()
    assert await anna.keyboard() == USUAL
    if question.refused is not None:
        await asks(desk, anna, question)
        await says(desk, anna, question.refused)
        assert await anna.keyboard() == USUAL
        await says(desk, anna, "/cancel")
        assert (await anna.last())["text"] == "Left as it was.", "a refused answer leaves the question open"
    again = question.answered if question.state == Answering.triggers else ()  # now there is one to change
    for ending in filter(None, (question.answered, again)):
        await asks(desk, anna, question)
        for text in ending:
            await says(desk, anna, text)
        assert await anna.keyboard() == USUAL, ending


async def test_what_was_left_unanswered_is_said_once(desk: Desk) -> None:
    anna = await desk.joins(ANNA)
    for other in ("/cancel", "/rules", "Queue", "418302"):
        await says(desk, anna, "/name")
        before = len(await anna.chat())
        await says(desk, anna, other)
        said = [message.get("text") for message in (await anna.chat())[before:]]
        assert said.count("Left as it was.") == 1, other
        assert "There is nothing to cancel." not in said
    await says(desk, anna, "/cancel")
    await anna.sees("There is nothing to cancel.")


async def test_another_page_of_the_program_ends_its_question(desk: Desk) -> None:
    anna = await desk.joins(ANNA)
    await desk.handles_all()
    await desk.handles(callback_query=tap_by(ANNA, callbacks.OpenStep(step=Step.ASK_NAME).pack()))
    assert await anna.keyboard() == []
    await desk.handles(callback_query=tap_by(ANNA, callbacks.OpenStep(step=Step.MORE).pack()))
    assert await anna.keyboard() == USUAL
    await says(desk, anna, "Bean")
    assert desk.cafe.number("SELECT count(*) FROM programs WHERE rules LIKE '%Bean%'") == 0


def test_no_question_takes_a_button_of_the_keyboard_for_its_answer(words: Words) -> None:
    """They are back while a refused answer is asked for again: pressing one is no answer."""
    asked = list(walk_routers(create_root_router()))
    first = next(place for place, (_, one) in enumerate(asked) if one.flags.get("dialogue"))
    heard_before = {
        words.plain(found.callback.key)
        for _, handler in asked[:first]
        for found in handler.filters or []
        if isinstance(found.callback, SaysOneOf)
    }
    shown = {
        label
        for keys in (card_keys(words), staff_keys(words, Role.OWNER), till_keys(words))
        for row in keys.rows
        for label in row
    }
    assert shown - heard_before == set()
