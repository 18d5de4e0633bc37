### What the cafe may send: questions under receipts, the page of it, muting, the birthday.

## Under a receipt; two buttons share a row, so at most 18 characters each.

question-birthday = May we wish you a happy birthday? Day and month are enough. Staff don't see them, and you can delete them at any time.
button-birthday-tell = Tell the date
button-birthday-skip = Not now
question-birthday-skipped = No date, then. Should you like to tell it one day: /messages
question-offers = May we send you offers now and then? Never at night, and one tap ends it.
button-offers-yes = Yes, send offers
button-offers-no = No, thanks
question-offers-agreed = You will get our offers. One tap under each of them ends it, and so does /messages
question-offers-refused = No offers, then. Should you like them one day: /messages

## /messages: what you may send me

wishes-heading = <b>What { $cafe } may send you</b>
# $on: yes or no. $posts: at most so many within seven days.
wishes-offers = Offers: { $on ->
    [yes] yes, at most { $posts } a week and never at night.
   *[no] no.
}
# $day: such as 12 March.
wishes-birthday = Birthday, { $day }: { $on ->
    [yes] we may wish you a happy one.
   *[no] no wishes.
} Staff don't see the date.
wishes-no-birthday = Birthday: we don't know the date, and wish nothing.
wishes-always = Receipts, and a word before a reward expires, come in any case: they belong to your card.
button-wishes = What you may send me
button-wish-offers-on = Send me offers
button-wish-offers-off = No more offers
button-wish-birthday-on = Wish me a happy birthday
button-wish-birthday-off = No birthday wishes
button-wishes-tell-birthday = Tell my birthday
button-birthday-change = Change the date
button-birthday-delete = Delete the date

## Muting from a message. At most 200 characters.

toast-muted = Muted: { $purpose ->
    [birthday] no more birthday wishes.
    [surveys] no more questions.
   *[offers] no more offers.
} You can change it at any time: /messages

## The birthday

birthday-ask = When is your birthday? Write the day and the month, such as <b>12 March</b> or <b>12.03</b>.
birthday-month = Or tap the month:
# $day: what Telegram's own profile says, such as 12 March.
button-birthday-hint = { $day }, as in Telegram
birthday-day = { $month }: on which day?
birthday-read = I read: <b>{ $day }</b>. Tap below whether that is right.
birthday-heard = Your birthday: { $day }.
birthday-right = <b>{ $day }</b>, is that right?
# $day: the first birthday that counts, with its year.
birthday-too-late = That is less than two weeks away, so it counts from { DATETIME($day, dateStyle: "medium") } on: a present can't be ordered for tomorrow.
birthday-locks = With it you let us wish you a happy birthday. It can be deleted at any time, and changed after a year.
button-birthday-right = Yes, that is right
button-birthday-other = Another date
birthday-kept = Noted: <b>{ $day }</b>. To change what we send: /messages
birthday-delete = Delete the date? No wishes will come any more.
birthday-delete-locked = A new one can be told from { DATETIME($day, dateStyle: "medium") } on.
button-birthday-delete-yes = Delete it
button-birthday-delete-no = Keep it

## Refusals; they fit a toast.

error-not-for-you = This button belongs to another card, or to one that is there no more. What you get is your own choice: /messages
error-no-card-yet = You have no card here yet, so nothing is sent to you. /start opens one.
error-date-unreadable = That is no date I can read. Write the day and the month, such as 12 March or 12.03, or tap the month.
error-birthday-locked = A birthday stays as it was told for a year, and in the two weeks before the day. It can be changed from { DATETIME($day, dateStyle: "medium") } on, and deleted at any time: /messages
error-no-birthday = I don't know the date any more. Tell it first: /messages
