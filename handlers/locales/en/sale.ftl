### Sale codes: a one-time QR that staff show and the customer scans.

button-sale = Sale code
# To staff, under how to give a stamp.
staff-how-sale = <b>{ button-sale }</b> or <code>/sale +2</code> makes a QR that the customer scans: it gives the stamps, and a card to whoever has none yet.

## What staff ask for, and what they show

sale-menu = <b>{ button-sale }</b>: what did they buy? The customer scans the QR and collects it, also without a card.
sale-how-stamps = Or write it: <code>/sale +2</code>
sale-how-bill = Or write the bill: <code>/sale { $example }</code>
sale-moved = The sale code is in your private chat with me: whoever sees it can collect it.
# $what: such as "2 stamps", or a bill.
sale-stamps = { $stamps ->
    [one] { $stamps } stamp
   *[other] { $stamps } stamps
}
sale-bill = bill { $amount }
sale-heading = Sale code: <b>{ $what }</b>
sale-live = The customer scans the picture below with the phone's camera and taps START. It works once, for { $seconds } seconds.
sale-picture = Scan me: { $what }
sale-picture-over = This code no longer works.
sale-picture-used = Collected.
sale-picture-failed = The picture did not get through, so the code is void. Take the customer's six digits instead.
sale-used = It was collected.
sale-ran-out = It ran out, and nobody collected it.
sale-void = It is void: a newer one took its place, or the shift ended.
sale-collected-before = This one was collected already: the card is here.
# $name: the customer; $limit: what held them back.
sale-refused = Not collected by <b>{ $name }</b>: { $limit ->
    [visits_a_day] this card was used often today
    [overrides_a_day] this card was used often today
    [large_bill] a bill that large needs a manager
   *[other] a visit with so many stamps needs a manager
}. Take their own code: it asks what is missing. This one still works for somebody else.
button-sale-again = The same once more

## The customer

# $standing: such as "5 of 6, one to go".
collected-before = You have collected this already: { $standing }.
# After the refusal of a code or voucher, to somebody who has no card yet.
collect-own-card = You can have a card here all the same: tap { button-my-card } below.

# To the customer who collected by a sale code while waiting.
notice-queue-left = That was your purchase, so you wait in the queue no more. Your own code is still good, should you want something else.

## Refusals

error-collected-undone = This was taken back at the counter, and it gives nothing more. If that is a mistake, ask there.
error-already-collected = Somebody else has collected this already. Ask at the counter for a new one.
error-sale-code-over = This code is over. Ask the barista for a new one, or tap { button-stamp-me } and show your own.
error-sale-code-too-large = { $most ->
    [one] A sale code gives at most { $most } stamp here.
   *[other] A sale code gives at most { $most } stamps here.
} For more, open the customer's own code: it asks for whatever is missing.
error-own-sale-code = You made this code, and nobody serves themselves. It still works: let the customer scan it.
error-not-by-yourself = This needs a word from the staff, so nothing was collected. Tap { button-stamp-me } and show your own code.
