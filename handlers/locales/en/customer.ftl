### What customers read.
###
### Words that stay the same on every page: stamp · card · full card · reward · code (QR and six digits) ·
### pair code (fox 42) · receipt («№ 41») · visit · barista · hand over · undo · put aside · counter.
### A button is named in a sentence by its key, { button-stamp-me }: a cafe may call it otherwise.

## The keyboard: two share a row, so at most 18 characters each.

button-stamp-me = Stamp me
button-my-card = My card
button-rewards = Rewards
button-history = History

## Welcome

# $cafe: the cafe's name; $goal: stamps that fill a card; $item: what a filled card gives.
greeting =
    Welcome to <b>{ $cafe }</b>. This is your stamp card: { $goal ->
        [one] { $goal } stamp fills it
       *[other] { $goal } stamps fill it
    }, and a full card gives you <b>{ $item }</b>.
greeting-how = At the counter tap <b>{ button-stamp-me }</b> and show the screen.
what-we-keep = <i>What we keep: your Telegram account and name, your language, and what you collect here. Never your phone number. More: /privacy</i>
# Somebody without a role scanned a customer's code.
code-is-for-staff = This code is for the barista: show it at the counter. Only staff can use it, so nothing has happened to it.
code-get-your-own = For a card of your own tap <b>{ button-my-card }</b> below.
help-customer =
    <b>{ button-stamp-me }</b> shows your code at the counter.
    <b>{ button-my-card }</b> shows your stamps, <b>{ button-rewards }</b> what you can have, <b>{ button-history }</b> every change.
    Something looks wrong? Tell the barista: for ten minutes a mistake can be taken back at the counter.
    /messages shows what we may send you, and changes it.

## The card

# $stamps of $goal; $left: how many are missing.
progress = { $left ->
    [0] { $stamps } of { $goal }, full with the next stamp
    [1] { $stamps } of { $goal }, one to go
   *[other] { $stamps } of { $goal }
}
card-heading = <b>{ $cafe }</b>
card-stamps = Your card: <b>{ $progress }</b>. A full card gives you { $item }.
card-rewards = You have { $rewards }. Tap <b>{ button-rewards }</b> to use it.

## Rewards

# $count: how many of one kind are held.
reward-count = { $count ->
    [1] { $item }
   *[other] { $item } × { $count }
}
rewards-none = No rewards yet. { $progress }: a full card gives you { $item }.
rewards-held = You have { $rewards }. At the counter, tap the one you want and show the screen.
button-use-reward = Use it now: { $item }

## The code

code-live =
    Show this to the barista:

    { $pair }
    <code>{ $digits }</code>
code-reward = With it you pick: <b>{ $item }</b>.
code-validity = It works once, within { $minutes } minutes.
code-picture = { $pair }: the barista can scan this.
# $pair: emoji, name and number.
pair-code = { $emoji } <b>{ $animal } { $number }</b>
code-opened = { $by } is looking at your card.
code-confirmed = Done, thanks: { $progress }. { $by } took care of it.
# $progress: of the card that was begun after the full one.
code-confirmed-full = Done, thanks: { $rewards ->
    [one] your card is full, { $item } is yours
   *[other] your cards are full, { $item } × { $rewards } are yours
}. { $progress } on the next. { $by } took care of it.
code-declined = { $by } put this code aside, nothing was given. Tap <b>{ button-stamp-me }</b> for a new one.
code-visit-ran-out = Nothing was entered in time. Tap <b>{ button-stamp-me }</b> for a new code.
code-undone = { $by } took this visit back: { $progress }.
code-ran-out = This code ran out. Tap <b>{ button-stamp-me }</b> for a new one.
code-void = This code was replaced by a newer one.
# The card was moved to another account while the code was open.
code-moved = What was on this card is on another one now, so this code is over.
code-picture-used = Used.
code-picture-over = This code no longer works.

## History

history-empty = Nothing here yet: the first receipt comes with your first purchase.
history-heading = Your receipts, newest first:
history-line = { DATETIME($day, dateStyle: "medium") } · { $receipt }
# At the end of a line, where the change was more than stamps.
history-filled = { $rewards ->
    [one] card full
   *[other] { $rewards } cards full
}
history-reward-undone = { $rewards ->
    [one] its reward went with it
   *[other] its rewards went with it
}
button-older = Older
button-newest = Newest

## Staff ask whether to hand a reward over

offer-asked = { $by } asks: hand over <b>{ $item }</b> to you now? It leaves your card when you say yes.
offer-agreed = <b>{ $item }</b>: handed over by { $by }. Enjoy.
offer-refused = You said no. <b>{ $item }</b> stays on your card.
offer-lapsed = This question is over. <b>{ $item }</b> stays on your card, unless a receipt says otherwise.
button-offer-yes = Yes, please
button-offer-no = No, keep it
toast-offer-agreed = Enjoy
toast-offer-refused = It stays on your card

## Anything else

hint-customer-buttons = I know four things: <b>{ button-stamp-me }</b> at the counter, <b>{ button-my-card }</b>, <b>{ button-rewards }</b> and <b>{ button-history }</b>. They are the buttons below.
hint-customer-people = I can't read this, but the people at the counter can help: ask them, or send /help to see what I do.
hint-customer-digits = Six digits are for the barista to type. Tap <b>{ button-stamp-me }</b> and show your screen at the counter.
hint-group = I work in a private chat: { $link }
hint-anonymous = I can't see who you are: you write as a group or channel. Switch to your own account and send it again.
