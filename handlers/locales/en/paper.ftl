### Paper cards: what stands on one, what staff do with one, and how it comes to Telegram.

## On the card: plain, no emoji, short

papercard-title = Stamp card
papercard-how = Show this card at the counter, or say its number.
papercard-move = Telegram on your phone? Scan the code, and your stamps go there.

## Staff: making, finding, replacing, blocking

# $numbers: of the cards in the file.
papercard-printed = Paper card <b>{ $numbers }</b>. Print at 100 % and cut along the lines. The code on it is kept nowhere: if this file is lost, replace the card.
papercard-print-failed = The file did not get through to Telegram. Send /paper with the number, then tap { button-paper-reprint }: { $numbers }
papercards-in-use = These cards are in use already, so nothing was printed. /papers finds them; { button-paper-replace } prints a new one.
papercard-heading = <b>Paper card { $number }</b>
papercard-heading-named = <b>{ $name }</b> · paper card { $number }
# $parts: how far the card is, rewards, points.
papercard-standing = { $parts }
papercard-active = Made on { DATETIME($day, dateStyle: "medium") } by { $by }. { $used ->
    [yes] In use.
   *[no] Not used yet.
}
papercard-blocked = ⛔ Blocked since { DATETIME($day, dateStyle: "medium") }, { $time }, by { $by }. Replacing it gives the customer a new card with all of this.
papercard-replaced = Replaced on { DATETIME($day, dateStyle: "medium") }, { $time }, by { $by }. All of this is on the new card.
papercard-moved = Went to the customer's Telegram on { DATETIME($day, dateStyle: "medium") }, { $time }.
button-paper = Paper card
button-paper-replace = Replace
button-paper-reprint = Print again
button-paper-block = Block
paper-ask = Replace prints a new card for this customer. Block it when it was lost.
staff-paper-expired = Ran out: nothing was given. Scan the card again.
staff-paper-blocked = ⛔ This paper card is blocked.
toast-paper-replaced = Replaced. The new card is on its way
toast-paper-reprinted = On its way; the code printed before is void
toast-paper-blocked = Blocked: nothing can be had by it
button-paper-forget = Forget the customer
button-paper-forget-yes = Yes, erase
paper-forget-ask = Erase whoever this card was made for? Their name and this card go, with everything on it. It can't be undone.
paper-forgotten = Erased. The card gives nothing any more.
# To the owners. $before: the number that was replaced.
notice-paper-renewed = { $how ->
    [again] <b>{ $by }</b> printed paper card { $number } again, with all that is on it.
   *[replaced] <b>{ $by }</b> replaced paper card { $before } by { $number }, with all that was on it.
} If the customer did not ask for it: /paper { $number }, and block it.
papers-heading = <b>Paper cards</b>, the newest first. With a name, such as <code>/papers Olga</code>, I look for it.
papers-none = There are no paper cards yet. /paper makes one.
papers-none-named = No paper card was made for that name. /papers lists the newest ones.
papers-blocked = blocked

## Whoever opens the link of a card

papercard-offer = This is paper card <b>{ $number }</b> of { $cafe }.
papercard-offer-ask = Move this card and all that is on it to your Telegram? The paper is no longer good then.
button-paper-move = Yes, move it
button-paper-keep = No, keep the paper
papercard-yours = All that was on this paper card is on your card here. Tap <b>{ button-my-card }</b> to see it.
papercard-kept = Nothing has changed: the paper card is as good as before.
papercard-is-here = Done: all that was on the paper card is here now. You can throw the paper away.
papercard-welcome = Welcome to { $cafe }. At the counter tap <b>{ button-stamp-me }</b> and show your screen.

## Refusals

error-number-mistyped = That number can't be right: a digit is wrong, missing or too many. Please look at the card and type its eight digits again.
error-paper-in-use = This card is in use already, and its code stays as it is. For a new one tap { button-paper-replace }.
error-unknown-paper = I don't know this paper card. Scan it once more, or look for it with /papers.
error-paper-blocked = This paper card is blocked since { DATETIME($day, dateStyle: "medium") }, by { $by }. A new one is made at the counter.
# To staff. $number: of the card.
error-paper-blocked-staff = This paper card is blocked since { DATETIME($day, dateStyle: "medium") }, by { $by }. For a new one with all that is on it: /paper { $number }, then { button-paper-replace }.
error-paper-replaced = This paper card was replaced by a new one. Please use that.
error-paper-replaced-by = This paper card was replaced by { $number }. Please use that one.
error-paper-moved = All that was on this paper card went to a Telegram account on { DATETIME($day, dateStyle: "medium") }, { $time }. It is collected there now.
error-paper-redeemed = By paper card something can be had once a day, and that was today. Tomorrow again, or at once with Telegram: scan the card.
error-own-paper = Who works here, or made this card, can't move it to their own account. The owner sees this too.
error-too-many-papers = { $most } cards fit on a sheet. Send /paper with a number from 1 to { $most }, as often as you like.
