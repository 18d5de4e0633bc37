### Unhappy customers: who takes care of them, what they are told, and the list of all.

command-tickets = Unhappy customers
staff-how-tickets = /tickets are unhappy customers: low scores, and letters that are complaints. They come to managers and owners only; a reply to one reaches the customer.

## What the customer reads

letter-managers = Passed on to the managers, who take care of this.
letter-managers-too = The managers have this too.
button-complaint = This is a complaint
toast-complained = { $passed ->
    [yes] The managers have it now, and nobody else. They answer you here.
   *[no] Nobody is there yet who could take care of it. Please come by
}
put-right-asked = { $cafe } says that it is done with what you were unhappy about. Was it put right?
button-put-right-yes = Yes
button-put-right-no = No
put-right-thanks = { $agreed ->
    [yes] You said: yes, it was put right. Thank you.
   *[no] You said: no, it was not put right. They know.
}
toast-put-right = { $agreed ->
    [yes] Thank you
   *[no] They know now
}

## A letter that is a complaint

button-mark-complaint = Complaint
toast-complaint = { $passed ->
    [yes] The managers have it now. They answer it
   *[no] No manager is there who could take care of it
}
letter-with-managers = <i>A complaint: it is with the managers, who answer it.</i>
letter-of-ticket = <i>It belongs to ticket { $number }.</i>
letter-corrected = <i>They changed their score. There is nothing to do.</i>

## A ticket, for managers and owners

ticket-heading = { $cause ->
    [detractor] <b>Unhappy customer</b> · ticket { $number }
    [aspect] <b>Something was not right</b> · ticket { $number }
   *[complaint] <b>Complaint</b> · ticket { $number }
}
ticket-customer = From: { $name }
ticket-score = Would recommend the cafe: { $score } of { $most }
ticket-aspect = { $aspect }: { $score } of { $most }
ticket-visit = Visit: { DATETIME($day, dateStyle: "medium") }, { $time }, served by { $by }
ticket-visit-before = Last visit before that: { DATETIME($day, dateStyle: "medium") }, { $time }, served by { $by }
ticket-stamps = { $stamps ->
    [one] { $stamps } stamp
   *[other] { $stamps } stamps
}
# What they said stands behind it.
ticket-said = <b>{ $by }</b>:
ticket-said-lost = <b>{ $by }</b> (did not arrive, the bot is blocked):
ticket-open = Nobody has it yet.
ticket-open-again = Nobody has it now.
ticket-closed-before = { $outcome ->
    [put_right] It had been closed as put right by { $by }.
   *[not_put_right] It had been closed as not put right by { $by }.
}
ticket-wrote-again = They wrote again.
ticket-taken = { $by } takes care of it.
ticket-closed = { $outcome ->
    [put_right] Put right. Closed by { $by }.
    [not_put_right] Not put right. Closed by { $by }.
   *[corrected] They changed their score. There is nothing to do.
}
ticket-former = They asked to be forgotten: nothing can be sent to them, and there is nothing to do.
ticket-apologised = Given with an apology, see their receipts.
ticket-apologised-by = Given with an apology by { $by }, see their receipts.
ticket-apologised-lately = On ticket { $number } something was given to them with an apology on { DATETIME($given, dateStyle: "medium") }. The next one can be given on { DATETIME($again, dateStyle: "medium") } at the earliest.
ticket-apology-held = On ticket { $number } something was given to them with an apology on { DATETIME($given, dateStyle: "medium") }. It is on their card still, so there is no further one until they have had it.
ticket-other = They have another open ticket: { $number }.
ticket-asked = They were asked whether it was put right.
ticket-asked-later = They are asked later whether it was put right: by day, and not beside another question.
ticket-agreed = { $agreed ->
    [yes] They say: it was put right.
   *[no] They say: it was not put right.
}
ticket-waits = <b>They have waited for a day, and nobody has answered.</b>
ticket-unreachable = They have blocked the bot: nothing reaches them now.
ticket-how = <i>Reply to this message, and it goes to them.</i>
ticket-passed-after-close = The ticket is closed. I passed this on all the same.
button-ticket-take = I take care of it
button-apologise = Apologise: { $item }
button-put-right = Put right
button-not-put-right = Not put right
button-ticket-reopen = Take it up again
toast-ticket-taken = { $mine ->
    [yes] You take care of it
   *[no] { $by } takes care of it
}
toast-apologised = On their card: { $item }. They read it now
toast-apologised-untold = On their card: { $item }. They have blocked the bot and can't be told now
toast-apologised-before = It was given before: { $item }
# $asked: whether they are asked now, later or not.
toast-ticket-closed = { $asked ->
    [now] Closed. They are asked whether it was put right
    [later] Closed. They are asked later whether it was put right
   *[not] Closed
}

## The list

tickets-heading = <b>Unhappy customers</b>
# $taken: somebody takes care of them.
tickets-waiting = { $waiting ->
    [0] Nobody waits
    [one] { $waiting } waits for somebody
   *[other] { $waiting } wait for somebody
}, { $taken ->
    [0] nobody is being taken care of.
    [one] { $taken } is being taken care of.
   *[other] { $taken } are being taken care of.
}
tickets-none = Nobody waits for anything.
tickets-apologies = { $given ->
    [0] Nothing was given with apologies this month, of at most { $most }.
    [one] { $given } thing was given with an apology this month, of at most { $most }.
   *[other] { $given } things were given with apologies this month, of at most { $most }.
}
tickets-apologies-points = Customers collect points alone: there is nothing that a full card gives, and so nothing to give with an apology.
tickets-apologies-by = { $by }: { $given }
tickets-apologies-how = So many a month at most:
button-apologies-on = ✓ { $most }
# $age: since the customer waits; $by: who takes care of it.
button-ticket-open = { $state ->
    [open] ● { $name } · { $age }
    [taken] ○ { $name } · { $age } · { $by }
   *[closed] ✓ { $name } · { $age }
}
ticket-age-hours = { $hours } h
ticket-age-days = { $days } d
button-tickets-further = Further
rule-apologies-a-month = apologies with a gift a month

## Refusals

error-ticket-taken = { $by } takes care of this. Talk to { $by }, or take another one: /tickets
error-ticket-over = This is over, there is nothing to do. What is open: /tickets
error-ticket-closed = This was closed by { $by }. What is open: /tickets
error-ticket-over-unsent = Nothing was sent: this is over. What is open: /tickets
error-ticket-closed-unsent = Nothing was sent: this was closed by { $by }. What is open: /tickets
error-own-ticket = This is about you as a customer. Somebody else has to take care of it.
error-is-complaint = This is a complaint: the managers answer it in their own chats. There is nothing to do here.
error-apologies-used-up = This month's { $most } are given. The next one can be given on { DATETIME($again, dateStyle: "medium") }; an owner can allow more in /tickets.
error-apologies-used-up-owner = This month's { $most } are given. The next one can be given on { DATETIME($again, dateStyle: "medium") }, or allow more in /tickets.
error-apologised-lately = They had something with an apology on ticket { $number }. The next one can be given on { DATETIME($again, dateStyle: "medium") } at the earliest. An answer in words reaches them at any time.
error-apology-held = What they were given with an apology on ticket { $number } is on their card still. A further one can be given when they have had it. An answer in words reaches them at any time.
error-no-apologies = { $points ->
    [yes] Customers collect points alone here: there is nothing to give with an apology. An answer in words reaches them.
   *[no] Nothing is given with apologies here: it is switched off. An owner can allow it in /tickets; an answer in words reaches them.
}
error-no-apologies-owner = Nothing is given with apologies: it is switched off. You can allow it in /tickets; an answer in words reaches them.
error-not-your-question = This was asked of somebody else, or long ago. Just write to the cafe here.

## /mydata

mydata-tickets = COMPLAINTS AND LOW SCORES
mydata-ticket = { $at } · { $cause ->
    [detractor] how likely you are to recommend the cafe
    [aspect] one aspect of a visit
   *[complaint] a complaint
}: { $state ->
    [open] waits for somebody
    [taken] somebody takes care of it
    [put_right] closed as put right
    [not_put_right] closed as not put right
   *[closed] closed
}{ $agreed ->
    [yes] , you said it was put right
    [no] , you said it was not put right
   *[nothing] {""}
}
