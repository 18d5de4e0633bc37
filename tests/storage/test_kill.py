"""The process is killed in the middle of writing: what was answered is there, and the file is whole.

Not here: the whole bot killed over HTTP.
"""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from storage.sqlite import FILE_NAME
from tests import books
from tests.counter import Cafe

pytestmark = pytest.mark.sqlite_only("a process of its own on a file")

_CHILD = """
import asyncio, sys
from pathlib import Path
from loyalty.ids import TelegramId
from loyalty.limits import Answer, Limit, Limits
from loyalty.people import Person
from tests.counter import ANNA, BEN, CARA, Cafe, PredictableSecrets

async def customer(cafe, number):
    person = Person(TelegramId(5000 + number), f"Customer {number}", "en")
    while True:
        visit = await cafe.stamps(person, 1 + number % 3, by=(BEN, CARA)[number % 2])
        print(visit, flush=True)

async def main():
    cafe = await Cafe.open(Path(sys.argv[1]), secrets=PredictableSecrets(sys.argv[2]))
    if sys.argv[2] == "0":
        await cafe.hires()
        allowed = Limits(visits_a_day=Limit(4, Answer.ALLOW))  # each comes a hundred times
        await cafe.change_rules(ANNA, limits=allowed)
    await asyncio.gather(*(customer(cafe, number) for number in range(8)))

asyncio.run(main())
"""


async def test_every_answered_stamp_survives_kills_in_the_middle_of_writing(tmp_path: Path) -> None:
    answers_before_the_kill = (1, 40, 90)
    answered: set[int] = set()
    for round_number, wanted in enumerate(answers_before_the_kill):
        child = subprocess.Popen(
            [sys.executable, "-c", _CHILD, tmp_path, str(round_number)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        assert child.stdout is not None
        for _ in range(wanted):
            answered.add(int(child.stdout.readline()))
        child.send_signal(signal.SIGKILL)
        answered |= {int(line) for line in child.stdout.read().splitlines() if line}
        child.stdout.close()
        assert child.wait() == -signal.SIGKILL

    books.check(tmp_path / FILE_NAME, deep=True)
    cafe = await Cafe.open(tmp_path)
    confirmed = {visit for (visit,) in cafe.rows("SELECT id FROM visits WHERE state = 'confirmed'")}
    operations = {key for (key,) in cafe.rows("SELECT op_key FROM operations")}
    await cafe.close()
    assert len(answered) >= sum(answers_before_the_kill)
    assert answered <= confirmed
    assert operations == {f"visit:{visit}" for visit in confirmed}
