### /rules: how the card works, for everybody, in plain words.

rules-heading = <b>{ $cafe }</b>: how your card works
rules-stamp-for = You get a stamp for: <b>{ $what }</b>.
rules-goal = { $goal ->
    [one] { $goal } stamp fills a card
   *[other] { $goal } stamps fill a card
}, and a full card gives you <b>{ $item }</b>. Surplus stamps go onto the next card.
rules-when = { $when ->
    [now] You can have it at once, or any time later.
   *[next] You can have it from your next visit, or any time later.
}
rules-consent = { $alone ->
    [yes] The barista hands it over at the counter.
   *[no] It leaves your card only after your own tap.
}
rules-lasting = Stamps and full cards do not run out; a gift says its last day. If the number of stamps is changed, a card that you have begun finishes at whichever number is better for you.
rules-most-visits = { $count ->
    [one] A card is stamped { $count } time a day at most.
   *[other] A card is stamped { $count } times a day at most.
}
rules-most-stamps = { $count ->
    [one] One visit gives { $count } stamp at most.
   *[other] One visit gives { $count } stamps at most.
}
rules-largest-bill = A bill of { $amount } or more can't be entered.
rules-old-cards = Stamps of an old paper card are carried over at the counter, once, until { DATETIME($day, dateStyle: "medium") }.
rules-mistakes = Something is wrong? For ten minutes the barista can take it back. Later a manager can, with the number of your receipt.
rules-privacy = What we keep, and how to leave: /privacy.
rules-responsible = Who answers for your data: { $who }
