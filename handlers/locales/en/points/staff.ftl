### What the people of a cafe read where points alone are collected, in place of the sentences of the same name.

staff-how =
    To enter a bill: send the six digits with it, such as <code>418302 3.50</code>, and the customer has the points.
    Or open the card first, and tap the bill there or just send it: whoever taps <b>{ button-stamp-me }</b> is in the <b>{ button-queue }</b>. Or scan the customer's QR with your phone's camera, send me a photo of it, or the six digits alone.
    In a group use /confirm 418302 3.50.
staff-how-sale = <b>{ button-sale }</b> or <code>/sale 3.50</code> makes a QR that the customer scans: it gives the points of that bill, and a card to whoever has none yet.
staff-how-vouchers = /vouchers shows printed slips of stamps that are still out there, and voids them.
staff-how-manager = <code>/undo 123 why</code> takes back the bill of a receipt, also late; then it can be entered anew. The number stands on it after №.
confirm-how = Send the six digits with it: /confirm 418302, or /confirm 418302 3.50.
command-confirm = Enter a bill: /confirm 418302 3.50
command-sale = A QR for the customer: /sale 3.50
command-vouchers = Printed slips that are out there
staff-chat-what = The staff chat is a group of the people who work here: whoever taps <b>{ button-stamp-me }</b> appears there, and one tap opens the card for the bill.
toast-handover-undone = Given back.
error-visit-over = { $state ->
    [confirmed] This visit is settled, and the time to change it is over. Open a new one with a new code.
    [declined] This visit was put aside. Ask the customer for a new code.
    [expired] This visit ran out. Ask the customer for a new code.
    [undone] This visit was undone. Ask the customer for a new code.
   *[open] This visit still waits for its bill. Enter that first.
}

## The queue

queue-line = { $pair } · { $name }
queue-line-wish = { $pair } · { $name } · wants { $item }
queue-line-held = { $pair } · { $name } · has { $item }

## Limits

staff-choice = Was here at { $time } already. A second round? Then tap it, or the bill.
staff-choice-forgotten = Was here minutes ago, with the card before this one. A second round?
staff-limit = { $most ->
    [one] No more bills today: a card takes { $most } visit a day.
   *[other] No more bills today: a card takes { $most } visits a day.
}
staff-frozen = Frozen: the customer did not know of something on this card. Bills can be entered, paying with points waits for a manager.
button-second-round = Second round
button-friend = A friend's order
button-correction = Correction
error-reason-needed = { $need ->
    [reason] This card was used often today. The card asks now why once more: tap the reason there.
   *[choice] This card was used minutes ago. The card asks now whether this is a second round: tap it there.
}
error-card-frozen = This card is frozen: nothing leaves it until a manager has looked. Ask a manager. Bills can still be entered.
error-card-frozen-manager = This card is frozen: nothing leaves it until you or another manager has looked. { button-thaw } stands under the message about it in your chat. Bills can still be entered.

## Corrections: stamps are put right by hand, bills are taken back

adjust-how = This cafe collects points for bills, and /adjust counts stamps. A wrong bill is taken back with <code>/undo 123 why</code>, and entered anew with a new code.
correction-card-moved = № { $number } · <b>{ $name }</b> · { $by } moved a lost account's card here: { $moved }.
error-not-by-undo = The last thing you did, № { $number }, is no visit, and undo does not take it back. Nothing was changed.
error-not-by-undo-manager = The last thing you did, № { $number }, is no visit, and undo does not take it back. Nothing was changed.
error-nothing-to-take-back = № { $number } gave nothing that undo could take back. Take the number that stands on the bill's own receipt.
error-card-moved-away = What was on that card is on another one now, and only there a bill can be taken back.
error-reward-written-off = The visit that filled this reward was taken back, and the reward written off. It can't be handed over.
error-reward-written-off-manager = The visit that filled this reward was taken back, and the reward written off. It can't be handed over.
error-old-card-over = This cafe collects points for bills, so stamps of old cards are carried over no more. Nothing was changed.
error-old-card-over-manager = This cafe collects points for bills, so stamps of old cards are carried over no more. Nothing was changed.

## Owners

vouchers-how = A slip gives a stamp, and this cafe collects points for bills: none is printed now. Here is what was printed before, and can be voided.
setup-done = Your card is ready. Somebody to practise on walks up: tap their bill on the card below, or send its amount alone: 3.50. The card has a button for each usual bill that you name in /setup.
notice-practice = That was it: one bill, and a real customer would have points and a receipt now. Undo takes it back for ten minutes. <b>{ button-practice }</b> brings somebody to practise on at any time.
program-who-alone = Bills are entered by you.
program-who = { $people ->
    [one] Bills are entered by { $people } person.
   *[other] Bills are entered by { $people } people.
}
button-set-who = Who enters bills
set-who = Who enters bills? You can, with this phone. A shared phone at the counter becomes a till; a group of the people who work here becomes the staff chat.
day-person = { $name }: { $visits ->
    [one] { $visits } visit
   *[other] { $visits } visits
}{ $rewards ->
    [0] { "" }
   *[other] , { $rewards } free
}
practice-how = A practice customer stands at the counter. Try a bill by its button or sent alone (3.50), paying with points, undo: nothing is counted, and nobody is told. A button for each usual bill comes by /setup.
program-consent = { $alone ->
    [yes] Staff take points on their own word.
   *[no] Points leave a card only after the customer's own tap.
}
button-staff-alone = Take points without asking
