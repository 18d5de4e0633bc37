"""What /print asks, and the words that stand on paper, in one language or two.

Not here: how a page looks (pictures/print_*.py), drawing and sending it (printer.py).
"""

from typing import Final

from handlers import callbacks
from handlers.drawings.phrases import ITEM, say_money
from handlers.names import shortened
from handlers.outgoing import Button, OutgoingMessage, Rows, Style
from handlers.pictures.print_text import Section, SignText, SignWords, StaffText, StaffWords
from handlers.texts import Words
from loyalty.programs import Rules
from loyalty.signs import PaperLanguages, Product, Sign
from loyalty.use_cases.paper.signs import SignBoard

_NAMES: Final = {
    Product.SIGN_A6: "product-a6",
    Product.SIGN_A5: "product-a5",
    Product.FOUR: "product-four",
    Product.TENT: "product-tent",
    Product.STAFF: "product-staff",
}
_BUTTONS: Final = {
    Product.SIGN_A6: "button-print-a6",
    Product.SIGN_A5: "button-print-a5",
    Product.FOUR: "button-print-four",
    Product.TENT: "button-print-tent",
    Product.STAFF: "button-print-staff",
}
_ANIMAL: Final = "fox"
_NUMBER: Final = 42
"""The pair code that is everybody's example."""


def draw_print_menu(board: SignBoard, words: Words, *, heading: str | None = None) -> OutgoingMessage:
    """What can be printed, which signs hang out there, and how to replace them."""
    lines = [heading or words.say("print-heading"), words.say("print-how"), ""]
    lines += [words.say("print-live" if board.signs else "print-none")]
    lines += [_line_of(sign, words) for sign in board.signs]
    two = board.rules.second_language is not None
    rows: Rows = (
        (_button(Product.SIGN_A6, words, two), _button(Product.SIGN_A5, words, two)),
        (_button(Product.FOUR, words, two), _button(Product.TENT, words, two)),
        (_button(Product.STAFF, words, two),),
    )
    if board.signs:
        ask = callbacks.ReplaceSigns(up_to=board.signs[-1].id, sure=False)
        rows += ((Button(words.plain("button-print-new"), ask.pack()),),)
    return OutgoingMessage("\n".join(lines), rows, asks=True)


def draw_paper_languages(product: Product, rules: Rules, words: Words) -> OutgoingMessage:
    """Which language: the cafe's main one, its second one, or both on one page."""
    second = rules.second_language or rules.language
    names = [
        (words.language_names.get(rules.language, rules.language), PaperLanguages.MAIN),
        (words.language_names.get(second, second), PaperLanguages.SECOND),
        (words.plain("button-print-both"), PaperLanguages.BOTH),
    ]
    main, other, both = (
        Button(name, callbacks.PrintPaper(product=product, languages=languages).pack())
        for name, languages in names
    )
    rows = ((main, other), (both,), (_back(words),))
    return OutgoingMessage(words.say("print-language", product=name_product(product, words)), rows, asks=True)


def draw_replace(board: SignBoard, words: Words) -> OutgoingMessage:
    """What becomes of the signs out there: yes or back."""
    count = len(board.signs)
    sure = callbacks.ReplaceSigns(up_to=board.signs[-1].id, sure=True)
    yes = Button(words.plain("button-print-new-yes", signs=count), sure.pack(), Style.PRIMARY)
    return OutgoingMessage(words.say("print-new-ask", signs=count), ((yes,), (_back(words),)), asks=True)


def name_product(product: Product, words: Words) -> str:
    """What a page is called."""
    return words.plain(_NAMES[product])


def say_file(product: Product, sign: Sign | None, words: Words) -> str:
    """What stands under the file: which sign it is, and how it leaves the printer in its true size."""
    name = name_product(product, words)
    lines = [words.say("print-file", product=name)]
    if sign is not None:
        lines = [words.say("print-file-sign", product=name, number=str(sign.id))]
    match product:
        case Product.FOUR:
            lines.append(words.say("print-and-cut"))
        case Product.TENT:
            lines.append(words.say("print-and-fold"))
        case _:
            lines.append(words.say("print-at-full-size"))
    return "\n".join(lines)


def compose_sign(
    rules: Rules, sign: Sign, languages: tuple[Words, ...], *, link: str, bot_link: str
) -> SignText:
    """Everything that stands on a sign."""
    main = languages[0]
    number = main.plain("paper-sign-number", number=str(sign.id))
    return SignText(
        cafe=rules.cafe,
        link=link,
        handle=say_handle(bot_link),
        footer=f"{bot_link.partition('://')[2]} · {number}",
        goal=rules.goal if rules.gives_stamps else None,
        words=tuple(_sign_words(rules, words.where(rules.collects)) for words in languages),
        language=main.language,
    )


def compose_staff_sheet(rules: Rules, languages: tuple[Words, ...], *, bot_link: str) -> StaffText:
    """Everything that stands on the staff sheet."""
    return StaffText(
        cafe=rules.cafe,
        link=bot_link,
        handle=say_handle(bot_link),
        words=tuple(_staff_words(words.where(rules.collects)) for words in languages),
        language=languages[0].language,
    )


def say_handle(bot_link: str) -> str:
    """@username of a bot's address."""
    return f"@{bot_link.rstrip('/').rpartition('/')[2]}"


def _sign_words(rules: Rules, words: Words) -> SignWords:
    collect, gives, how = (
        _promise_stamps(rules, words) if rules.gives_stamps else _promise_points(rules, words)
    )
    return SignWords(
        collect=collect,
        gives=gives,
        how=how,
        steps=(
            (words.plain("paper-step-scan"), words.plain("paper-step-scan-how")),
            (words.plain("paper-step-start"), words.plain("paper-step-start-how")),
            (words.plain("paper-step-say"), words.plain("paper-step-say-how", pair=_example(words))),
        ),
        last_step=words.plain("paper-step-say-both", pair=_example(words)),
    )


def _promise_stamps(rules: Rules, words: Words) -> tuple[str, str, str]:
    stamp_for = shortened(words.own(rules.stamp_for), ITEM)
    return (
        words.plain("paper-collect", goal=rules.goal),
        shortened(words.own(rules.item), ITEM),
        words.plain("paper-stamp-for", stamp_for=stamp_for),
    )


def _promise_points(rules: Rules, words: Words) -> tuple[str, str, str]:
    collect = words.plain("paper-points-collect")
    if rules.minimum_bill:
        amount = say_money(words, rules.minimum_bill, rules.currency)
        collect = words.plain("paper-points-collect-from", amount=amount)
    return (
        collect,
        words.plain("paper-points-item", percent=rules.earn_percent),
        words.plain("paper-points-pay", cap=rules.spend_percent),
    )


def _staff_words(words: Words) -> StaffWords:
    ways = (
        words.plain("paper-staff-open-scan"),
        words.plain("paper-staff-open-digits"),
        words.plain("paper-staff-open-queue", pair=_example(words)),
        words.plain("paper-staff-open-group"),
    )
    giving = (
        "paper-staff-give-one", "paper-staff-give-more", "paper-staff-give-undo", "paper-staff-give-reward",
    )  # fmt: skip
    silent = ("paper-staff-silent-again", "paper-staff-silent-paper", "paper-staff-silent-later")
    lead = (
        "paper-staff-lead-undo", "paper-staff-lead-adjust", "paper-staff-lead-invite",
        "paper-staff-lead-print",
    )  # fmt: skip
    return StaffWords(
        title=words.plain("paper-staff-title"),
        open_bot=words.plain("paper-staff-bot"),
        sections=(
            Section(words.plain("paper-staff-open"), ways, numbered=True),
            Section(words.plain("paper-staff-give"), tuple(words.plain(key) for key in giving)),
            Section(words.plain("paper-staff-silent"), tuple(map(words.plain, silent)), numbered=True),
            Section(words.plain("paper-staff-lead"), tuple(words.plain(key) for key in lead)),
        ),
    )


def _example(words: Words) -> str:
    """A pair code in words; the space in it holds both together."""
    return f"{words.plain('animal', animal=_ANIMAL)}\u00a0{_NUMBER}"


def _line_of(sign: Sign, words: Words) -> str:
    name = name_product(sign.product, words)
    return words.say("print-sign", number=str(sign.id), product=name, joins=sign.joins)


def _button(product: Product, words: Words, two: bool) -> Button:
    asked: callbacks.ChoosePaperLanguage | callbacks.PrintPaper
    if two:
        asked = callbacks.ChoosePaperLanguage(product=product)
    else:
        asked = callbacks.PrintPaper(product=product, languages=PaperLanguages.MAIN)
    return Button(words.plain(_BUTTONS[product]), asked.pack())


def _back(words: Words) -> Button:
    return Button(words.plain("button-back"), callbacks.ShowPrintMenu().pack())
