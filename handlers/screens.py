"""Deliveries become messages: facts are read when it is sent, in the reader's language.

Not here: how screens look (drawings/) and sending (bot/sender.py).
"""

from dataclasses import dataclass
from typing import assert_never

from handlers.drawings.bills import draw_spending
from handlers.drawings.code import draw_code, draw_code_picture
from handlers.drawings.corrections import draw_correction
from handlers.drawings.freezing import draw_freeze
from handlers.drawings.further_buttons import place_further
from handlers.drawings.letters import draw_answer, draw_letter
from handlers.drawings.limit_lines import draw_approval
from handlers.drawings.outage import draw_outage
from handlers.drawings.own_questions import draw_own_question
from handlers.drawings.post import draw_post
from handlers.drawings.questions import draw_invite, draw_offer
from handlers.drawings.queue import draw_old_queue, draw_queue
from handlers.drawings.receipts import draw_receipt
from handlers.drawings.run import draw_run
from handlers.drawings.sale import draw_sale_code, draw_sale_picture
from handlers.drawings.staff_card import draw_staff_card
from handlers.drawings.staff_list import draw_departure
from handlers.drawings.standing import complete
from handlers.drawings.surveys import draw_further, draw_praise, draw_reason, draw_survey, draw_thanks
from handlers.drawings.tickets import draw_put_right, draw_ticket
from handlers.notices import render_notice
from handlers.outgoing import OutgoingMessage
from handlers.texts import Texts, Words
from loyalty.campaigns import OwnQuestionTerms
from loyalty.deliveries import Delivery, Screen, ScreenKind
from loyalty.ids import (
    ApprovalId,
    DepartureId,
    FreezeId,
    InviteId,
    LetterId,
    OfferId,
    OperationId,
    OutageId,
    RecipientId,
    RunId,
    SaleCodeId,
    ScanId,
    TelegramId,
    TicketId,
    VisitId,
)
from loyalty.runs import CampaignPost
from loyalty.standing import decode_facts
from loyalty.use_cases.campaigns.posts_to_send import (
    ReadPost,
    Resting,
    SurveyToSend,
    Withheld,
)
from loyalty.use_cases.campaigns.runs import ReadRun
from loyalty.use_cases.corrections.record import ReadCorrection
from loyalty.use_cases.customers.freezing import ReadFreeze
from loyalty.use_cases.customers.letters import ReadLetter
from loyalty.use_cases.house.outages import ReadOutage
from loyalty.use_cases.house.rules import ReadProgram
from loyalty.use_cases.house.screens import (
    ReadCode,
    ReadCounter,
    Reader,
    ReadInvite,
    ReadOffer,
    ReadReader,
    ReadReceipt,
)
from loyalty.use_cases.limits.approvals import ReadApproval
from loyalty.use_cases.listening.asked import ReadSurvey
from loyalty.use_cases.listening.praising import ReadPraise, ReadThanks
from loyalty.use_cases.listening.reading_tickets import ReadTicket
from loyalty.use_cases.rewards.spending import ReadSpending
from loyalty.use_cases.staff.leaving import STAFF_SCREENS, ReadDeparture
from loyalty.use_cases.visits.queue import IsQueueShown, ReadQueue
from loyalty.use_cases.visits.sale_codes import ReadSaleCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Renderer:
    """Draws what a delivery shows, as things are now."""

    texts: Texts
    read_reader: ReadReader
    read_counter: ReadCounter
    read_code: ReadCode
    read_offer: ReadOffer
    read_spending: ReadSpending
    read_approval: ReadApproval
    read_correction: ReadCorrection
    read_freeze: ReadFreeze
    read_invite: ReadInvite
    read_letter: ReadLetter
    read_ticket: ReadTicket
    read_departure: ReadDeparture
    read_outage: ReadOutage
    read_queue: ReadQueue
    is_queue_shown: IsQueueShown
    read_receipt: ReadReceipt
    read_post: ReadPost
    read_run: ReadRun
    read_survey: ReadSurvey
    read_praise: ReadPraise
    read_thanks: ReadThanks
    read_sale_code: ReadSaleCode
    read_program: ReadProgram

    async def render(self, delivery: Delivery) -> OutgoingMessage | Withheld | Resting | None:
        """The message, or why it must not go out; None: a live code keeps the message with its secrets."""
        reader = await self.read_reader(delivery.chat_id, delivery.customer_id)
        words = self._words_of(reader)
        match delivery.content:
            case Screen() as screen if _is_over(screen, reader):
                return OutgoingMessage(words.say("staff-screen-over")) if screen.message_id else None
            case Screen() as screen:
                return await self._draw(screen, words, reader)
            case int() as operation_id:
                return draw_receipt(await self.read_receipt(OperationId(operation_id)), words)
            case CampaignPost() as told:
                return await self._post(told, words)
            case notice:
                return render_notice(notice, words, (await self.read_program()).rules)

    async def draw(self, screen: Screen) -> OutgoingMessage | None:
        """The screen as it is now; None when it is not for its reader, or no more."""
        reader = await self.read_reader(screen.chat_id)
        if _is_over(screen, reader):
            return None
        return await self._draw(screen, self._words_of(reader), reader)

    def _words_of(self, reader: Reader) -> Words:
        words = self.texts.in_language(self.texts.choose(reader.language, reader.cafe_language))
        return words.where(reader.collects)

    async def _draw(self, screen: Screen, words: Words, reader: Reader) -> OutgoingMessage | None:
        match screen.kind:
            case ScreenKind.STAFF_CARD:
                facts = await self.read_counter(VisitId(screen.subject_id))
                card = draw_staff_card(facts, words, group=screen.chat_id < 0)
                return place_further(card, facts, words, manager=reader.manager)
            case ScreenKind.CODE:
                return draw_code(await self.read_code(ScanId(screen.subject_id)), words)
            case ScreenKind.CODE_PICTURE:
                return draw_code_picture(await self.read_code(ScanId(screen.subject_id)), words)
            case ScreenKind.SALE_CODE:
                return draw_sale_code(await self.read_sale_code(SaleCodeId(screen.subject_id)), words)
            case ScreenKind.SALE_CODE_PICTURE:
                return draw_sale_picture(await self.read_sale_code(SaleCodeId(screen.subject_id)), words)
            case ScreenKind.OFFER:
                return draw_offer(await self.read_offer(OfferId(screen.subject_id)), words)
            case ScreenKind.SPENDING:
                return draw_spending(await self.read_spending(OfferId(screen.subject_id)), words)
            case ScreenKind.QUEUE:
                return await self._queue(screen, words)
            case ScreenKind.OLD_QUEUE:
                return await self._old_queue(screen, words)
            case ScreenKind.APPROVAL:
                question = await self.read_approval(ApprovalId(screen.subject_id))
                return draw_approval(question, words, reader=TelegramId(screen.chat_id))
            case ScreenKind.OUTAGE:
                return draw_outage(await self.read_outage(OutageId(screen.subject_id)), words)
            case ScreenKind.CORRECTION:
                return draw_correction(await self.read_correction(OperationId(screen.subject_id)), words)
            case ScreenKind.FREEZE:
                return draw_freeze(await self.read_freeze(FreezeId(screen.subject_id)), words)
            case ScreenKind.RUN:
                return draw_run(await self.read_run(RunId(screen.subject_id)), words)
            case ScreenKind.LETTER:
                return await self._letter(screen, words, manager=reader.manager)
            case ScreenKind.ANSWER:
                return draw_answer(await self.read_letter(LetterId(screen.subject_id)), words)
            case ScreenKind.TICKET:
                ticket = await self.read_ticket(TicketId(screen.subject_id))
                return draw_ticket(ticket, words, reader=reader.known.staff)
            case ScreenKind.PUT_RIGHT:
                return draw_put_right(await self.read_ticket(TicketId(screen.subject_id)), words)
            case ScreenKind.REASON:
                asked = await self.read_survey(RecipientId(screen.subject_id))
                return draw_reason(asked, words) if asked.asks_reason or screen.message_id else None
            case ScreenKind.THANKS | ScreenKind.FURTHER:
                return await self._thanks(screen, words)
            case ScreenKind.PRAISE:
                said = await self.read_praise(RecipientId(screen.subject_id))
                return draw_praise(said, words) if said or screen.message_id is not None else None
            case ScreenKind.DEPARTURE:
                return draw_departure(await self.read_departure(DepartureId(screen.subject_id)), words)
            case ScreenKind.INVITE:
                return draw_invite(await self.read_invite(InviteId(screen.subject_id)), words)
            case _:
                assert_never(screen.kind)

    async def _thanks(self, screen: Screen, words: Words) -> OutgoingMessage | None:
        facts = await self.read_thanks(RecipientId(screen.subject_id))
        if facts is None:
            return None
        if screen.kind is ScreenKind.THANKS:
            return draw_thanks(facts, words)
        further = draw_further(facts, words)
        if further is None and screen.message_id is not None:
            return OutgoingMessage(words.say("survey-further-over"))
        return further

    async def _letter(self, screen: Screen, words: Words, *, manager: bool) -> OutgoingMessage | None:
        """A complaint that waits to be shown where others read along is not shown there at all."""
        facts = await self.read_letter(LetterId(screen.subject_id))
        if facts.letter.ticket_id is not None and not manager and screen.message_id is None:
            return None
        return draw_letter(facts, words, manager=manager)

    async def _post(self, told: CampaignPost, words: Words) -> OutgoingMessage | Withheld | Resting:
        facts = await self.read_post(told.recipient_id)
        if isinstance(facts, SurveyToSend):
            return draw_survey(facts.facts, words, purpose=facts.purpose)
        if isinstance(facts, Withheld | Resting):
            return facts
        if isinstance(facts.campaign.terms, OwnQuestionTerms):
            return draw_own_question(
                facts.post, facts.campaign.terms, words, purpose=facts.purpose,
                recipient_id=told.recipient_id, silent=told.silent,
            )  # fmt: skip
        beside = decode_facts(facts.recipient.facts)
        return draw_post(
            complete(facts.post, facts.campaign.kind, beside, words),
            words,
            offer=facts.offer,
            purpose=facts.purpose,
            recipient_id=told.recipient_id,
            silent=told.silent,
        )

    async def _queue(self, screen: Screen, words: Words) -> OutgoingMessage | None:
        """None, or a line without names, for a chat in which nobody of staff is left."""
        facts = await self.read_queue(screen.chat_id)
        return draw_queue(facts, words) if facts is not None else await self._old_queue(screen, words)

    async def _old_queue(self, screen: Screen, words: Words) -> OutgoingMessage | None:
        if screen.message_id is None:
            return None
        newer = screen.kind is ScreenKind.OLD_QUEUE and await self.is_queue_shown(screen.chat_id)
        return draw_old_queue(words, further_down=newer)


def _is_over(screen: Screen, reader: Reader) -> bool:
    """Whether what it shows is not for its reader any more."""
    if screen.kind is ScreenKind.TICKET and not reader.manager:
        return True
    return screen.kind in STAFF_SCREENS and not reader.sees_staff_screens
