### The day: its page, its close, the morning's digest. Read by managers and owners.

# $day: the cafe's own date.
day-heading = <b>{ DATETIME($day, dateStyle: "medium") }</b>
day-quiet = Nothing happened at the counter.
day-visits = { $visits ->
    [one] <b>{ $visits }</b> visit
   *[other] <b>{ $visits }</b> visits
}, { $customers }
# $new: customers whose first visit it was; $returning: all others.
day-customers = { $new } new, { $returning } returning
day-stamps = Stamps: { $stamps }
day-undone = Taken back: { $visits ->
    [one] { $visits } visit
   *[other] { $visits } visits
}
day-adjusted = Adjusted by managers: { $stamps }
day-old-cards = From old paper cards: { $stamps }
day-written-off = Stamps written off: { $stamps }
day-expired = Expired: { $stamps }
# What the till has to know: given for free.
day-handed-over = Given for free: { $item } × { $count }
day-nothing-free = Nothing was given for free.
# Free on an earlier day, whose close has it; it was taken back since.
day-given-back = From an earlier day, taken back: { $item } × { $count }
# $rewards: how many free items this person handed over.
day-person = { $name }: { $visits ->
    [one] { $visits } visit
   *[other] { $visits } visits
}, { $stamps ->
    [one] { $stamps } stamp
   *[other] { $stamps } stamps
}{ $rewards ->
    [0] { "" }
   *[other] , { $rewards } free
}
day-refusals = Refused: { $refusals }
day-flags = Passed with a flag: { $flags }
day-flags-open = { $flags ->
    [one] { $flags } flag to look at:
   *[other] { $flags } flags to look at:
}
day-flag = № { $number } · { $name }: { $kind ->
    [above_goal] more stamps than a card takes
    [many_stamps] very many stamps
    [large_bill] a large bill
    [override] passed by a manager
   *[further_visit] one more visit that day
}{ $reason ->
    [second_round] { " " }(second round)
    [friend] { " " }(a friend's order)
    [correction] { " " }(correction)
   *[none] { "" }
}
# $flag: the line of day-flag.
day-flag-asked = { $flag } · { $state ->
    [answered] answered
   *[asked] asked, no answer yet
}
# A flag of an earlier day. $flag: its line.
day-flag-earlier = { DATETIME($day, dateStyle: "medium") } · { $flag }
button-flag-ok = № { $number } is fine
button-flag-ask = Ask: № { $number }
toast-flag-ok = Noted as fine
toast-flag-asked = Asked
day-closed = Closed at { $time }{ $by ->
    [none] { "" }
   *[other] { " " }by { $by }
}.
day-closed-later = Something came after the close; /close takes it in.
# $kind: the name of a refusal in the code.
refusal-kind = { $kind ->
    [UnknownCode] wrong code
    [OwnCode] own code
    [TooManyStamps] too many stamps
    [LimitReached] limit reached
    [BillTooLarge] bill too large
    [OwnCard] own card
    [AdjustLimitReached] adjusting limit
    [WrongPin] wrong PIN
    [TooManyLetters] too many messages
    [OwnSlip] own voucher
    [SlipsUsedUp] vouchers of a day used up
    [OwnSaleCode] own sale code
    [NotByYourself] limit at a sale code
    [PaperRedeemedToday] second reward by paper
    [OwnPaperCard] own paper card
   *[other] other
}

## The digest

digest-heading = Good morning. Yesterday, { DATETIME($day, dateStyle: "medium") }:
digest-flags = { $flags ->
    [one] { $flags } flag waits for you in /today.
   *[other] { $flags } flags wait for you in /today.
}
digest-backup = { $hours ->
    [0] The last backup is less than an hour old.
    [one] The last backup is { $hours } hour old.
   *[other] The last backup is { $hours } hours old.
}
digest-no-backup = There is no backup yet. One is made every night; if this line stays, look at /about.
digest-backup-problem = The last backup failed. /about says why.
digest-only-copy = The only copy of your data is on this machine. With BACKUP_PASSPHRASE set, an encrypted copy comes to you here every night.
digest-all-well = All checks passed.

error-flag-gone = Somebody has looked at this already. Open /today again.
error-own-flag = You gave this yourself, or it is on your own card. Ask another manager or an owner to look.
# $by: the manager; $kind: as in day-flag.
notice-flag-asked = { $by } asks about receipt № { $number }: { $kind ->
    [above_goal] more stamps than a card takes.
    [many_stamps] very many stamps.
    [large_bill] a large bill. Is it right?
    [override] a manager let it pass.
   *[further_visit] one more visit of that card on the same day.
} Please write how it was, here: your next message goes to { $by }.
# $by: who was asked; $text: what they wrote.
notice-flag-answered = { $by } about № { $number }: { $text }
flag-answer-passed = { $name } reads what you wrote about № { $number }.
flag-answer-words = Please answer in words: they are passed on.
