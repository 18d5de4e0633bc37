### The owner's rules about posts: quiet hours, how many, and what segments mean.

button-set-posting = Posts and quiet
# Two of these share a row, so at most 18 characters each.
button-quiet-from = Night begins
button-quiet-until = Night ends
button-segment-bounds = What “new” or “lost” means

posting-heading = <b>Posts</b>: offers and greetings. Receipts and reminders come in any case, at night without a sound.
# $begins, $ends: hours on the cafe's wall.
posting-night = From { $begins } to { $ends } nothing is posted; what is due waits for the day.
posting-always = Posts go out at any hour.
posting-cap = { $posts ->
    [one] At most { $posts } offer a week goes to one customer. How many should it be?
   *[other] At most { $posts } offers a week go to one customer. How many should it be?
}
set-quiet-from = From which hour on is nothing posted? Now: { $hour }. The same hour as the end means: no night.
set-quiet-until = At which hour may posts go out again? Now: { $hour }. The same hour as the beginning means: no night.

segment-bounds-heading = <b>What these words mean here</b>
bounds-new = { $days ->
    [one] • New: joined within { $days } day.
   *[other] • New: joined within { $days } days.
}
bounds-here = { $days ->
    [one] • Here lately: the last visit was within { $days } day.
   *[other] • Here lately: the last visit was within { $days } days.
}
bounds-slipping = { $most ->
    [one] • Slipping: the last visit was { $least } to { $most } day ago.
   *[other] • Slipping: the last visit was { $least } to { $most } days ago.
}
bounds-lost = { $days ->
    [one] • Lost: the last visit was more than { $days } day ago.
   *[other] • Lost: the last visit was more than { $days } days ago.
}
# $days: a number in which the visits were.
bounds-regular = { $visits ->
    [one] • Regulars: { $visits } visit or more (days: { $days }).
   *[other] • Regulars: { $visits } visits or more (days: { $days }).
}
bounds-habit = { $visits ->
    [one] • Morning people come between { $morning } and { $lunch }, lunch people between { $lunch } and { $ends }: half of their visits or more, and at least { $visits } visit in all.
   *[other] • Morning people come between { $morning } and { $lunch }, lunch people between { $lunch } and { $ends }: half of their visits or more, and at least { $visits } visits in all.
}
button-bound-new-days = New: days
button-bound-here-days = Here lately: days
button-bound-lost-days = Lost: days
button-bound-regular-visits = Regulars: visits
button-bound-regular-days = Regulars: days
button-bound-habit-visits = Morning, lunch: visits
button-bound-morning-from = Morning begins
button-bound-lunch-from = Lunch begins
button-bound-lunch-until = Lunch ends
set-bound-new-days = So many days after joining somebody is new. Now: { $now }.
set-bound-here-days = So many days after the last visit somebody is still “here lately”. Now: { $now }. It has to be less than for “lost”.
set-bound-lost-days = So many days after the last visit somebody is lost. Now: { $now }. It has to be more than for “here lately”.
set-bound-regular-visits = So many visits make a regular. Now: { $now }.
set-bound-regular-days = Within so many days these visits were. Now: { $now }.
set-bound-habit-visits = Below so many visits nobody has an hour of their own. Now: { $now }.
set-bound-morning-from = The morning begins at this hour. Now: { $now }.
set-bound-lunch-from = Lunch begins at this hour, and the morning ends. Now: { $now }.
set-bound-lunch-until = Lunch ends at this hour. Now: { $now }.

rule-quiet-from = night begins
rule-quiet-until = night ends
rule-posts-a-week = posts a week
rule-segments = segments
error-bounds-odd = These don't go together: “here lately” ends before “lost” begins, and the morning before lunch. Change the other one first.
