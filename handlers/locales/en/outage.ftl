### The bot was away and is back. Read by owners and in the staff chat; the last two by customers.

# $since, $until: hours and minutes.
outage-span = from { $since } to { $until } ({ $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
})
outage-span-days = from { DATETIME($first, dateStyle: "medium") }, { $since } to { DATETIME($last, dateStyle: "medium") }, { $until }
outage-was-away = I was away { $span }.
outage-done = What had waited, I have done now:
outage-visit = { $pair } · { $name } · +{ $stamps }, { $progress }{ $undone ->
    [yes] { " " }(undone)
   *[no] { "" }
}
outage-visit-given = { $pair } · { $name } · handed over: { $given }
outage-more = { $visits ->
    [one] And { $visits } visit more, see /today.
   *[other] And { $visits } visits more, see /today.
}
outage-nothing-waited = Nothing had waited for me at the counter.
outage-too-long = Telegram keeps taps and messages for a day. Older ones never reached me.
outage-left-undone = What had waited too, and could not be done any more:
# $by: who of staff had tapped. $why: a refusal, one or two sentences.
outage-refused = { $by }: { $why }
outage-more-refused = { $taps ->
    [one] And { $taps } tap more that came too late.
   *[other] And { $taps } taps more that came too late.
}
button-outage-undo = Undo +{ $stamps } { $pair }
# $time: when the customer tapped.
error-asked-too-long-ago = I was away when you asked at { $time }. If you are still at the counter, tap the button once more.
error-asked-while-away = I was away when you tapped. If you are still at the counter, tap once more.
