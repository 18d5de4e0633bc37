### A card moves to another account: receipts, and what a manager is asked.

## What moved

moved-stamps = { $count ->
    [one] { $count } stamp
   *[other] { $count } stamps
}
moved-rewards = { $count ->
    [one] { $count } reward
   *[other] { $count } rewards
}
moved-nothing = an empty card
# $moved: such as "4 stamps, 1 reward".
receipt-moved = № { $number } · came from your other card: { $moved } · { $progress }
receipt-moved-away = № { $number } · went to another card: { $moved } · { $progress }
receipt-moved-away-why = { $by } moved it. If that is wrong, say so at the counter.
receipt-moved-why = { $by } moved it for you.
staff-line-moved = № { $number } · came from another card: { $moved }
staff-line-moved-away = № { $number } · went to another card: { $moved }
staff-moved = All of this is on another card now.
correction-card-moved = № { $number } · <b>{ $name }</b> · { $by } moved a lost account's card here: { $moved }. The card: { $progress }.

## /move

move-how = For a lost account: <code>/move 123 456 the phone was stolen</code>. The first number is of a receipt of the old account, the second of the new one, then why. A receipt of the new one comes with its first purchase.
move-ask = <b>Move a card?</b>
move-from = From: <b>{ $name }</b> · { $card }
move-to = To: <b>{ $name }</b> · { $card }
move-what-happens = Everything goes over, and the old account is known no more. It can't be undone. The owners see it.
button-move-yes = Yes, move it
button-move-no = No
toast-moved = Moved
toast-moved-before = That was moved before
toast-move-kept = Nothing was moved
move-kept = Nothing was moved.

## Refusals

error-card-moved-away = What was on that card is on another one now, and only there it can be put right: /adjust with the same number, and why.
error-same-card = Both receipts are of the same card. Take the first from the lost account, the second from the new one.
