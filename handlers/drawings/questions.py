"""Questions with a yes and a no: to the customer about a reward, to the owner about who came.

Not here: what the answers do.
"""

from typing import assert_never

from handlers import callbacks
from handlers.drawings.phrases import name_item
from handlers.names import on_staff_screens
from handlers.outgoing import Button, OutgoingMessage, Style
from handlers.texts import Words
from loyalty.cards import OfferFacts
from loyalty.invites import Invite, InviteState
from loyalty.rewards import OfferState


def draw_offer(facts: OfferFacts, words: Words) -> OutgoingMessage:
    """Hand a reward out: yes or no; afterwards, what was answered."""
    item = name_item(words, facts.item)
    match facts.state:
        case OfferState.ASKED:
            yes = callbacks.AnswerHandOver(offer_id=facts.offer_id, agreed=True).pack()
            no = callbacks.AnswerHandOver(offer_id=facts.offer_id, agreed=False).pack()
            row = (
                Button(words.plain("button-offer-yes"), yes, Style.SUCCESS),
                Button(words.plain("button-offer-no"), no),
            )
            return OutgoingMessage(words.say("offer-asked", by=facts.staff_name, item=item), (row,))
        case OfferState.AGREED:
            return OutgoingMessage(words.say("offer-agreed", by=facts.staff_name, item=item))
        case OfferState.REFUSED:
            return OutgoingMessage(words.say("offer-refused", item=item))
        case OfferState.LAPSED:
            return OutgoingMessage(words.say("offer-lapsed", item=item))
        case _:
            assert_never(facts.state)


def draw_invite(invite: Invite, words: Words) -> OutgoingMessage | None:
    """Let somebody in: yes or no; None while nobody came."""
    name = on_staff_screens(invite.came_name, words.plain("somebody"))
    match invite.state:
        case InviteState.LIVE:
            return None
        case InviteState.CAME:
            accept = callbacks.AnswerInvite(invite_id=invite.id, accept=True).pack()
            refuse = callbacks.AnswerInvite(invite_id=invite.id, accept=False).pack()
            rows = (
                (Button(words.plain("button-invite-accept"), accept, Style.SUCCESS),),
                (Button(words.plain("button-invite-refuse"), refuse),),
            )
            if invite.till:
                return OutgoingMessage(words.say("invite-came-till", name=name), rows)
            return OutgoingMessage(words.say("invite-came", name=name, role=invite.role.value), rows)
        case InviteState.ACCEPTED if invite.till:
            return OutgoingMessage(words.say("invite-accepted-till", name=name))
        case InviteState.ACCEPTED:
            return OutgoingMessage(words.say("invite-accepted", name=name, role=invite.role.value))
        case InviteState.REFUSED:
            return OutgoingMessage(words.say("invite-refused", name=name))
        case InviteState.VOID:
            return OutgoingMessage(words.say("invite-void"))
        case _:
            assert_never(invite.state)
