"""A run's message: what it says and which buttons it has, state by state, complete without its bar.

Not here: how it comes about (tests/use_cases) and that it is redrawn (tests/bot/test_campaigns_over_http.py).
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from handlers.drawings.run import draw_run
from handlers.drawings.run_list import draw_run_list
from handlers.labels import ALONE
from handlers.notices import render_notice
from handlers.outgoing import OutgoingMessage
from handlers.texts import Words
from loyalty.campaigns import BroadcastTerms, Campaign, CampaignState, Post, PostOffer, RecurringTerms, Speed
from loyalty.ids import CampaignId, CustomerId, RunId, StaffId
from loyalty.lift import VisitSums
from loyalty.notices import SendingPaused
from loyalty.own_words import OwnWords
from loyalty.programs import Rules
from loyalty.run_reports import RunReport, RunResults
from loyalty.runs import RecipientState, Run, RunCounts, RunState
from loyalty.use_cases.campaigns.runs import ListedRun, RunList

NOON = datetime(2025, 3, 14, 12, tzinfo=UTC)
SENT, WAITING = RecipientState.SENT, RecipientState.WAITING
RUN = Run(
    id=RunId(1), campaign_id=CampaignId(1), occurrence="1", state=RunState.RUNNING, run_at=NOON,
    stale_at=NOON + timedelta(hours=6), frozen=True, frozen_upto=CustomerId(9), eligible=312,
    pilot_until=None, asked_by=StaffId(1), started_at=NOON, ended_at=None,
)  # fmt: skip
CAMPAIGN = Campaign(
    CampaignId(1), CampaignState.ON, BroadcastTerms(), (), None,
    (Post("en", "<b>Soup</b> &amp; bread, two for one until six in the evening"),), StaffId(1),
)  # fmt: skip
NOTHING = RunResults(muted=0, taken=0, redeemed=0, visits={}, unknown=())


def report(
    run: Run = RUN, *, counts: Mapping[RecipientState, int] | None = None, **more: object
) -> RunReport:
    told = RunReport(
        campaign=CAMPAIGN, run=run, rules=Rules(), counts=RunCounts(counts or {SENT: 214, WAITING: 98}, {}),
        results=NOTHING, now=NOON + timedelta(seconds=8), speed=Speed(), lately=None, asked_to_wait=None,
        quiet_until=None, pilot_out=False,
    )  # fmt: skip
    return replace(told, **more)  # type: ignore[arg-type]


def test_what_goes_out_each_week_says_so_and_where_it_is_ended(words: Words) -> None:
    waits = replace(RUN, state=RunState.WAITING, started_at=None, run_at=NOON + timedelta(days=2))
    weekly = replace(CAMPAIGN, terms=RecurringTerms(6, 12, 0))
    said = "It goes out again each week: /campaigns ends it."
    assert said in draw_run(report(waits, campaign=weekly), words).text
    assert said not in draw_run(report(waits), words).text


def ended(state: RunState) -> Run:
    return replace(RUN, state=state, ended_at=NOON + timedelta(seconds=7))


def labels(message: OutgoingMessage) -> list[str]:
    return [button.label for row in message.rows for button in row]


def test_while_it_goes_out_it_says_how_far_it_is_how_fast_and_how_long(words: Words) -> None:
    message = draw_run(report(), words)
    assert message.text.startswith("<b>Soup &amp; bread, two for one until six")
    assert "▓▓▓▓▓▓░░░░ 214 of 312" in message.text
    assert "28 a second, less than a minute left" in message.text
    assert labels(message) == ["Pause", "Stop"]
    slow = draw_run(report(lately=(100, timedelta(seconds=200))), words)
    assert "0.5 a second, about 3 minutes left" in slow.text


def test_what_holds_it_up_is_said_with_its_end(words: Words) -> None:
    waits = draw_run(report(asked_to_wait=NOON.replace(hour=14, minute=20)), words).text
    assert "until 14:20; 214 of 312 were sent; I go on by myself." in waits
    assert "Quiet hours until 10:00" in draw_run(report(quiet_until=NOON.replace(hour=10)), words).text


@pytest.mark.parametrize(
    ("told", "sentence", "buttons"),
    [
        (report(replace(RUN, state=RunState.PAUSED)), "Paused.", ["Go on", "Stop"]),
        (
            report(replace(RUN, state=RunState.PAUSED, pilot_until=NOON), pilot_out=True),
            "The other 98 wait",
            ["Send to the other 98", "Count anew", "Stop"],
        ),
        (report(ended(RunState.STOPPED)), "98 did not get it", ["Go on", "Count anew"]),
        (report(ended(RunState.FINISHED)), "Done on", ["Count anew"]),
        (report(ended(RunState.FINISHED), now=NOON + timedelta(days=8)), "within 7 days: 0", []),
        (report(replace(RUN, state=RunState.MISSED)), "Not sent. It was due on", []),
        (report(replace(RUN, state=RunState.TAKEN_BACK)), "a draft again", []),
        (report(replace(RUN, state=RunState.WAITING)), "in a few seconds", ["Take it back"]),
        (
            report(replace(RUN, state=RunState.WAITING, run_at=NOON + timedelta(days=1))),
            "Saturday, 15 March 2025 at 12:00",
            ["Take it back"],
        ),
    ],
)
def test_each_state_has_its_sentence_and_its_buttons(
    words: Words, told: RunReport, sentence: str, buttons: list[str]
) -> None:
    message = draw_run(told, words)
    assert sentence in message.text
    assert labels(message) == buttons


def test_the_report_counts_by_reason_and_names_who_is_unknown(words: Words) -> None:
    failed, skipped, unknown = RecipientState.FAILED, RecipientState.SKIPPED, RecipientState.UNKNOWN
    counts = RunCounts(
        {SENT: 300, failed: 9, unknown: 2, skipped: 12, RecipientState.HELD_OUT: 50},
        {
            (failed, "UNREACHABLE: Forbidden: bot was blocked by the user"): 6,
            (failed, "UNREACHABLE: Forbidden: user is deactivated"): 2,
            (failed, "REFUSED: Bad Request: something new"): 1,
            (skipped, "muted"): 8,
            (skipped, "cap"): 4,
        },
    )
    results = RunResults(
        muted=3, taken=14, redeemed=9, unknown=("Anna 2", "Boris"),
        visits={SENT: VisitSums(302, 151, 151), RecipientState.HELD_OUT: VisitSums(50, 10, 10)},
    )  # fmt: skip
    offer = PostOffer(OwnWords.of({"en": "Cookie"}), days=3)
    told = report(ended(RunState.FINISHED), results=results, campaign=replace(CAMPAIGN, offer=offer))
    text = draw_run(replace(told, counts=counts), words).text
    for line in (
        "Sent: 300",
        "Did not arrive: 9 (blocked the bot 6, account deleted 2, Telegram refused 1)",
        "Perhaps received, and not sent again: 2 (Anna 2, Boris)",
        "Left out: 12 (muted 8, had a post this week 4)",
        "so that you can compare: 50",
        "Asked for no more: 3",
        "Offer: taken 14, had at the counter 9",
        "Their visits so far: 151.",
        "Visits per head: 0.5 with the post, 0.2 without. It brought visits",
    ):
        assert line in text


def test_too_few_are_said_to_be_too_few_and_a_stopped_run_compares_nobody(words: Words) -> None:
    counts = {SENT: 300, RecipientState.HELD_OUT: 50}
    few = draw_run(report(ended(RunState.FINISHED), counts=counts), words).text
    assert "too few to tell" in few
    sums = {SENT: VisitSums(302, 151, 151), RecipientState.HELD_OUT: VisitSums(50, 10, 10)}
    stopped = report(ended(RunState.STOPPED), counts=counts, results=replace(NOTHING, visits=sums))
    assert "too few to tell" in draw_run(stopped, words).text


def test_the_list_of_what_was_sent_fits_its_buttons(words: Words) -> None:
    runs = [ListedRun(CAMPAIGN, replace(RUN, state=state)) for state in RunState]
    page = draw_run_list(RunList(runs, [CAMPAIGN], Rules()), words)
    assert [row[0].label[0] for row in page.rows[: len(runs)]] == ["⏳", "▶", "⏸", "⏹", "✓", "✓", "–"]
    assert all(len(label) <= ALONE for label in labels(page))
    assert "Nothing yet" in draw_run_list(RunList([], [], Rules()), words).text


def test_a_pause_that_telegram_asked_for_names_the_campaign(words: Words) -> None:
    until = NOON.replace(hour=14, minute=20)
    said = render_notice(SendingPaused(until, 214, 312), words, Rules())
    assert said.text == ("Telegram asked us to wait until 14:20; 214 of 312 were sent; I go on by myself.")
    assert "Nothing is lost" in render_notice(SendingPaused(until), words, Rules()).text
