"""Surveys find who is due by the index on settled visits, and an answer by its own message.

Not here: the counter without them (test_growth.py).
"""

import asyncio
from pathlib import Path

import pytest

from loyalty.campaigns import AspectTerms
from loyalty.use_cases.customers.forgetting import ForgetPerson
from loyalty.use_cases.customers.privacy import ReadMyData
from loyalty.use_cases.listening.answering import IsSurvey
from loyalty.use_cases.listening.praising import PassPraise
from tests.counter import MIA, Cafe, private, settle_staff
from tests.storage.test_growth import SHORT, growing_tables
from tests.storage.test_growth_standing import FEW
from tests.storage.watched_statements import watching
from tests.use_cases.listening import ASPECT, ListeningCafe

A_PAGE = {
    "customers_joined": "thirty at most, to see whether there are enough",
    "aspects": "as many as the owner has named",
}


async def test_no_question_and_no_answer_reads_a_table_from_end_to_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await asyncio.to_thread(settle_staff, tmp_path)
    with watching(monkeypatch) as watched:
        cafe = await Cafe.open(tmp_path)
        await is_asked_and_answers(await ListeningCafe.open(cafe))
        await cafe.close()
    scans = watched.find_scans(cafe.folder, growing_tables(cafe))
    known = SHORT | FEW | A_PAGE
    assert not [scan for scan in scans if scan.index not in known and scan.table not in known]


async def is_asked_and_answers(here: ListeningCafe) -> None:
    database = here.cafe.database
    await here.asks()
    survey = await here.is_asked(MIA)
    await here.scores(MIA, survey, 10)
    await IsSurvey(database)(private(MIA), here.question_why(survey))
    await here.replies(MIA, survey)
    await PassPraise(database)(MIA, survey)
    await here.asks(AspectTerms())
    await here.passes(days=20)
    await here.comes(MIA)
    await here.passes(hours=20)
    assert len(here.of(MIA, ASPECT)) == 1
    await ReadMyData(database)(MIA)
    await ForgetPerson(database)(MIA)
