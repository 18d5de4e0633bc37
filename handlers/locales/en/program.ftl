### The cafe's rules as its owner reads and changes them.

## The screen

program-heading = <b>{ $cafe }</b>: the rules of your card
program-language = Language: { $main }
program-languages = Languages: { $main }, then { $second }
program-name = Name: <b>{ $cafe }</b>
program-town = Town: { $town } ({ $zone })
program-zone = Clock: { $zone }. Name your town, so that the day ends when yours does.
program-goal = { $goal ->
    [one] { $goal } stamp fills a card
   *[other] { $goal } stamps fill a card
}, and a full card gives <b>{ $item }</b>. Surplus stamps carry over.
program-stamp-for = A stamp for: <b>{ $what }</b>
program-who-alone = Stamps are given by you.
# $people: everybody who works here.
program-who = { $people ->
    [one] Stamps are given by { $people } person.
   *[other] Stamps are given by { $people } people.
}
program-who-tills = { $tills ->
    [one] { $tills } shared till.
   *[other] { $tills } shared tills.
}
program-who-chat = Staff chat: { $title }.

## Two of these buttons share a row, so at most 18 characters each.

button-set-language = Language
button-set-name = Name
button-set-town = Town
button-set-goal = How many stamps
button-set-stamp-for = A stamp for what
button-set-item = What is free
button-set-who = Who gives stamps
button-set-more = More rules
button-set-limits = Limits
button-set-day = The day begins
button-set-old-cards = Old paper cards
button-set-adjustments = Adjustments
button-set-responsible = Privacy contact
button-set-changes = Changes

## More rules

program-more-heading = <b>More rules</b>. Most cafes leave them as they are.
program-when = { $when ->
    [now] A reward can be had at once, in the visit that fills the card.
   *[next] A reward can be had from the next visit.
}
program-consent = { $alone ->
    [yes] Staff hand a reward over on their own word.
   *[no] A reward leaves a card only after the customer's own tap.
}
program-day-begins = The day begins at { $hour }.
program-adjustments = { $stamps ->
    [one] A manager can adjust { $stamps } stamp a day.
   *[other] A manager can adjust { $stamps } stamps a day.
}
program-old-cards = Old paper cards are taken until { DATETIME($day, dateStyle: "medium") }, once for each customer.
program-old-cards-off = Old paper cards are not taken.
program-responsible = For the customers' data answers: { $who }
program-responsible-none = Nobody is named yet who answers for the customers' data.
button-reward-now = Rewards at once
button-reward-next = Rewards from the next visit
button-staff-alone = Hand over without asking
button-ask-customer = Ask the customer first
toast-saved = Saved

## One rule on its page

set-languages = The main language stands on signs and in the staff chat; everybody is spoken to in their own phone's, if I speak it. A second one is for signs in two languages and for your own words.
button-and-language = + { $language }
button-one-language = No second language
set-goal = How many stamps fill a card? A card that is begun finishes at whichever number is better for its customer.
# $goal: a lower one; nothing is changed before the button.
goal-fills-cards = { $cards ->
    [one] { $cards } card holds { $goal } stamps or more already: with its next stamp it gives <b>{ $item }</b>.
   *[other] { $cards } cards hold { $goal } stamps or more already: with its next stamp each gives <b>{ $item }</b>.
} Stamps that are over go to the next card and may fill it too. Nothing is changed yet.
goal-one-question = One question first.
button-lower-goal = { $goal } stamps all the same
button-own-number = Another number
set-stamp-for = A stamp for what? It is what people ask about at the counter. Now: <b>{ $what }</b>.
set-item = What does a full card give? Now: <b>{ $item }</b>. Rewards that somebody holds keep their name.
button-own-words = In my own words
button-preset-each-drink = each hot drink
button-preset-each-visit = each visit
button-preset-coffee = Free coffee
button-preset-any-drink = Any drink free
button-skip-words = Leave it at that
set-who = Who gives stamps? You can, with this phone. A shared phone at the counter becomes a till; a group of the people who work here becomes the staff chat.
button-just-me = Just me
button-till-here = A phone at the till
button-staff-here = Staff in a chat
set-day = At which hour does the day begin? What happens before it counts for the day before. Now: { $hour }.
set-old-cards = A barista can carry the stamps of an old paper card over, once for each customer. Until when?
button-old-cards-today = Today
button-old-cards-month = Until the end of this month
button-old-cards-never = Not any more
button-own-date = Another date
set-town-which = There are several towns of that name. Which one?

## Questions that are answered with a text

ask-name = What is the cafe called? Send me the name, up to { $longest } characters. /cancel leaves it as it is.
ask-town = In which town is the cafe? Send me its name, for its clock. /cancel leaves it as it is.
ask-goal = How many stamps fill a card? Send me a number from { $least } to { $highest }. /cancel leaves it as it is.
ask-stamp-for = What is a stamp given for? Send it in this language: { $language }, such as "each coffee", up to { $longest } characters. /cancel leaves it as it is.
ask-item = What does a full card give? Send it in this language: { $language }, up to { $longest } characters. /cancel leaves it as it is.
ask-adjustments = How many stamps may a manager adjust on one day, up and down together? Send me a number up to { $highest }. /cancel leaves it as it is.
ask-old-cards = Until which date are old paper cards taken? Send it like 2026-12-31 or 31.12.2026. /cancel leaves it as it is.
ask-responsible = Who answers for the customers' data, and how can they be reached? Customers read it. Up to { $longest } characters. /cancel leaves it as it is.
ask-text-only = I need it as text. Send it, or /cancel.

## Limits

limits-heading = <b>Limits</b>: when a purchase takes more than one tap, or is refused. Visits that were undone don't count.
limit-above-goal = More stamps in one visit than a card needs: { $answer ->
    [allow] fine.
    [ask] a manager is asked.
    [refuse] no.
   *[flag] fine, and you see it with a flag.
}
limit-stamps-a-visit = From { $bound } stamps in one visit: { $answer ->
    [allow] fine.
    [flag] fine, and you see it with a flag.
    [refuse] no.
   *[ask] a manager is asked.
}
limit-visits-a-day = From visit { $bound } of a card on one day: { $answer ->
    [allow] fine.
    [flag] fine, and you see it with a flag.
    [refuse] no.
   *[ask] staff say why, in one tap, and you see it.
}
limit-overrides-a-day = After { $bound } such reasons for a card on one day: { $answer ->
    [allow] fine.
    [flag] fine, and you see it with a flag.
    [refuse] no.
   *[ask] a manager is asked.
}
limit-stamps-an-hour = From { $bound } stamps in one hour by one person: { $answer ->
    [allow] nothing.
   *[flag] owners are told, nobody is refused.
}
limit-large-bill = From a bill of { $amount }{ $worked_out ->
    [usual] { " " }(ten times your largest usual one)
    [currency] { " " }(worked out; you have no usual ones)
   *[set] { "" }
}: { $answer ->
    [allow] fine.
    [flag] fine, and you see it with a flag.
    [refuse] no.
   *[ask] a manager is asked first, so a forgotten comma counts for nothing.
}
limit-bills-an-hour = From bills of { $amount } in one hour by one person (ten such bills): { $answer ->
    [allow] nothing.
   *[flag] owners are told, nobody is refused.
}
button-limit-above-goal = More than a card needs
button-limit-stamps-a-visit = Stamps in one visit
button-limit-visits-a-day = Visits on one day
button-limit-overrides-a-day = Reasons on one day
button-limit-stamps-an-hour = Stamps in one hour
button-limit-large-bill = Large bills
button-limit-bills-an-hour = Bills in one hour
button-limit-amount = Another amount
ask-large-bill = From which bill on should somebody look first? Send me the amount, such as { $example }, or 0 and I work it out from your usual bills. /cancel leaves it as it is.
button-from = From { $bound }
button-answer-allow = Fine
button-answer-flag = Fine, with a flag
button-answer-ask = Ask
button-answer-refuse = No

## Changes

program-changes-heading = <b>The last changes</b>
program-changes-none = Nothing was changed yet.
program-version = Version { $version } · { $by } · { DATETIME($day, dateStyle: "medium") } { $time }
# A version that only keeps the first guesses.
program-version-same = nothing different
program-change = { $what }: { $was } → { $now }
rule-cafe = name
rule-language = language
rule-second-language = second language
rule-town = town
rule-zone = time zone
rule-day-begins = hour at which the day begins
rule-goal = goal
rule-stamp-for = a stamp for
rule-item = a full card gives
rule-reward-at-once = reward at once
rule-staff-alone = handing over without asking
rule-limits = limits
rule-adjustments-a-day = adjustments a day
rule-old-cards-until = old cards until
rule-responsible = responsible
rule-set-up = set up
rule-value = { $value ->
    [yes] yes
    [no] no
    [limits] other answers
   *[none] nothing
}

## Refusals

error-words-unfit = It needs 1 to { $longest } characters, and yours has { $given }. Send a shorter one.
error-number-out-of-range = It has to be a whole number from { $least } to { $highest }. Send another one.
error-zone-unknown = I don't know that town. Try the nearest larger one, or send a time zone such as Europe/Tallinn.
error-date-past = That is no date from today on. Send it like 2026-12-31.
