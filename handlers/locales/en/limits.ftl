### What limits ask and answer at the counter. Short: it is read with one hand on the cup.

## On the staff card

# $time: of the visit before, as the cafe's clock shows it.
staff-choice = Stamped at { $time } already. One more for that visit, or a second round?
# The customer was forgotten since and came back: nothing can be added to that visit.
staff-choice-forgotten = Stamped minutes ago, on the card before this one. A second round?
# $nth: which visit of the card this is today.
staff-why = Visit { $nth } of this card today. Why once more?
# $most: visits of a card on one day.
staff-limit = { $most ->
    [one] No more stamps today: a card takes { $most } visit a day.
   *[other] No more stamps today: a card takes { $most } visits a day.
}
staff-reason = Why: { $reason ->
    [second_round] second round
    [friend] a friend's order
   *[correction] correction
}
staff-joined = Added to the visit of { $time } by { $by }.
staff-frozen = Frozen: the customer did not know of something on this card. Stamps can be given, rewards wait for a manager.
staff-manager-asked = A manager is asked to let { $what } pass.
staff-own-bill-asked = { $by } is asked whether { $what } is right. It counts after a yes.
staff-manager-granted = { $by } let { $what } pass.
staff-manager-refused = { $by } said no to { $what }.
staff-manager-lapsed = Nobody let { $what } pass in time.

## Buttons: 18 characters where two share a row, 32 alone.

button-join = { $stamps ->
    [1] Add to the visit of { $time }
   *[other] Add { $stamps } to the visit of { $time }
}
button-second-round = +{ $stamps } · Second round
button-friend = +{ $stamps } · A friend's order
button-correction = +{ $stamps } · Correction
button-let-pass = Let it pass
button-let-not-pass = No

## The question to managers

# $by asks; $given: stamps that the visit has already; $nth: which visit of the card this is today.
approval-asked = <b>{ $by }</b> asks: { $given ->
    [0] <b>{ $what }</b> for { $name }, visit { $nth } of this card today.
   *[other] <b>{ $what }</b> for { $name }, on top of { $given } in this visit.
}
approval-large-bill = A bill of { $bound } or more is looked at before it counts: is the comma where it belongs?
# To whoever entered the bill, a manager or an owner on the own phone.
approval-own-bill = Is <b>{ $amount }</b> for { $name } right?
button-bill-right = Yes
button-bill-wrong = No
approval-granted = { $decider } let it pass: { $what } for { $name }, asked by { $by }.
approval-refused = { $decider } said no: { $what } for { $name }, asked by { $by }.
approval-lapsed = Over: { $what } for { $name }, asked by { $by }. Nothing was given by this question.
toast-let-pass = Passed: { $what }
toast-let-not-pass = Not passed: { $what }

## Told to others

# To the customer, on the code that was shown.
code-joined = Done, thanks: added to your visit of { $time }. { $progress }. { $by } took care of it.
# To the owners.
notice-pace = { $stamps ->
    [one] <b>{ $name }</b> gave { $stamps } stamp within an hour. Nobody was refused; /today shows what was given.
   *[other] <b>{ $name }</b> gave { $stamps } stamps or more within an hour. Nobody was refused; /today shows what was given.
}
notice-pace-bills = <b>{ $name }</b> gave points for bills of { $amount } or more within an hour. Nobody was refused; /today shows what was given.

## Refusals

error-reason-needed = { $need ->
    [reason] This card was stamped often today. The card asks now why once more: tap the reason there.
   *[choice] This card was stamped minutes ago. The card asks now: one more for that visit, or a second round?
}
error-limit-stamps = { $most ->
    [one] A visit takes at most { $most } stamp here. Give fewer, or ask the owner.
   *[other] A visit takes at most { $most } stamps here. Give fewer, or ask the owner.
}
error-limit-visits = { $most ->
    [one] A card takes at most { $most } visit a day here. Ask the customer to come again tomorrow.
   *[other] A card takes at most { $most } visits a day here. Ask the customer to come again tomorrow.
}
# To an owner, whose limit it is.
error-limit-stamps-owner = { $most ->
    [one] A visit takes at most { $most } stamp here.
   *[other] A visit takes at most { $most } stamps here.
} Give fewer, or change the limit: /setup > { button-set-more } > { button-set-limits }.
error-limit-visits-owner = { $most ->
    [one] A card takes at most { $most } visit a day here.
   *[other] A card takes at most { $most } visits a day here.
} To change the limit: /setup > { button-set-more } > { button-set-limits }.
error-manager-asked = This needs a manager's word, and they were asked. The card shows the answer.
# To a manager or an owner, who needs nobody's word but a second look.
error-own-bill-asked = A large bill is looked at first, so nothing was entered yet. The question is in your chat: Yes, if it is right.
error-manager-said-no = A manager was asked about this visit and said no. Enter less, or talk to them.
error-approval-over = This question is over: the visit was settled or ran out. Ask for a new code at the counter.
error-join-over = Nothing can be added to that visit any more. Tap the second round instead.
error-limits-odd = This limit can't be set like that. Choose 2 to 99 stamps a visit, 2 to 50 visits a day.
