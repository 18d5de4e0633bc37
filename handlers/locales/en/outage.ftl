### The bot was away and is back. Read by owners and in the staff chat; the last one by customers.

# $since, $until: hours and minutes.
outage-span = from { $since } to { $until } ({ $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
})
outage-was-away = I was away { $span }. Nothing was lost.
outage-done = What had waited, I have done now:
outage-visit = { $pair } · { $name } · +{ $stamps }, { $progress }{ $undone ->
    [yes] { " " }(undone)
   *[no] { "" }
}
outage-more = { $visits ->
    [one] And { $visits } visit more, see /today.
   *[other] And { $visits } visits more, see /today.
}
button-outage-undo = Undo +{ $stamps } { $pair }
# $time: when the customer tapped.
error-asked-too-long-ago = I was away when you asked at { $time }. If you are still at the counter, tap Stamp me once more.
