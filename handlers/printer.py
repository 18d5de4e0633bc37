"""Pages on their way to whoever asked: drawn, and sent as documents, since a photo would be recompressed.

Not here: what stands on a page (drawings/print.py) and how it looks (pictures/).
"""

from dataclasses import dataclass
from typing import Final

import structlog
from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BufferedInputFile

from handlers.drawings.paper import compose_paper_cards, say_printed
from handlers.drawings.print import compose_sign, compose_staff_sheet, say_file
from handlers.drawings.vouchers import compose_vouchers, say_voucher_file
from handlers.outgoing import OutgoingMessage
from handlers.pictures.print_text import PrintedFiles
from handlers.pictures.studio import Studio
from handlers.sending import send
from handlers.texts import Texts, Words
from loyalty.ids import ChatId
from loyalty.paper import say_number
from loyalty.programs import Rules
from loyalty.signs import PaperLanguages, Product
from loyalty.use_cases.paper.cards import PaperOrder
from loyalty.use_cases.paper.signs import PrintOrder
from loyalty.use_cases.paper.vouchers import PrintedSheet

_UPLOAD_SECONDS: Final = 8  # two files, and a handler has to end within the 20 seconds of a graceful stop

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Printer:
    """Draws pages and sends them as PDF and PNG."""

    studio: Studio
    texts: Texts
    bot_link: str

    async def send(
        self, bot: Bot, chat_id: ChatId, order: PrintOrder, languages: PaperLanguages, words: Words
    ) -> None:
        """Both files of a page; a sentence when they don't get through."""
        chosen = self._chosen(order.rules, languages)
        try:
            files = await self._draw(order, chosen)
            name = _file_name(order, chosen)
            caption = say_file(order.product, order.sign, words)
            await _upload(bot, chat_id, files.pdf, f"{name}.pdf", caption)
            await _upload(bot, chat_id, files.png, f"{name}.png")
        except (TelegramAPIError, OSError, ValueError) as error:
            ours = not isinstance(error, TelegramAPIError)  # drawing it failed: where, only the trace tells
            log.warning(
                "print_failed", product=order.product.value, error=type(error).__name__, exc_info=ours
            )
            await send(bot, chat_id, OutgoingMessage(words.say("print-failed")))

    async def send_vouchers(self, bot: Bot, chat_id: ChatId, printed: PrintedSheet, words: Words) -> bool:
        """The sheet as PDF; False when it doesn't get through."""
        rules = printed.rules
        both = PaperLanguages.MAIN if rules.second_language is None else PaperLanguages.BOTH
        chosen = self._chosen(rules, both)
        try:
            text = compose_vouchers(printed, chosen, bot_link=self.bot_link)
            content = await self.studio.print_vouchers(text)
            name = f"vouchers-{printed.sheet.id}.pdf"
            await _upload(bot, chat_id, content, name, say_voucher_file(printed, words))
        except (TelegramAPIError, OSError, ValueError) as error:
            ours = not isinstance(error, TelegramAPIError)
            log.warning("print_failed", product="vouchers", error=type(error).__name__, exc_info=ours)
            return False
        return True

    async def send_paper_cards(self, bot: Bot, chat_id: ChatId, order: PaperOrder, words: Words) -> None:
        """Paper cards as one PDF; a sentence when it doesn't get through."""
        if not order.cards:  # asked for again, and all of them are in use by now
            await send(bot, chat_id, OutgoingMessage(words.say("papercards-in-use")))
            return
        chosen = self._chosen(order.rules, PaperLanguages.BOTH)
        text = compose_paper_cards(order, chosen, bot_link=self.bot_link)
        try:
            content = await self.studio.print_paper_cards(text)
            await _upload(bot, chat_id, content, _paper_name(order), say_printed(order, words))
        except (TelegramAPIError, OSError, ValueError) as error:
            ours = not isinstance(error, TelegramAPIError)
            log.warning("print_failed", product="paper_cards", error=type(error).__name__, exc_info=ours)
            numbers = ", ".join(say_number(card.card.number) for card in order.cards)
            await send(bot, chat_id, OutgoingMessage(words.say("papercard-print-failed", numbers=numbers)))

    def _chosen(self, rules: Rules, languages: PaperLanguages) -> tuple[Words, ...]:
        """The languages of a page; the second one may have gone since the button was drawn."""
        second = rules.second_language or rules.language
        codes = {
            PaperLanguages.MAIN: (rules.language,),
            PaperLanguages.SECOND: (second,),
            PaperLanguages.BOTH: (rules.language, second),
        }[languages]
        spoken = dict.fromkeys(self.texts.choose(code, rules.language) for code in codes)
        return tuple(self.texts.in_language(code).where(rules.collects) for code in spoken)

    async def _draw(self, order: PrintOrder, languages: tuple[Words, ...]) -> PrintedFiles:
        if order.sign is None:
            text = compose_staff_sheet(order.rules, languages, bot_link=self.bot_link)
            return await self.studio.print_staff_sheet(text)
        link = f"{self.bot_link}?start={order.payload}"
        sign = compose_sign(order.rules, order.sign, languages, link=link, bot_link=self.bot_link)
        return await self.studio.print_sign(order.product, sign)


def _file_name(order: PrintOrder, languages: tuple[Words, ...]) -> str:
    """Such as sign-3-a6-en-et: plain letters, which every printer's computer can read."""
    kind = {Product.TENT: "table-tent", Product.STAFF: "staff-sheet", Product.FOUR: "four-on-a4"}.get(
        order.product, order.product.value
    )
    sign = [] if order.sign is None else ["sign", str(order.sign.id)]
    return "-".join([*sign, kind, *(words.language for words in languages)])


def _paper_name(order: PaperOrder) -> str:
    """Such as paper-card-44102739.pdf, or paper-cards-8.pdf for a sheet."""
    if len(order.cards) == 1:
        return f"paper-card-{order.cards[0].card.number}.pdf"
    return f"paper-cards-{len(order.cards)}.pdf"


async def _upload(bot: Bot, chat_id: ChatId, content: bytes, name: str, caption: str | None = None) -> None:
    await bot.send_document(
        chat_id,
        BufferedInputFile(content, name),
        caption=caption,
        parse_mode=ParseMode.HTML,
        disable_content_type_detection=True,
        request_timeout=_UPLOAD_SECONDS,
    )
