### What customers read where points alone are collected, in place of the sentences of the same name above.

button-stamp-me = Show my code
button-rewards = Use my points
help-customer =
    <b>{ button-stamp-me }</b> shows your code at the counter.
    <b>{ button-my-card }</b> shows your points, <b>{ button-rewards }</b> pays a part of a bill with them, <b>{ button-history }</b> shows every change.
    Something looks wrong? Tell the barista: for ten minutes a mistake can be taken back at the counter.
    /messages shows what we may send you, and changes it.
card-rewards = You still have { $rewards }. Tap <b>{ button-rewards }</b> to have it.
rules-most-visits = { $count ->
    [one] A card takes { $count } visit a day at most.
   *[other] A card takes { $count } visits a day at most.
}
privacy-what =
    Kept: your Telegram account and name, your language, your card with every bill and its points and who entered it, and what you write to the cafe; of a paper card its number and the name it was made for. Never your phone number.
    It is kept so that your card works and mistakes can be put right. Nothing is sold, and nothing is sent to anybody else.
mydata-visit = { $at } · { $state ->
    [open] open
    [confirmed] bill entered
    [declined] put aside
    [undone] taken back
   *[expired] ran out
} · { $by }
receipt-moved = № { $number } · came from your other card: { $moved }
receipt-moved-away = № { $number } · went to another card: { $moved }

## What Telegram shows

bot-description =
    The points card of { $cafe }: bills give you points, and points pay a part of a later bill.
    No app to install and no phone number: tap START.
bot-short-description = The points card of { $cafe }
command-rewards = Pay a part of a bill with points

## On paper

papercard-title = Points card
papercard-move = Telegram on your phone? Scan the code, and your points go there.
