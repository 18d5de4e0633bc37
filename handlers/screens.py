"""Deliveries become messages: facts are read when it is sent, in the reader's language.

Not here: how screens look (drawings/) and sending (bot/sender.py).
"""

from dataclasses import dataclass
from typing import assert_never

from handlers.drawings.code import draw_code, draw_code_picture
from handlers.drawings.questions import draw_invite, draw_offer
from handlers.drawings.staff_card import draw_staff_card
from handlers.notices import render_notice, render_receipt
from handlers.outgoing import OutgoingMessage
from handlers.texts import Texts, Words
from loyalty.deliveries import Delivery, Screen, ScreenKind
from loyalty.ids import InviteId, OfferId, OperationId, ScanId, VisitId
from loyalty.use_cases.rules import ReadProgram
from loyalty.use_cases.screens import ReadCode, ReadCounter, ReadInvite, ReadOffer, ReadReader, ReadReceipt


@dataclass(frozen=True, slots=True, kw_only=True)
class Renderer:
    """Draws what a delivery shows, as things are now."""

    texts: Texts
    read_reader: ReadReader
    read_counter: ReadCounter
    read_code: ReadCode
    read_offer: ReadOffer
    read_invite: ReadInvite
    read_receipt: ReadReceipt
    read_program: ReadProgram

    async def render(self, delivery: Delivery) -> OutgoingMessage | None:
        """The message; None when there is nothing to show: a live code keeps the message with its secrets."""
        reader = await self.read_reader(delivery.chat_id)
        words = self.texts.in_language(self.texts.choose(reader.language, reader.cafe_language))
        match delivery.content:
            case Screen() as screen:
                return await self._draw(screen, words)
            case int() as operation_id:
                return await self._receipt(OperationId(operation_id), words)
            case notice:
                return render_notice(notice, words)

    async def _draw(self, screen: Screen, words: Words) -> OutgoingMessage | None:
        match screen.kind:
            case ScreenKind.STAFF_CARD:
                return draw_staff_card(await self.read_counter(VisitId(screen.subject_id)), words)
            case ScreenKind.CODE:
                return draw_code(await self.read_code(ScanId(screen.subject_id)), words)
            case ScreenKind.CODE_PICTURE:
                return draw_code_picture(await self.read_code(ScanId(screen.subject_id)), words)
            case ScreenKind.OFFER:
                return draw_offer(await self.read_offer(OfferId(screen.subject_id)), words)
            case ScreenKind.INVITE:
                return draw_invite(await self.read_invite(InviteId(screen.subject_id)), words)
            case _:
                assert_never(screen.kind)

    async def _receipt(self, operation_id: OperationId, words: Words) -> OutgoingMessage:
        program = await self.read_program()
        return render_receipt(
            await self.read_receipt(operation_id), words, at_once=program.rules.reward_at_once
        )
