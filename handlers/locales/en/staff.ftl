### What baristas read. Text and emoji only, complete when read aloud.

## Welcome

# $name: the staff member's; $role: barista, manager or owner.
staff-greeting = Hello, { $name }. You are { $role ->
    [owner] the owner
    [manager] a manager
   *[barista] a barista
} at <b>{ $cafe }</b>.
staff-how =
    To give a stamp: whoever taps <b>{ button-stamp-me }</b> is in the <b>{ button-queue }</b>, where one tap does it.
    Or scan the customer's QR with your phone's camera, or send me a photo of it, or the six digits, such as <code>418 302</code>.
    <code>418302 +2</code> gives two at once. In a group use /confirm 418302.
staff-how-bill = An open card takes a bill without the digits: just send <code>{ $example }</code>; in the staff chat reply to the card with it.
staff-how-owner = /invite brings in a barista, /setup shows and changes the rules of your card, /campaigns shows what was sent and what goes out by itself, /voice what customers say of you; /question asks them something of your own.
staff-how-day = /today shows the day on one page, with what passed with a flag; /close closes it.
staff-how-chat = /staffchat makes a group the staff chat: the queue and letters stand there for all.
staff-own-card = <b>{ button-my-card }</b> below is your own card, for your day off.
staff-waiting = Thank you. The owner was asked to let you in; I write to you when it is done.
confirm-how = Send the six digits with it: /confirm 418302, or /confirm 418302 +2.
confirm-moved = The card is in your private chat with me.
hint-staff-digits = To open a customer's card, send the six digits or scan the QR. /help tells the rest.
hint-staff-help = I can't do anything with this. A code is six digits, such as <code>418 302</code>; /help lists what I do.

## The staff card

staff-card-heading = { $pair } · <b>{ $name }</b>
staff-card-heading-nameless = <b>{ $name }</b>
guest = guest
staff-progress = <b>{ $progress }</b>
staff-rewards = Rewards: { $rewards }
staff-picked = Wants it now: <b>{ $item }</b>
staff-asked = Asked the customer: hand over { $item }?
staff-answer-no = The customer said no to { $item }.
staff-undo-blocked = Undo is off: the reward that this visit filled was handed over.
staff-declined = Not now: { $by } put it aside, nothing was given.
staff-expired = Ran out: nothing was given. Ask for a new code.
staff-undone = Undone by { $by }.
staff-filled = { $rewards ->
    [one] Card filled: { $item }
   *[other] Cards filled: { $item } × { $rewards }
}, { $when ->
    [now] can be had now.
   *[next] from the next visit.
}

# One line for each thing done in the visit. $number: the receipt's number; $by: who did it.
staff-line-stamps = № { $number } · +{ $added } · { $by }
staff-line-undone = № { $number } · −{ $removed }, taken back · { $by }
staff-line-handed-over = № { $number } · { $item } handed over · { $by }
staff-line-handover-undone = № { $number } · { $item } given back · { $by }

## Buttons: 18 characters where two share a row, 32 alone.

# $pair: emoji and number, so that the thumb can't hit the wrong card.
button-plus-one = +1 · { $pair }
button-plus = +{ $stamps }
button-hand-over = Hand over: { $item }
button-not-now = Not now
button-undo = Undo
# A visit of more than one stamp: it takes all of them.
button-undo-all = Undo all { $stamps }
button-make-it-two = Make it 2
button-add = Add to this visit
button-back = Back
button-undo-handover = Undo: { $item }

## Toasts: what one says aloud

toast-somebody-first = { $by } was first: { $progress }
toast-filled = { $rewards ->
    [one] Card full: { $item }
   *[other] Cards full: { $item } × { $rewards }
}. { $progress }
toast-declined = Put aside, nothing was given
toast-undone = Undone: { $progress }
toast-asked = Asked the customer: { $item }?
toast-handed-over = Handed over: { $item }
toast-handover-undone = Given back. { $progress }
