### Bills and points: what a bill earns, and paying a part of it with points.

# $count: how many, for the plural; $said: the number as it is written.
points = { $count ->
    [one] { $said } point
   *[other] { $said } points
}
points-worth = { $points } ({ $worth })
bill-earned = bill { $amount }: +{ $points }
bill-paid = bill { $amount }, of it { $spent } paid with points: +{ $points }
# No points: the cafe gives them from a larger bill on.
bill-too-small = bill { $amount }: no points, it is under the smallest bill
bill-balance = now { $points }

## Receipts

receipt-bill = № { $number } · { $bill } · thanks, { $by }
receipt-points-spent = № { $number } · paid with points: { $bill } · { $by }
receipt-bill-taken-back = № { $number } · bill { $amount } taken back · now { $points }
receipt-bill-taken-back-why = { $by } took it back.
# $earned: what really left the card; what was spent already is said in a line of its own.
receipt-bill-undone = The bill of { $amount } was taken back: { $earned } of it left your card. Now { $points }.
receipt-bill-undone-paid = The bill of { $amount } was taken back: { $earned } of it left your card, the { $spent } that you paid with came back. Now { $points }.
# To the owners, after who took back what.
correction-bill-taken-back = № { $number } · <b>{ $name }</b> · { $by } took back a bill of { $amount }.
correction-bill = { $earned } left the card with the bill of { $amount }. On the card: { $points }.
correction-bill-paid = { $earned } left the card with the bill of { $amount }, the { $spent } that had paid a part of it came back. On the card: { $points }.
correction-points-written-off = Another { $points } of it were spent already and are written off.
receipt-points-written-off = Another { $points } of it were spent already. You keep what you had for them.
receipt-points-made-good = Of what came back, { $points } left again: the bill that had given them was taken back before.

## The staff card

staff-points = On the card: { $points }
# $amounts: how many buttons with an amount stand below; $group: whether others talk here.
staff-bill-how = The bill: { $amounts ->
    [0] { "" }
   *[other] tap it, or{ " " }
}{ $group ->
    [yes] reply to this card with the amount
   *[no] just send the amount
}, such as <code>{ $example }</code>.
staff-bill-kept = Bill: <b>{ $amount }</b>
staff-wishes-to-spend = Wants to pay with points, up to { $cap } % of the bill.
staff-spend-asked = Asked the customer: pay { $worth } with points?
staff-spend-no = The customer said no to paying with points.
staff-line-bill = № { $number } · { $bill } · { $by }
staff-line-points-spent = № { $number } · paid with points, { $bill } · { $by }
staff-line-bill-undone = № { $number } · bill { $amount } taken back · { $by }
staff-line-bill-taken-back = № { $number } · bill { $amount } taken back late · { $by }
# What the barista takes in money after points paid a part of the bill.
staff-left-to-pay = Left to pay: <b>{ $left }</b>
bill-left = { $left } left to pay
button-pay-points = Pay { $worth } with points
toast-bill = +{ $points }
toast-bill-too-small = No points: the bill is under the smallest one
toast-spend-asked = Asked the customer: pay { $worth } with points?
toast-spent = Paid with points: { $worth }
toast-spent-left = Paid with points: { $worth }. { $left } left to pay

## The customer

card-points = You have <b>{ $points }</b>. Each bill gives you { $percent } % of it, and up to { $cap } % of a bill can be paid with points.
button-spend-points = Pay with points
code-spending = With it you pay up to { $cap } % of the bill with points.
code-confirmed-bill = Done, thanks: { $bill }. { $by } took care of it.
code-undone-bill = { $by } took this visit back.
spending-asked = { $by } asks: pay { $worth } of { $amount } with { $points }? They leave your card when you say yes.
spending-agreed = { $worth } of { $amount }: paid with { $points }.
spending-refused = You said no. Your points stay on your card.
spending-lapsed = This question is over. Your points stay on your card, unless a receipt says otherwise.

## Rules in plain words

rules-points = Each bill gives you points: { $percent } % of it. A point is worth { $worth }.
rules-points-minimum = A bill under { $amount } gives none.
rules-points-consent = { $alone ->
    [yes] The barista takes them at the counter.
   *[no] Points leave your card only after your own tap.
}
rules-points-lasting = Points do not run out.
rules-points-spend = Up to { $cap } % of a bill can be paid with points. What you pay with them gives no new ones.

## Refusals

error-amount-unreadable = I can't read that amount, so nothing was entered. Send the digits and the bill like this: 418302 { $example }
error-no-bills-sale = This cafe collects stamps, so a bill gives nothing, and no code was made. Send the stamps like this: /sale +2
# The same where a sale code was to be made: no digits of a customer are there.
error-amount-unreadable-sale = I can't read that amount, so no code was made. Send the bill like this: /sale { $example }
error-no-bills = This cafe collects stamps, so a bill gives nothing. Send the digits alone, or with +2.
error-no-stamps = This cafe collects points for bills. Send the digits and the bill, such as 418302 { $example }
error-no-stamps-sale = This cafe collects points for bills, so no code was made. Send the bill like this: /sale { $example }
error-no-slips = A slip gives a stamp, and this cafe collects points for bills. So nothing was printed. The owner chooses in /setup what is collected.
error-no-stamps-to-adjust = This cafe collects points for bills, and /adjust counts stamps. Nothing was changed. A wrong bill is taken back with /undo and its number, and entered anew with a new code.
error-bill-alone = This visit has its stamps, so nothing was entered. Send the bill without a count: { $example }
error-no-card-for-bill = No card here waits for a bill, so nothing was entered. Reply to the card with the amount, or send 418302 { $example }: the digits with it.
error-bill-entered = This visit has its bill already. Undo the visit to put it right.
error-bill-too-large = Bills of { $amount } or more are not entered here. Check the comma, or ask the owner. Nothing was entered.
# To an owner, whose limit it is.
error-bill-too-large-owner = Bills of { $amount } or more are not entered here. Check the comma, or change the limit: /setup > { button-set-more } > { button-set-limits }.
error-sale-bill-too-large = No sale code is made of a bill of { $amount } or more: somebody has to look at it. Check the comma, or open the customer's own code: it asks.
error-bill-missing = Enter the bill first: points pay for a part of it.
error-nothing-to-spend = The card has no points that could pay for a part of a bill now, so nothing has changed. The bill is paid as usual.

## The owner's pages

program-collects = Collected: { $collects ->
    [points] <b>points</b>
    [both] <b>stamps and points</b>
   *[stamps] <b>stamps</b>
}
program-points = { $percent } % of each bill come back as points, up to { $cap } % of a bill can be paid with them ({ $currency }; a point is worth { $worth }).
program-minimum = A bill under { $least } gives no points.
program-minimum-none = Every bill gives points.
program-amounts = Buttons for the usual bills: { $amounts }
program-amounts-none = No buttons for usual bills yet: staff type each amount.
set-collects = What do your customers collect? With points staff enter the bill.
set-points = First row: how much of a bill comes back. Second row: how much of a bill points can pay.
set-currency = In which currency are your bills?
button-set-collects = What is collected
button-set-points = How points work
button-set-currency = Currency
button-set-minimum = Smallest bill
button-set-amounts = Usual bills, a button each
button-collect-stamps = Stamps
button-collect-points = Points
button-collect-both = Stamps and points
# Five of them share a row.
button-earn-percent = { $percent } %
# Four of them share a row.
button-spend-percent = ≤ { $percent } %
ask-amounts = Which bills are usual? Send me up to five amounts with spaces between them, such as { $examples }, or 0 for none. /cancel leaves it as it is.
ask-minimum = From which bill on are points given? Send me the amount, such as { $example }, or 0 for every bill. /cancel leaves it as it is.
rule-collects = collected
rule-currency = currency
rule-earn-percent = points, % of a bill
rule-spend-percent = points pay up to, %
rule-minimum-bill = smallest bill
rule-usual-amounts = usual bills
rule-collects-value = { $collects ->
    [points] points
    [both] stamps and points
   *[stamps] stamps
}
error-points-held = Customers hold points in { $currency } already, so the currency stays. It is what their points are worth.
error-amounts-unfit = I can't read that, so nothing has changed. An amount looks like { $example }; of usual bills there are { $most } at most, with spaces between them.

## Bills, points and slips on the day's page

day-bills = { $bills ->
    [one] { $bills } bill: { $amount }
   *[other] { $bills } bills: { $amount }
}
# Bills that an earlier day's close has; they were taken back since.
day-bills-back = From an earlier day, taken back: { $bills ->
    [one] { $bills } bill
   *[other] { $bills } bills
}, { $amount }
day-points-given = Given: { $points }
day-points-spent = Paid with points: { $points }
day-points-written-off = Written off: { $points }
day-points-adjusted = Put right or expired: { $points }
day-vouchers = Printed slips collected: { $count }
day-free-and-paid = { $visits ->
    [one] Of it in { $visits } visit that also paid
   *[other] Of it in { $visits } visits that also paid
}
# Who owes whom: the card was filled at one counter, the free item handed over at another.
day-settlement = Filled at { $given_at }, handed over at { $redeemed_at }: { $count }

## Where a visit had a bill and no stamp

queue-done-bill = { $pair } · { $name } · bill entered · { $by }
outage-visit-bill = { $pair } · { $name } · bill entered, { $progress }{ $undone ->
    [yes] { " " }(undone)
   *[no] { "" }
}
button-outage-undo-bill = Undo the bill · { $pair }
undo-last-bill = Taken back: the bill of { $pair }. { $progress }
forget-points = You lose { $points }.

## The first screen

greeting-points = Welcome to <b>{ $cafe }</b>. You collect points here: each bill gives you { $percent } % of it back.
greeting-points-too = Each bill at { $cafe } gives you points too: { $percent } % of it.
