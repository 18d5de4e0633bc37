### Bills and points: what a bill earns, and paying a part of it with points.

# $count: how many, for the plural; $said: the number as it is written.
points = { $count ->
    [one] { $said } point
   *[other] { $said } points
}
points-worth = { $points } ({ $worth })
bill-earned = bill { $amount }: +{ $points }
bill-paid = bill { $amount }, of it { $spent } paid with points: +{ $points }
bill-balance = now { $points }

## Receipts

receipt-bill = № { $number } · { $bill } · thanks, { $by }
receipt-points-spent = № { $number } · paid with points: { $bill } · { $by }
receipt-bill-undone = The bill of { $amount } was taken back: its { $earned } left your card. Now { $points }.
receipt-bill-undone-paid = The bill of { $amount } was taken back: its { $earned } left your card, the { $spent } that you paid with came back. Now { $points }.
receipt-points-written-off = { $points } of it were spent already. You keep what you had for them.

## The staff card

staff-points = Points: { $points }
staff-bill-how = The bill: tap it, or type it after the digits, such as <code>418302 { $example }</code>.
staff-bill-kept = Bill: <b>{ $amount }</b>
staff-wishes-to-spend = Wants to pay with points, up to { $cap } % of the bill.
staff-spend-asked = Asked the customer: pay { $worth } with points?
staff-spend-no = The customer said no to paying with points.
staff-line-bill = № { $number } · { $bill } · { $by }
staff-line-points-spent = № { $number } · paid with points, { $bill } · { $by }
button-pay-points = Pay { $worth } with points
toast-bill = +{ $points }
toast-spend-asked = Asked the customer: pay { $worth } with points?
toast-spent = Paid with points: { $worth }

## The customer

card-points = Your points: <b>{ $points }</b>. Each bill gives you { $percent } % of it, and up to { $cap } % of a bill can be paid with points.
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
rules-points-spend = Up to { $cap } % of a bill can be paid with points. What you pay with them gives no new ones.

## Refusals

error-amount-unreadable = I can't read that amount, so nothing was entered. Send the digits and the bill like this: 418302 { $example }
error-no-bills = This cafe collects stamps, so a bill gives nothing. Send the digits alone, or with +2.
error-no-stamps = This cafe collects points for bills. Send the digits and the bill, such as 418302 { $example }
error-bill-entered = This visit has its bill already. Undo the visit to put it right.
error-bill-missing = Enter the bill first: points pay for a part of it.
error-nothing-to-spend = There are no points that could pay for a part of this bill. Take the money; points come with it.
