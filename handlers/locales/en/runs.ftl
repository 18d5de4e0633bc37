### What is being sent, and what came of it: for the owner.

command-campaigns = What you sent, and what came of it

## A run. $day and $time: on the cafe's wall.

# $title: the first words of the post.
run-title = <b>{ $title }</b>
run-untitled = A post without words
run-waits-now = Goes out in a few seconds. You can still take it back.
run-waits = Goes out on { DATETIME($day, dateStyle: "full") } at { $time }. You can take it back until then.
run-repeats = It goes out again each week: /campaigns ends it.
# $bar: ten cells.
run-bar = { $bar } { $done } of { $total }
run-preparing = Looking who gets it: { $count } so far.
run-speed = { $speed } a second, { $minutes ->
    [0] less than a minute
    [one] about { $minutes } minute
   *[other] about { $minutes } minutes
} left
run-asked-to-wait = Telegram asked us to wait until { $time }; { $sent } of { $total } were sent; I go on by myself.
run-quiet = Quiet hours until { $time }. I go on by myself.
run-paused = Paused. Nothing more goes out until you tap <b>{ button-run-resume }</b>.
run-pilot = The first part has it. { $left ->
    [one] The other { $left } waits
   *[other] The other { $left } wait
} for your word; without it the post ends by itself on { DATETIME($day, dateStyle: "medium") } at { $time }.
run-finished = Done on { DATETIME($day, dateStyle: "medium") } at { $time }.
run-stopped = Stopped on { DATETIME($day, dateStyle: "medium") } at { $time }; { $left } did not get it.
run-missed = Not sent. It was due on { DATETIME($day, dateStyle: "medium") } at { $time }, and I was away for too long.
# $question: yes or no.
run-taken-back = Taken back before it began. It is a draft again: { $question ->
    [yes] /question
   *[no] /broadcast
}

## The report

run-sent = Sent: { $count }
# $reasons: such as "blocked the bot 7, account deleted 2".
run-failed = Did not arrive: { $count } ({ $reasons })
run-failure = { $reason ->
    [blocked] blocked the bot
    [deactivated] account deleted
    [not_found] no such chat
   *[other] Telegram refused
}
run-unknown = Perhaps received, and not sent again: { $count } ({ $names })
run-skipped = Left out: { $count } ({ $reasons })
run-left-out = { $reason ->
    [gone] forgotten or moved
    [frozen] card frozen
    [no_telegram] without Telegram
    [unreachable] not reachable
    [no_consent] did not agree
    [muted] muted
    [cap] had a post this week
    [late] too late for it
    [asked] asked something else that day
    [stopped] stopped
    [no_words] no words for it
   *[other] had it before
}
run-held-out = Got nothing, by chance, so that you can compare: { $count }
run-muted = Asked for no more: { $count }
run-offers = Offer: taken { $taken }, had at the counter { $redeemed }
run-visits = Their visits within 7 days: { $visits }
run-visits-so-far = Their visits so far: { $visits }. I count until { DATETIME($day, dateStyle: "medium") }, { $time }.
# $got and $held: visits per head; $low and $high: bounds of the difference.
run-lift = Visits per head: { $got } with the post, { $held } without. { $verdict ->
    [more] It brought visits
    [fewer] Fewer came with it
   *[chance] That can be chance
}: the difference lies between { $low } and { $high } (95 %).
run-lift-unknown = Whether it brought visits: too few to tell.

button-run-take-back = Take it back
button-run-pause = Pause
button-run-resume = Go on
button-run-stop = Stop
button-run-rest = Send to the other { $left }
button-run-count = Count anew
toast-run-taken-back = Taken back. It is a draft again.
toast-run-paused = Paused.
toast-run-resumed = It goes on.
toast-run-stopped = Stopped.
toast-run-counted = Counted anew.

## What was sent

runs-heading = <b>What you sent</b>
runs-none = Nothing yet. /broadcast writes a post.
runs-repeating = Repeats each week: <b>{ $title }</b>
button-run-open = { $state ->
    [waiting] ⏳
    [running] ▶
    [paused] ⏸
    [stopped] ⏹
    [missed] –
   *[finished] ✓
} { DATETIME($day, dateStyle: "medium") } · { $title }
button-end-repeating = End: { $title }
toast-repeating-ended = It goes out no more.

## Refusals

error-campaign-gone = This post is not there any more. /campaigns shows what was sent, /broadcast writes a new one.
error-post-missing = Nothing is written yet. Write the post first.
error-last-date-over = Its last date is over before it would go out. Choose a later one.
error-hold-out-small = { $reached } get it: too few to hold some out. Do it from { $least } on.
error-run-moved-on = { $state ->
    [waiting] It waits for its hour. Take it back, or let it begin.
    [running] It is going out already. Pause it or stop it.
    [paused] It is paused already.
    [stopped] It was stopped already. /campaigns shows the report.
    [taken_back] It was taken back, and is a draft: a post under /broadcast, a question under /question
    [missed] Its hour passed while I was away. Nothing was sent.
   *[finished] It is done already. /campaigns shows the report.
}
