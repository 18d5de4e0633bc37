### What owners read.

## Staff

invite-link =
    Send this link to the new barista, or let them scan the picture:
    { $link }
    It works for one person, within { $hours } hours. I ask you before anybody gets in.
invite-picture = The invite as a picture.
invite-came = <b>{ $name }</b> opened your invite and wants to be { $role ->
    [owner] an owner
    [manager] a manager
   *[barista] a barista
}. Let them in?
invite-accepted = <b>{ $name }</b> is in, as { $role ->
    [owner] an owner
    [manager] a manager
   *[barista] a barista
}.
invite-refused = You did not let <b>{ $name }</b> in. The link no longer works.
invite-void = This invite is over.
somebody = somebody
button-invite-accept = Yes, let them in
button-invite-refuse = No
toast-invite-accepted = They are in
toast-invite-refused = Not let in
# To the person who came.
notice-accepted = The owner let you in. Welcome. The buttons below are your own card, for your day off.
notice-refused = The owner did not let you in. If that is a mistake, ask for a new link.

## The program

program-heading = <b>{ $cafe }</b>: the rules of your card
program-goal = { $goal ->
    [one] { $goal } stamp fills a card
   *[other] { $goal } stamps fill a card
}, and a full card gives <b>{ $item }</b>. Surplus stamps carry over.
program-when = { $when ->
    [now] A reward can be had at once, in the visit that fills the card.
   *[next] A reward can be had from the next visit.
}
program-consent = A reward leaves a card only after the customer's own tap.
button-reward-now = Rewards at once
button-reward-next = Rewards from the next visit
button-rename = Rename the cafe
toast-saved = Saved
rename-ask = What is the cafe called? Send me the name, up to { $most } characters. /cancel leaves it as it is.
rename-placeholder = The cafe's name
rename-only-text = I need the name as text. Send it, or /cancel.
rename-length = The name has to have 1 to { $most } characters, yours has { $length }. Send another, or /cancel.
rename-done = Your cafe is called <b>{ $cafe }</b> now.
cancelled = Left as it was.
cancel-nothing = There is nothing to cancel.

## The bot speaks of itself

# $name: who came. The other owners read it.
notice-owner-added = <b>{ $name }</b> opened the owner link and is an owner now. Was that not you or somebody you asked? Then look who can get at the machine that the bot runs on.
notice-given-up = One message could not be handled after several tries. Nothing was lost from the cards; the log has it as <code>{ $reference }</code>.
notice-paused = Telegram asked us to wait until { $time } UTC. Nothing is lost; I go on by myself.
