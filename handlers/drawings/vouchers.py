"""Vouchers: the list of sheets, a sheet with its slips, a slip, and the words that stand on paper.

Not here: how a page looks (pictures/print_vouchers.py), drawing and sending it (printer.py).
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from handlers import callbacks
from handlers.drawings.print import say_handle
from handlers.outgoing import Button, OutgoingMessage, Rows, Style
from handlers.pictures.print_text import VoucherText, VoucherWords
from handlers.texts import Html, Words
from loyalty import vouchers
from loyalty.days import local
from loyalty.programs import Rules
from loyalty.use_cases.paper.vouchers import PrintedSheet, SheetFacts, SlipFacts, VoucherBoard
from loyalty.vouchers import CountedSheet, Slip, SlipState, last_day, name_slip

_USUAL: Final = (20, 40, 80)
_MOST_USED: Final = 60
"""Slips that a message names with their hours; it holds 4096 characters."""


def draw_voucher_board(board: VoucherBoard, words: Words) -> OutgoingMessage:
    """How many to print, and what became of the sheets before."""
    how = words.say("vouchers-how", days=vouchers.LIFE.days, most=vouchers.A_DAY)
    lines: list[Html] = [words.say("vouchers-heading"), how]
    if not board.sheets:
        lines.append(words.say("vouchers-none"))
    lines += [_line_of(counted, board, words) for counted in board.sheets]
    printing = tuple(
        Button(words.plain("button-vouchers-print", slips=count), callbacks.PrintSheet(slips=count).pack())
        for count in _USUAL
    )
    sheets = tuple((_button_of(counted, board.now, words),) for counted in board.sheets)
    return OutgoingMessage("\n".join(lines), (printing, *sheets) if board.rules.gives_stamps else sheets)


def draw_sheet(facts: SheetFacts, words: Words) -> OutgoingMessage:
    """Which numbers are open, void, or collected and when."""
    sheet, lines = facts.counted.sheet, [_heading_of(facts, words)]
    for state, key in (
        (SlipState.OPEN, "voucher-open"),
        (SlipState.EXPIRED, "voucher-left"),
        (SlipState.VOID, "voucher-void"),
    ):
        numbers = [slip.number for slip in facts.slips if slip.state(facts.now) is state]
        if numbers:
            lines.append(words.say(key, numbers=_ranges(numbers)))
    used = [slip for slip in facts.slips if slip.collected_at is not None]
    if used:
        lines.append(words.say("voucher-used", numbers=_say_used(used, facts.rules, words)))
    back = (Button(words.plain("button-back"), callbacks.ListSheets().pack()),)
    if not _open_of(facts):
        return OutgoingMessage("\n".join(lines), (back,))
    example = name_slip(sheet.id, min(slip.number for slip in _open_of(facts)))
    lines.append(words.say("voucher-sheet-how", example=example))
    ask = callbacks.VoidSheet(sheet_id=sheet.id, sure=False).pack()
    return OutgoingMessage("\n".join(lines), ((Button(words.plain("button-void-sheet"), ask),), back))


def draw_void_sheet(facts: SheetFacts, words: Words) -> OutgoingMessage:
    """Asked once, with the number of slips that it is about."""
    sheet_id, left = facts.counted.sheet.id, len(_open_of(facts))
    yes = callbacks.VoidSheet(sheet_id=sheet_id, sure=True).pack()
    back = callbacks.OpenSheet(sheet_id=sheet_id).pack()
    rows: Rows = (
        (Button(words.plain("button-void-sheet-yes", left=left), yes, Style.DANGER),),
        (Button(words.plain("button-back"), back),),
    )
    text = [_heading_of(facts, words), words.say("voucher-void-ask")]
    return OutgoingMessage("\n".join(text), rows, asks=True)


def draw_slip(facts: SlipFacts, words: Words) -> OutgoingMessage:
    """One slip, by what is printed on it; of one that was collected the receipt that /undo takes."""
    slip = facts.slip
    state, until = slip.state(facts.now), last_day(slip.sheet, facts.rules)
    text = words.say("voucher-slip", slip=slip.name, state=state.value, until=until)
    back = (Button(words.plain("button-back"), callbacks.OpenSheet(sheet_id=slip.sheet.id).pack()),)
    if facts.receipt is not None:
        text = Html(f"{text} · {words.say('voucher-slip-receipt', number=str(facts.receipt))}")
    if state is not SlipState.OPEN:
        return OutgoingMessage(text, (back,))
    void = callbacks.VoidSlip(sheet_id=slip.sheet.id, number=slip.number).pack()
    label = words.plain("button-void-slip", slip=slip.name)
    return OutgoingMessage(text, ((Button(label, void, Style.DANGER),), back))


def word_voided(facts: SheetFacts, words: Words) -> str:
    """The toast after a slip or a sheet was voided."""
    return words.plain("toast-voucher-void", left=len(_open_of(facts)))


def say_voucher_file(printed: PrintedSheet, words: Words) -> str:
    """What stands under the file."""
    sheet = printed.sheet
    until = last_day(sheet, printed.rules)
    lines = [words.say("voucher-file", number=str(sheet.id), slips=sheet.slips, until=until)]
    if printed.instead_of:
        numbers = ", ".join(map(str, printed.instead_of))
        lines.append(words.say("voucher-file-instead", numbers=numbers))
    return "\n".join(lines)


def compose_vouchers(printed: PrintedSheet, languages: Sequence[Words], *, bot_link: str) -> VoucherText:
    """Everything that stands on a sheet."""
    until = last_day(printed.sheet, printed.rules)
    return VoucherText(
        cafe=printed.rules.cafe,
        handle=say_handle(bot_link),
        slips=tuple(
            (f"{bot_link}?start={payload}", name_slip(printed.sheet.id, number))
            for number, payload in enumerate(printed.payloads, start=1)
        ),
        words=tuple(
            VoucherWords(
                worth=words.plain("paper-voucher-worth"),
                how=words.plain("paper-voucher-how"),
                until=words.plain("paper-voucher-until", until=until),
            )
            for words in languages
        ),
        language=languages[0].language,
    )


def _heading_of(facts: SheetFacts, words: Words) -> Html:
    sheet = facts.counted.sheet
    printed_on = local(sheet.created_at, facts.rules).date()
    return words.say(
        "voucher-sheet", number=str(sheet.id), slips=sheet.slips, on=printed_on, by=sheet.staff_name
    )


def _open_of(facts: SheetFacts) -> Sequence[Slip]:
    return [slip for slip in facts.slips if slip.state(facts.now) is SlipState.OPEN]


def _line_of(counted: CountedSheet, board: VoucherBoard, words: Words) -> Html:
    sheet = counted.sheet
    state = SlipState.OPEN
    if sheet.is_over(board.now):
        state = SlipState.VOID if sheet.voided_at is not None else SlipState.EXPIRED
    return words.say(
        "vouchers-line", number=str(sheet.id), state=state.value, until=last_day(sheet, board.rules),
        used=counted.used, left=counted.left, void=counted.void, by=sheet.staff_name,
    )  # fmt: skip


def _button_of(counted: CountedSheet, now: datetime, words: Words) -> Button:
    number = str(counted.sheet.id)
    data = callbacks.OpenSheet(sheet_id=counted.sheet.id).pack()
    if counted.sheet.is_over(now) or not counted.left:
        return Button(words.plain("button-vouchers-sheet-over", number=number), data)
    return Button(words.plain("button-vouchers-sheet", number=number, left=counted.left), data)


def _say_used(used: Sequence[Slip], rules: Rules, words: Words) -> str:
    """When each was collected, the newest of a long list."""
    newest = sorted(used, key=lambda slip: (slip.collected_at or slip.sheet.created_at, slip.id))[
        -_MOST_USED:
    ]
    said = [] if len(newest) == len(used) else ["…"]
    for slip in newest:
        at = local(slip.collected_at or slip.sheet.created_at, rules)
        said.append(
            words.plain("voucher-used-at", number=str(slip.number), day=at.date(), time=f"{at:%H:%M}")
        )
    return ", ".join(said)


def _ranges(numbers: Iterable[int]) -> str:
    """Numbers as "1-11, 13"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return ", ".join("-".join(map(str, run)) for run in runs)
