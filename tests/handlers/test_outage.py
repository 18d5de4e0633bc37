"""The message after the bot was away: when that was, and what the visits with something done then are called.

Not here: which visits those are (tests/use_cases/test_outages.py).
"""

from datetime import timedelta

from handlers.drawings.outage import draw_outage
from handlers.texts import Words
from loyalty.cards import CounterFacts
from loyalty.ids import OutageId
from loyalty.outages import Outage, OutageFacts
from loyalty.programs import Rules
from tests.handlers.facts import NOW, a_reward, confirmed, counter


def draw(words: Words, *visits: CounterFacts, hours: float = 1) -> str:
    outage = Outage(OutageId(1), since=NOW - timedelta(hours=hours), until=NOW, caught_up_at=None)
    return draw_outage(OutageFacts(outage, Rules(), visits, left_undone=()), words).text


def test_each_visit_is_called_what_it_was(words: Words) -> None:
    handed_over = counter(confirmed(stamps=0, stamped_at=None), handed_over=(a_reward(),))
    bill = counter(confirmed(stamps=0, amount=350))
    stamp = counter(confirmed(stamps=1))
    lines = draw(words, handed_over, bill, stamp).splitlines()
    assert [line.split(" · ", 2)[2] for line in lines[-3:]] == [
        "handed over: Free coffee", "bill entered, 4 of 6", "+1, 4 of 6",
    ]  # fmt: skip


def test_hours_of_one_day_need_no_date_and_those_of_two_have_theirs(words: Words) -> None:
    assert "from 07:41 to 08:41 (60 minutes)" in draw(words).replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert "from 2 Nov 2026, 08:41 to 3 Nov 2026, 08:41" in draw(words, hours=24)
