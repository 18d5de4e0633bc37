### What people write: short answers of the owner's, letters to the cafe, and what staff reply.

## Customers write

letter-passed = I passed this on to the cafe. Somebody answers you here, when they have a hand free.
letter-passed-too = This went to the cafe too. Write as much as you need: a person reads it.
letter-talk = Passed on.
letter-talk-too = They have this too.
letter-enough = Thank you. The cafe has its hands full for this hour, so I did not pass this on. Please come by, or write again later.
letter-enough-too = I could not pass this on either. Please ask at the counter.
letter-stranger = I can't pass this on, because nobody could answer you: send /start for a card, then write again.
letter-stranger-too = Without a card I know only what the cafe answers to everybody. /start gives you one.
button-pass-on = Not that: ask the cafe
toast-passed = { $passed ->
    [enough] The cafe has its hands full for this hour. Please come by
    [nobody_there] Nobody is there yet who could read it. Please come by
    [stranger] Send /start for a card first, so that they can answer you
   *[other] Passed on to the cafe
}
help-chat = Just write to me: I answer what I know, and pass the rest on to the cafe. /privacy says what we keep.

## Letters, as staff see them

# $name: the customer; $content: what was sent.
letter-heading = { $content ->
    [photo] <b>{ $name }</b> sends a picture:
    [voice] <b>{ $name }</b> says:
    [video] <b>{ $name }</b> sends a video:
    [document] <b>{ $name }</b> sends a file:
    [sticker] <b>{ $name }</b> sends a sticker:
    [contact] <b>{ $name }</b> sends somebody's contact, the number is not passed on:
    [location] <b>{ $name }</b> sends a place on the map:
    [poll] <b>{ $name }</b> sends a poll:
    [other] <b>{ $name }</b> sends something that I can't pass on. Ask what it is.
   *[text] <b>{ $name }</b> writes:
}
letter-how = <i>Reply to this message, and it goes to them.</i>
letter-answered = ↩ Answered: { $by }
letter-answer-lost = ↩ Answered: { $by }. It did not arrive, the bot is blocked.
letter-former = <i>Erased: they asked to be forgotten. A reply would not reach them.</i>
letter-blanked = <i>Erased: letters are kept for a month.</i>
letter-not-copied = I can't pass this on. Send it as text, picture, voice, video or file.
former-customer = former customer { $number }
notice-answer-lost = An answer did not arrive: the customer has blocked the bot. The letter above says which one.

## What staff reply, as the customer sees it

answer-heading = { $content ->
    [photo] <b>{ $by }</b> sends a picture:
    [voice] <b>{ $by }</b> says:
    [video] <b>{ $by }</b> sends a video:
    [document] <b>{ $by }</b> sends a file:
    [sticker] <b>{ $by }</b> sends a sticker:
    [contact] <b>{ $by }</b> sends a contact:
    [location] <b>{ $by }</b> sends a place on the map:
    [poll] <b>{ $by }</b> asks:
   *[other] <b>{ $by }</b>:
}

## Short answers, written by managers

staff-how-answers = /answers holds your short answers to customers: hours, address, menu, Wi-Fi. The rest goes to the staff chat, or to the owners while there is none: a reply to it reaches the customer.
answers-what = What I answer customers at once. Whatever else they write goes to the staff chat, or to the owners while there is none; a reply to it goes to them.
answer-kind = { $kind ->
    [hours] Opening hours
    [address] Address
    [menu] Menu
   *[wifi] Wi-Fi
}
answer-own = Another answer
# What people write who ask for it: words between commas.
answer-triggers = { $kind ->
    [hours] hours, open, opening, closed, when do you close
    [address] address, where, location, how to get, parking
    [menu] menu, prices, price, food, drinks
   *[wifi] wifi, wi-fi, internet, password
}
answer-name = <b>{ $name }</b>
answer-none-yet = There is no answer to this yet.
answer-says = { $language }: { $text }
answer-asked-by = Words that ask for it: { $triggers }
answer-has-picture = With a picture.
button-answer-another = Another answer…
button-answer-write = Write it
button-answer-triggers = Words that ask for it
button-answer-delete = Delete
button-answer-delete-yes = Yes, delete
answer-delete-ask = Delete the answer “{ $name }”? People will answer that again.
toast-answer-deleted = Deleted
answer-ask = What do I answer? Send it as text, or as a picture with the text under it. /cancel leaves it as it is.
# $kind: as in answer-name.
answer-placeholder = { $kind ->
    [hours] Mon–Fri 8–18, Sat 10–16
    [address] 12 Long Street, in the courtyard
    [menu] Coffee 3, cake 4
    [wifi] Network cup, password onemorecup
   *[own] Yes, dogs are welcome
}
answer-only-text = I need this as text, or as a picture with text under it. Send it, or /cancel.
answer-saved = Saved. These words ask for it: { $triggers }. Customers get:
answer-triggers-ask = Which words ask for it? Send them with commas between, in all languages of your guests. /cancel leaves it as it is.
answer-triggers-placeholder = dog, dogs, pets
answer-triggers-saved = Saved. These words ask for it: { $triggers }

## Refusals

error-too-many-letters = The cafe has its hands full for this hour. Please come by, or write again later.
error-letter-over = This letter is no longer there. Reply to a newer message of that customer.
error-customer-gone = This customer asked to be forgotten: nothing can be sent any more. There is nothing to do.
error-answer-gone = This answer is no longer there. Open /answers again.
error-triggers-unfit = I need 1 to { $most } words with letters, each of at most { $longest } characters. Send them once more.
