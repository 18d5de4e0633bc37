### The queue: who waits at the counter. Text and emoji only, complete when read aloud.

queue-waiting = { $count ->
    [one] <b>{ $count } is waiting</b>
   *[other] <b>{ $count } are waiting</b>
}
queue-nobody = Nobody is waiting.
# $pair: emoji, name and number; $progress: such as 3 of 6.
queue-line = { $pair } · { $name } · { $progress }
queue-line-wish = { $pair } · { $name } · { $progress } · wants { $item }
# $item: a reward that they hold and have not asked for.
queue-line-held = { $pair } · { $name } · { $progress } · has { $item }
queue-more = … and { $count } more
queue-done = { $pair } · { $name } · +{ $added } · { $progress } · { $by }
# $given: the rewards, where the visit was about nothing else.
queue-done-given = { $pair } · { $name } · handed over: { $given } · { $by }
queue-undone = { $pair } · { $name } · taken back · { $by }
queue-looking = { $pair } · { $name } · { $by } has the card open
queue-served = Served from the queue today: { $count }
queue-progress = { $stamps } of { $goal }
queue-who-is-absent = Who is not here? A tap takes them off the list, and they are told.
queue-old = The queue is further down.
queue-closed = The queue is no longer shown here.

## Buttons: one for each who waits; the pair code is in all of them, so that the thumb can't hit the wrong one.

button-serve = { $pair } · { $progress }
# One tap is not enough: it opens the staff card. $wish: the reward, or three dots.
button-serve-look = { $pair } · { $wish }
button-not-here = Not here…
button-absent = Not here: { $pair }
button-queue-undo = Undo { $pair }
button-queue-card = More { $pair }

# After one tap: the stamp, and a reward that can be offered now.
toast-held = { $progress }. There is { $item } to give: its button has the card
toast-queue-look = One look first: the card is in this chat.
toast-queue-card = The card is in this chat.
toast-queue-absent = Taken off the list: { $pair }

## What customers and staff are told

code-queued = The barista sees you in the queue too.
# The code is good all the same; only the queue waits. $seconds: until it takes them again.
code-too-soon = You are not in the queue yet: it takes one request a minute. At the counter this code works at once, scanned or typed. To stand in the queue, tap <b>{ button-stamp-me }</b> again in { $seconds ->
    [one] { $seconds } second.
   *[other] { $seconds } seconds.
}
code-too-often-absent = The barista looked for you several times today and did not find you at the counter, so the queue takes you again tomorrow. This code works at once all the same: have it scanned or typed.
code-absent = The barista did not see you at the counter, so nothing was given. When you are there, tap <b>{ button-stamp-me }</b> and show the screen.
error-marked-absent = { $by } took this one off the list as not here. Ask the customer to tap { button-stamp-me } again.
