"""Growth: asking and answering an own question looks each row up; its results read that one run alone.

Not here: surveys (test_growth_surveys.py), and the run itself (test_growth_of_campaigns.py).
"""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from loyalty.own_questions import AnswerForm
from loyalty.use_cases.customers.privacy import ReadMyData
from tests.counter import ANNA, LEO, MIA, Cafe, private, settle_staff
from tests.storage.test_growth import SHORT, growing_tables
from tests.storage.test_growth_standing import FEW
from tests.storage.watched_statements import watching
from tests.use_cases.goodbyes import forgets
from tests.use_cases.own_questions import Asking

WHOM_IT_IS_FOR = {"customers": "as many as the owner picked, a slice a time"}


async def test_no_question_and_no_answer_reads_a_table_from_end_to_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await asyncio.to_thread(settle_staff, tmp_path)
    with watching(monkeypatch) as watched:
        cafe = await Cafe.open(tmp_path)
        await is_asked_and_read(await Asking.open(cafe, MIA, LEO))
        await cafe.close()
    scans = watched.find_scans(cafe.folder, growing_tables(cafe))
    known = SHORT | FEW | WHOM_IT_IS_FOR
    assert not [scan for scan in scans if scan.index not in known and scan.table not in known]


async def is_asked_and_read(asking: Asking) -> None:
    for form in AnswerForm:
        question = await asking.asks(form)
        for customer in (MIA, LEO):
            await asking.say.is_asked(private(customer), asking.sent_as(customer))
            if form is AnswerForm.TEXT:
                await asking.replies(customer, "More tea")
            else:
                await asking.taps(customer, 1)
                await asking.choose.again(customer, asking.message(customer))
        await asking.reads(question)
        await asking.results.last(ANNA)
        await asking.results.texts(ANNA, question, 0)
        await asking.close(ANNA, question)
        asking.cafe.clock.advance(timedelta(days=8))
    await ReadMyData(asking.cafe.database)(MIA)
    await forgets(asking.cafe, MIA)
