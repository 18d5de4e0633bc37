"""What an owner has sent: the last runs, each a button, and the posts that repeat.

Not here: one run (run.py).
"""

from handlers import callbacks
from handlers.drawings.run import title_of
from handlers.labels import ALONE
from handlers.names import shortened
from handlers.outgoing import Button, OutgoingMessage, Style
from handlers.texts import Html, Words
from loyalty.days import local
from loyalty.use_cases.campaigns.runs import ListedRun, RunList


def draw_run_list(page: RunList, words: Words) -> OutgoingMessage:
    """The newest first."""
    lines = [words.say("runs-heading")]
    if not page.runs and not page.repeating:
        lines.append(words.say("runs-none"))
    rows = [(_open(one, page, words),) for one in page.runs]
    for campaign in page.repeating:
        title = title_of(campaign, page.rules.language, words)
        lines.append(words.say("runs-repeating", title=title))
        end = callbacks.EndRepeating(campaign_id=campaign.id).pack()
        label = shortened(words.plain("button-end-repeating", title=title), ALONE)
        rows.append((Button(label, end, Style.DANGER),))
    rows.append((Button(words.plain("button-standing-list"), callbacks.OpenStandingList().pack()),))
    return OutgoingMessage(Html("\n".join(lines)), tuple(rows))


def _open(one: ListedRun, page: RunList, words: Words) -> Button:
    day = local(one.run.run_at, page.rules).date()
    label = words.plain(
        "button-run-open",
        state=one.run.state.value,
        day=day,
        title=title_of(one.campaign, page.rules.language, words),
    )
    return Button(shortened(label, ALONE), callbacks.OpenRun(run_id=one.run.id).pack())
