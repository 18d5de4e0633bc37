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
notice-accepted = The owner let you in. Welcome.
notice-refused = The owner did not let you in. If that is a mistake, ask for a new link.

## Questions

cancelled = Left as it was.
cancel-nothing = There is nothing to cancel.

## The bot speaks of itself

# $name: who came. The other owners read it.
notice-owner-added = <b>{ $name }</b> opened the owner link and is an owner now. Was that not you or somebody you asked? Then look who can get at the machine that the bot runs on.
notice-given-up = One message could not be handled after several tries. Nothing was lost from the cards; the log has it as <code>{ $reference }</code>.
notice-paused = Telegram asked us to wait until { $time }. Nothing is lost; I go on by myself.
