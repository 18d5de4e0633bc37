### Campaigns that go out by themselves: what customers read beside the owner's words, and the owner's page.

## For customers

# $visits: such as 10, the tenth.
told-visits = This was your visit number { $visits }.
told-years = { $years ->
    [one] You have been with us for a year.
   *[other] You have been with us for { $years } years.
}
# $items: such as "Free coffee"; $how: it came now, or has been waiting.
told-gift = { $how ->
    [waits] Waiting on your card
   *[new] On your card now
}: <b>{ $items }</b>.
told-gift-until = { $how ->
    [waits] Waiting on your card
   *[new] On your card now
}: <b>{ $items }</b>, until { DATETIME($until, dateStyle: "medium") }.

## What we would say, until the owner says it otherwise

standing-words = { $kind ->
    [birthday] Happy birthday! It is good to have you with us.
    [milestone] Thank you for coming so often. It is good to see you.
    [welcome] It was nice to meet you. Come by again: we would like to see you.
    [win_back] We have not seen you for a while. Come by when you are near.
   *[reminder] So that it does not slip your mind:
}

## The owner's page

standing-heading = <b>Going out by itself</b>
standing-how = Each of these is off until you have read its words, and off again when somebody changes its words or what it brings. Tap one to see what it says, what it brings and what came of it.
button-standing = { $kind ->
    [birthday] Birthday
    [milestone] Milestones
    [welcome] Welcome
    [win_back] Win-back
   *[reminder] Reminders
}: { $on ->
    [yes] on
    [again] off, read it again
   *[no] off
}
standing-one = <b>{ $kind ->
    [birthday] Birthday
    [milestone] Milestones
    [welcome] Welcome
    [win_back] Win-back
   *[reminder] Reminders
}</b>: { $on ->
    [yes] on
    [again] off until you have read it again
   *[no] off
}
# $hour: on the clock in the cafe. $days, $least, $cool: numbers of days; the welcome and the win-back have their own.
standing-when = { $kind ->
    [birthday] On the receipt of the first visit that day, or at { $hour } if they have not come by then. It goes to whoever gave the date two weeks before or earlier; what it brings is on the card from the morning.
    [milestone] On the receipt of the 10th, the 50th and the 100th visit, and of the first visit after each full year.
    [welcome] At { $hour }, { $days } days after a first visit that stayed the only one. It counts as a post of the week, and reaches only those who have said yes to offers by then. Most are asked that only with their third visit, so few get it: those who switched offers on themselves.
    [win_back] At { $hour }, when somebody stays away for more than twice as long as usual, and for { $least } days at least. Who has come fewer than four times hears of it after { $days } days. Once for each time, and not again for { $cool } days. It needs the customer's yes to offers, and counts as a post of the week.
   *[reminder] At { $hour }: when a reward waits and the customer has not come for 14 days; 14 and 3 days before a gift ends. They belong to the card, so they go to everybody.
}
standing-timing = { $timing ->
    [hour] At which hour is the greeting sent to those who have not come by then? Quiet hours are left out.
    [welcome_days] How many days after the first visit?
    [least_days] For how many days does somebody stay away at least?
    [away_days] After how many days, for who has come fewer than four times?
   *[cool_down] For how many days is nobody called back once more?
}
standing-usual-ask = Take our words again? Your own ones go, in every language, and it is off until you have read ours.
standing-reminders = Without them a gift that can be had for longer than 3 days does not expire: what could not be warned of stays.
standing-no-gift = It brings nothing but words.
standing-gift = It brings: <b>{ $item }</b>, { $how ->
    [card] on the card by itself
   *[tap] taken from the post by a tap
}, to be had { $days ->
    [0] the same day
    [one] for { $days } more day
   *[other] for { $days } more days
}.
standing-stays = { $days ->
    [one] Reminders are off: what can be had for longer than { $days } day does not expire.
   *[other] Reminders are off: what can be had for longer than { $days } days does not expire.
}
standing-sent = Sent: { $sent }{ $unknown ->
    [0] {""}
   *[other] , unknown: { $unknown }
}{ $failed ->
    [0] {""}
   *[other] , not arrived: { $failed }
}
standing-given = Gifts: { $given }, had at the counter: { $redeemed }
standing-visits = Visits within 7 days after it: { $visits }
standing-read = This is what arrives. Read it to the end, then switch it on below.
# $line: as it arrives, such as "You have been with us for a year."
standing-instead = { $kind ->
    [milestone] After a full year it begins with
   *[reminder] Before a gift ends, this stands below it
}: { $line }
# $labels: such as "Take it, No more offers".
standing-below = Buttons below it: <b>{ $labels }</b>
standing-ask-words = This is how it arrives now. Write what it shall say instead: bold and italics stay, links too. 900 letters at most.
standing-words-placeholder = Happy birthday to you
standing-ask-gift = What does it bring? A few words, such as what stands on your board. Language: <b>{ $language }</b>.
standing-gift-placeholder = A slice of cake
standing-kept = Kept. This is how it arrives.
standing-kept-gift = Kept.
standing-only-text = Only text, please: no pictures and no stickers here. Your words so far are kept; /cancel leaves them as they are.
button-standing-words = Words: { $language }
button-standing-gift = What it brings
button-standing-read = Read and switch on
button-standing-on = I have read it: switch on
button-standing-off = Switch off
button-standing-back = Back
button-standing-list = All that goes by itself
button-standing-runs = What you sent
button-timing = { $timing ->
    [hour] At which hour
    [welcome_days] After how many days
    [least_days] Away for at least
    [away_days] Away without a rhythm
   *[cool_down] Days until the next one
}
button-standing-usual = Our words again
button-standing-usual-yes = Yes, our words again
button-leap-day = 29 February: on { $march ->
    [yes] 1 March
   *[no] 28 February
}
button-gift-none = Nothing
button-gift-usual = { $item }
button-gift-own = Something else
button-gift-days = { $days ->
    [0] The same day
    [one] { $days } day
   *[other] { $days } days
}
toast-standing = { $on ->
    [yes] It is on
   *[no] It is off. What came onto cards stays there.
}
toast-standing-sample = This is only how it looks. Under a real post it works.
error-words-changed = Its words or what it brings have changed since you read them. Open it again and read them; nothing went out.
