### Corrections: late undo, a card put right by hand, old paper cards, "this wasn't me".

## What managers write and are asked

staff-how-manager = <code>/undo 123 why</code> takes back what a receipt gave, also late. <code>/adjust 123 +2 why</code> puts the card of a receipt right by hand. The number stands on it after №.
undo-how = Send the number of the receipt, and why: <code>/undo 123 the cup was refunded</code>. The number stands on the receipt, and on the card of the visit, after №.
undo-ask = Take this back?
undo-ask-what = { $pair } · { $line }
undo-ask-why = Tap the reason, or send <code>/undo { $number }</code> with words of your own.
undo-ask-own = Why is № { $number } taken back? A few words are enough. /cancel leaves it as it is.
undo-placeholder = The cup was refunded
button-why-refund = Refund
button-why-wrong-card = Wrong card
button-why-mistake = Mistake
button-why-own = Other words
toast-taken-back = Taken back
toast-taken-back-before = That was taken back before
adjust-how = Send the number of a receipt, how many stamps, and why: <code>/adjust 123 +2 the till was down</code>. The number says whose card it is.
adjust-ask = How many stamps more or less, and why? For example <code>+2 the till was down</code> or <code>-1 counted twice</code>. /cancel leaves it as it is.
adjust-again = I need plus or minus, a number and the reason, such as <code>+2 the till was down</code>. Send it, or /cancel.
# Where points are collected besides stamps.
adjust-only-stamps = This counts stamps: points can't be put right by hand. A wrong bill is taken back with <code>/undo 123 why</code>, and entered anew with a new code.
# To whoever wrote "+10 points".
adjust-no-points = Nothing was changed: /adjust counts stamps, and points can't be put right by hand. A wrong bill is taken back with <code>/undo 123 why</code>, and entered anew with a new code.
adjust-placeholder = +2 the till was down
correction-only-text = I need this as text. Send it, or /cancel.
# In a group.
correction-moved = The answer is in your private chat with me.
button-adjust = Adjust the card

## What was put right: to whoever did it, and to all owners

# $name: the customer; $by: the manager; $changed: with its sign, as text, $count: the same without.
correction-taken-back = № { $number } · <b>{ $name }</b> · { $by } took back a visit of { $removed ->
    [one] { $removed } stamp
   *[other] { $removed } stamps
}. The card: { $progress }.
correction-rewards = { $rewards ->
    [1] A reward that nobody had yet became stamps again: { $item }.
   *[other] Rewards that nobody had yet became stamps again: { $item } × { $rewards }.
}
correction-written-off = { $count ->
    [one] { $count } stamp was used already and is written off.
   *[other] { $count } stamps were used already and are written off.
}
correction-given-back = № { $number } · <b>{ $name }</b> · { $by } gave it back: { $item }.
correction-adjusted = № { $number } · <b>{ $name }</b> · { $by } adjusted the card by { $changed } { $count ->
    [one] stamp
   *[other] stamps
}. The card: { $progress }.
correction-other = <b>{ $name }</b> · { $line }
correction-reason = Reason: { $reason }

## On the card of the visit

staff-line-taken-back = № { $number } · −{ $removed }, taken back late · { $by }
staff-line-adjusted = № { $number } · { $changed }, adjusted · { $by }
staff-line-old-card = № { $number } · +{ $added } from the old card · { $by }
button-old-card = Old card +…
old-card-ask = How many stamps are on the old card?
toast-old-card = From the old card: { $added }. { $progress }

## Receipts

receipt-taken-back = № { $number } · a visit was taken back · { $progress }
receipt-taken-back-why = { $by } took back a visit of { $removed ->
    [one] { $removed } stamp.
   *[other] { $removed } stamps.
}
receipt-stamps-again = { $rewards ->
    [1] A reward that you had not had yet became stamps again: { $item }.
   *[other] Rewards that you had not had yet became stamps again: { $item } × { $rewards }.
}
receipt-written-off = { $count ->
    [one] You had used { $count } stamp of it already: nobody asks for it back.
   *[other] You had used { $count } stamps of it already: nobody asks for them back.
}
receipt-adjusted = № { $number } · { $changed } { $count ->
    [one] stamp
   *[other] stamps
} · { $progress }
receipt-adjusted-why = { $by } put your card right by hand.
receipt-old-card = № { $number } · +{ $added } { $added ->
    [one] stamp
   *[other] stamps
} from your old card · { $progress }

## This wasn't me

button-not-me = This wasn't me
freeze-ask = Freeze your card? Nothing can leave it until a manager has looked. You can still collect.
button-freeze-yes = Yes, freeze
button-freeze-no = No
freeze-done = Your card is frozen: nothing leaves it until a manager has looked. They know now. If nobody has looked after a day, you can unfreeze it yourself under <b>{ button-my-card }</b>.
toast-frozen = Your card is frozen
# On the customer's own card.
card-frozen = Your card is <b>frozen</b>: nothing leaves it until a manager has looked. You can still collect.
button-thaw-own = Unfreeze my card
toast-thawed-own = Your card is open again
toast-not-frozen = Your card is not frozen
# To the managers. $name: the customer; $line: the receipt.
freeze-said = <b>{ $name }</b> says "this wasn't me" about this receipt:
freeze-when = { DATETIME($day, dateStyle: "medium") }, { $time }. Said: { $said }.
freeze-holds = The card is frozen: nothing leaves it. Talk to whoever was there, then unfreeze it.
freeze-thawed = { $by } unfroze the card.
freeze-thawed-own = The customer unfroze the card after a day.
button-thaw = Unfreeze
toast-thawed = The card is open again
notice-thawed = { $by } has looked at it: your card is open again.

## Refusals

# After another refusal. $number: of the receipt.
error-manager-can = A manager can: /undo { $number }.
error-you-can = You can: /undo { $number }.
error-unknown-receipt = I find no receipt № { $number } for this. Look at the number again, it stands after №.
error-nothing-to-take-back = № { $number } gave nothing that undo could take back. Put the card right with /adjust { $number }.
error-reason-missing = This needs a reason. Send it once more with a few words that say why.
error-own-card = This is your own card. Ask another manager or the owner to put it right.
error-own-card-owner = This is your own card. Another manager or owner can do this; /staff makes somebody a manager.
error-fewer-stamps = { $count ->
    [one] There is only { $count } stamp on the card. Take that many or fewer. A reward that a card became stays.
   *[other] There are only { $count } stamps on the card. Take that many or fewer. A reward that a card became stays.
}
error-adjust-limit = { $count ->
    [one] You may adjust { $count } more stamp today. The owner sees this too: ask them for the rest.
   *[other] You may adjust { $count } more stamps today. The owner sees this too: ask them for the rest.
}
# To an owner, who has nobody to ask and can raise the limit.
error-adjust-limit-owner = { $count ->
    [one] You can adjust { $count } more stamp today.
   *[other] You can adjust { $count } more stamps today.
} To raise the limit: /setup > { button-set-more } > { button-set-adjustments }.
error-old-card-over = The old card was carried over before, or the time for it is over. A manager can still use /adjust.
error-old-card-over-manager = The old card was carried over before, or the time for it is over. You can still use /adjust.
error-card-frozen = This card is frozen: nothing leaves it until a manager has looked. Ask a manager. Stamps can still be given.
error-card-frozen-manager = This card is frozen: nothing leaves it until you or another manager has looked. { button-thaw } stands under the message about it in your chat. Stamps can still be given.
error-frozen-for-a-day = { $hours ->
    [one] A manager can unfreeze it now. You can do it yourself in { $hours } hour.
   *[other] A manager can unfreeze it now. You can do it yourself in { $hours } hours.
}
error-looked-at-before = A manager has looked at this receipt already. If something is still wrong, ask at the counter.
