### A post that the owner writes to many: the draft, for whom, when, and letting it go.

button-broadcast = Write a post
# To owners, under what else they can do.
staff-how-broadcast = /broadcast writes to your customers: to those who agreed, with a preview and a count before anything goes out.

## Writing it

broadcast-ask = Write the post, or forward one here: words with their formatting, with one picture if you like. Nothing goes out before you have seen it and tapped the number.
broadcast-ask-version = Write the post in this language: { $language }. A picture and the button of the other version go with it by themselves.
broadcast-kept = I have it. Nothing goes out yet.
button-another-post = Write another post

## The draft

draft-heading = <b>Your post</b>, a draft. It stays here until you send it or throw it away.
# $line: how the post begins.
draft-begins = “{ $line }”
draft-full = This is exactly as long as Telegram lets one message be: look whether its end is missing.
draft-question-left = The question is over. Nothing was kept.
# $languages: such as "English, Русский".
draft-words = Written in: { $languages }
draft-words-picture = Written in: { $languages }, with a picture
draft-link = Button: <b>{ $label }</b>, leads to <b>{ $host }</b>
# $hosts: such as "cafe.ee, instagram.com".
draft-links = Links in the words lead to <b>{ $hosts }</b>
draft-offer = To take: <b>{ $item }</b>, { $days ->
    [0] to be had the same day
    [one] to be had within { $days } day
   *[other] to be had within { $days } days
}, { $limit ->
    [0] as many as want it
    [one] { $limit } in all
   *[other] { $limit } in all
}
draft-nobody = For whom: say it below
# $who: such as "here lately (30 days), one to go".
draft-people = For: { $who }
# $people: of those who were picked; $reached: how many of them get it.
draft-count = { $reached ->
    [one] { $reached } person gets it
   *[other] { $reached } people get it
}, of { $people } picked
draft-when-now = When: as soon as you send it
draft-when-once = When: { DATETIME($day, dateStyle: "full") }, { $time }
# $weekday: such as "Friday".
draft-when-weekly = When: each week, { $weekday } { $time }
draft-when-weekly-until = When: each week, { $weekday } { $time }, until { DATETIME($until, dateStyle: "medium") }
# $first: so many; $reached: of so many, 0 when nobody can be counted yet.
draft-pilot = First to { $reached ->
    [0] { $percent } % of them
   *[other] { $first } of { $reached } ({ $percent } %)
}, picked by chance; the rest when you say so
# $held: so many; $reached: of so many, 0 when nobody can be counted yet.
draft-held-out = { $reached ->
    [0] { $percent } % get nothing, so that you can compare
   *[other] { $held } of { $reached } ({ $percent } %) get nothing, so that you can compare
}
button-draft-preview = Preview
button-draft-write-in = { $language }: write anew
button-draft-drop-version = { $language }: drop it
button-draft-also = Also in { $language }
button-draft-words = Words and languages
button-draft-link = Button with a link
button-draft-no-link = No button
button-draft-offer = Offer to take
button-draft-here = Here lately
button-draft-everybody = Everybody
button-draft-people = Others…
button-draft-throw = Throw away
button-draft-throw-yes = Yes, throw it away
button-draft-back = Back
draft-words-page = <b>The words</b>. Whoever speaks a language without a version of its own gets the one in { $language }.
draft-throw-ask = Throw this post away? Nobody gets it then.
draft-thrown = Thrown away. Nobody gets it.

## A button with a link, an offer

draft-ask-link = What does the button say, and where does it lead? Both in one message, such as: Our menu https://cafe.example/menu
draft-ask-label = What does the button say in { $language }?
draft-ask-item = What can they take? In { $language }, at most { $longest } characters, such as: A cinnamon bun with your coffee
draft-ask-item-in = And in { $language }?
draft-ask-limit = How many in all? A number from 1 to { $highest }.
button-draft-same-words = The same words
draft-offer-page = They tap <b>{ button-take-offer }</b> under the post, and it waits on their card until they come. For how many days, and how many in all?
draft-offer-none = Nothing can be taken from this post.
button-offer-days = { $days ->
    [0] That day only
    [one] { $days } day
   *[other] { $days } days
}
button-offer-limit = { $limit ->
    [0] No limit
    [one] { $limit } in all
   *[other] { $limit } in all
}
button-offer-other-limit = Another number
button-offer-item = Other words
button-offer-none = No offer

## For whom

draft-people-page = <b>For whom?</b> Tap as many as you like: all of them must hold. The number says how many there would be.
segment-word = { $word ->
    [new] new ({ $bound } d)
    [here] here lately ({ $bound } d)
    [slipping] slipping away ({ $bound } d)
    [lost] lost (from { $bound } d)
    [never] never came
    [to_go] one to go
    [regular] regulars (from { $bound } visits)
    [birthday] birthday this month
    [morning] morning people ({ $bound })
   *[lunch] lunch people ({ $bound })
}
segment-month = birthday in { $month }
segment-language = language: { $language }
segment-sign = came by { $name }
segment-location = joined at counter { $number }
# $range: such as "5 and more", "up to 3", "5 to 10".
segment-visits = visits: { $range }
segment-spent = spent: { $range }
segment-last-visit = days since the last visit: { $range }
segment-from = { $least } and more
segment-to = up to { $highest }
segment-between = { $least } to { $highest }
segment-everybody = everybody
# $condition: as above; $people: how many.
button-segment = { $condition } · { $people }
button-segment-on = ✓ { $condition } · { $people }
# $condition: such as "visits: 5 and more".
button-segment-bound = ✓ { $condition }
button-segment-visits = Visits…
button-segment-spent = Spent…
button-segment-last = Last visit…
button-segment-save = Keep under a name
button-segment-saved = ★ { $name }
button-segment-forget = Delete name
toast-name-forgotten = The name is deleted. Posts stay for whom they are.
draft-ask-visits = How many visits? Such as: 5+ or 2-4 or -3, or 3 for exactly three. To take this condition off: 0
draft-ask-spent = How much have they spent in all, in { $currency }? Such as: 50+ or 20-100. To take this condition off: 0
draft-ask-last = How many days ago was the last visit? Such as: 30+ or 14-60. To take this condition off: 0
draft-ask-name = Under which name do I keep these people? At most { $longest } characters.
draft-name-kept = Kept: <b>{ $name }</b>
draft-everybody-page = <b>Everybody?</b> { $people ->
    [one] { $people } customer, { $reached } of them gets it
   *[other] { $people } customers, { $reached } of them get it
}.
draft-everybody-skipped = Nothing goes to: { $skipped }
button-everybody-yes = Yes, to all who may get it

## What keeps a post from somebody. $count: how many.

obstacle = { $why ->
    [gone] { $count } forgotten or moved
    [frozen] { $count } with a frozen card
    [no_telegram] { $count } without Telegram
    [unreachable] { $count } unreachable
    [no_consent] { $count } who have not said yes to offers
    [muted] { $count } muted
    [asked] { $count } asked something else today
   *[cap] { $count } over the weekly cap
}

## Before it goes out

preflight-heading = <b>Above: exactly as it arrives.</b>
preflight-people = { $reached ->
    [0] Nobody gets it as things are
    [one] <b>{ $reached } person</b>
   *[other] <b>{ $reached } people</b>
}
# $language: of the version that they get.
preflight-language = { $language }: { $count }
preflight-language-about = { $language }: about { $count }
preflight-seconds = about { $seconds } s
preflight-minutes = { $minutes ->
    [one] about { $minutes } minute
   *[other] about { $minutes } minutes
}
preflight-in-time = { $takes }; ends before quiet hours
preflight-no-quiet = { $takes }
preflight-goes-on = { $takes } in all; quiet hours come before its end: it goes on { DATETIME($day, dateStyle: "full") } at { $time }
preflight-waits = Quiet hours now: it goes out { DATETIME($day, dateStyle: "full") } at { $time }, { $takes }
# $stars: such as "12.5".
preflight-price = Faster than Telegram's free 30 a second, and paid: up to { $stars } Stars
preflight-weekly = Counted anew each week before it goes out.
preflight-changed = By now { $reached } would get it, not { $before }. Nothing was sent: look, and tap again.
preflight-nobody-picked = For whom is it? Say it in the draft, then the number stands here.
preflight-asked-all = They can be asked another day: tomorrow works. Tap “{ button-draft-time }”.
button-draft-send = Send to { $count }
# To the pilot; the rest waits for a word.
button-draft-send-first = Send to the first { $count }
# $when: such as "Friday 16:00".
# $weekly: yes, and then $when is such as "Fri 16:00".
button-draft-send-at = { $weekly ->
    [yes] Each { $when }
   *[no] { $when }
}: send to { $count }
button-draft-send-first-at = { $weekly ->
    [yes] Each { $when }
   *[no] { $when }
}: first to { $count }
button-draft-to-me = Send to me first
button-draft-time = When…
button-draft-share = Try it on some first…
toast-draft-changed = It was changed since you looked. Here it is as it would go out now.
toast-sent-to-me = Sent to you alone
sample-says = This one is only for looking: nothing can be taken or muted here. Whoever gets it takes the offer onto the card, or mutes your offers.
draft-sent = It goes out: see below.

## When

draft-time-page = <b>When?</b> By the clock of your cafe, where it is { $time } now.
button-time-now = As soon as I send it
button-time-tomorrow = Tomorrow 11:00
button-time-date = Another time…
button-time-weekly = Each week…
draft-ask-time = When? Such as: 28.11 16:00, or Friday 16:00
draft-ask-rhythm = On which day of the week, at which hour, and until when? Such as: Friday 16:00, or Friday 16:00 until 31.12
# Words that people type, with commas between them; small letters.
typed-today = today
typed-tomorrow = tomorrow
typed-until = until, till, to

## Trying it on some

draft-share-page = <b>Does it work?</b> A pilot goes to a few first, picked by chance, and the rest waits for your word.
draft-share-held-out = Whoever gets nothing on purpose shows what the post does: their visits are compared with the others'. What your rules promise is not touched.
# $choice: such as "Pilot: 10 %".
button-share-chosen = ✓ { $choice }
button-pilot = { $percent ->
    [0] No pilot
   *[other] Pilot: { $percent } %
}
button-held-out = { $percent ->
    [0] All get it
   *[other] { $percent } % get nothing
}

## Refusals

error-not-a-post = { $kind ->
    [album] One picture at most: send the post with one of them. Your draft is kept.
    [poll] A poll can't be sent on to each customer. Write the question as a post.
    [sticker] A sticker is no post. Write words, with a picture if you like.
    [voice] A voice or a song is no post. Write words, with a picture if you like.
    [video] A video is no post. Write words, with one picture if you like.
    [file] A file is no post. Send a picture as a picture, and words with it.
   *[other] A post is words, with one picture at most. Write or forward one.
}
error-post-too-long = { $picture ->
    [yes] Too long by { $over }: under a picture Telegram takes { $most } characters. Shorten it, or send it without the picture.
   *[no] Too long by { $over }: Telegram takes { $most } characters. Shorten it and send it again.
}
error-no-room-for-offer = With this offer the post is too long by { $over }: shorten the words of the post, or take a shorter name for the offer.
error-formatting-broken = Telegram does not take this formatting. Write it anew, in plain words if need be. The draft is kept.
# $link: such as "https://cafe.example/menu".
error-link-refused = Telegram does not take the button's link: { $link }. Take the button off and write it with another link. The draft is kept.
error-draft-over = { $question ->
    [yes] This question was sent or thrown away since. /question shows it, or begins another one.
   *[no] This post was sent or thrown away since. /broadcast begins another one.
}
error-draft-of-another = { $question ->
    [yes] Another owner writes this question. Yours is under /question.
   *[no] Another owner writes this post. Yours is under /broadcast.
}
error-last-version = The only version can't go. Write it anew, or throw the draft away.
error-link-unfit = Words for the button, at most { $longest } characters, then the link: http, https or tg. Such as: Menu https://cafe.example
error-nobody-picked = It was not said yet for whom this is. Say it in the draft first.
error-nobody-to-reach = Nobody of those can get it now. Pick others, or another day.
error-time-unreadable = I can't read a date and an hour in that. Such as: 28.11 16:00, or Friday 16:00
error-rhythm-unreadable = I can't read a day of the week and an hour in that. Such as: Friday 16:00, or Friday 16:00 until 31.12
error-time-past = That moment is over. Write one that is to come, such as: Friday 16:00
error-time-skipped = The clock leaps over { $time } on that night. Take another hour.
error-time-quiet = From { $from } until { $until } I write to nobody. Take another hour.
error-range-unreadable = I can't read numbers in that. Such as: 5+ or 2-4 or -3, or 3 for exactly three
