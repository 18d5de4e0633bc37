### Who works here: the owner's list, invites, removals, and what staff decide about themselves.

## The list

staff-list-heading = <b>Who works here</b>
# $tills: the tills at which they are on shift.
staff-list-line = { $name } · { $role ->
    [owner] owner
    [manager] manager
   *[barista] barista
}
staff-list-line-at = { $name } · { $role ->
    [owner] owner
    [manager] manager
   *[barista] barista
} · at { $tills }
staff-list-more = … and { $count ->
    [one] { $count } more
   *[other] { $count } more
}
staff-list-tills = <b>Tills</b>
staff-list-till = { $till } · { $name } until { $time }
staff-list-till-empty = { $till } · nobody on shift
staff-list-chat = Staff chat: <b>{ $title }</b>
staff-list-no-chat = There is no staff chat yet: /staffchat makes one.
button-invite-barista = Invite a barista
button-invite-manager = Invite a manager
button-pick-people = Pick people
button-add-till = Add a till

## One of them

staff-member-how = Customers read this name on their receipts. Everybody sets their own with /name.
button-make-manager = Make a manager
button-make-barista = Make a barista
button-remove-staff = Remove
staff-remove-ask = Remove <b>{ $name }</b>? Their buttons stop at once, and their codes, invites and open visits end. Their own card as a customer stays.
button-remove-yes = Yes, remove
button-remove-no = No
toast-staff-removed = { $name } is removed
toast-now-manager = { $name } is a manager now
toast-now-barista = { $name } is a barista now
till-remove-ask = Remove the till <b>{ $till }</b>? Its buttons stop at once.
button-till-rename = Rename
button-till-end = End shift
button-till-remove = Remove the till
till-name-ask = What do you call the till? Send me the name, up to { $most } characters. /cancel leaves it as it is.
till-name-placeholder = The till's name
till-name-done = The till is called <b>{ $till }</b> now.
toast-till-removed = The till is removed

## Invites

invite-link-manager =
    Send this link to the new manager, or let them scan the picture:
    { $link }
    It works for one person, within { $hours } hours. I ask you before anybody gets in.
invite-link-till =
    Open this link on the phone or tablet that stays at the counter, or scan the picture with it:
    { $link }
    It works for one account, within { $hours } hours. I ask you before it becomes a till.
pick-ask = Tap the button below and pick up to { $most } people. I can't write to somebody first: you get a link for each, to pass on.
button-pick-now = Pick people
pick-over = Pass each link on. When they come, I ask you once more.
invite-for-one =
    For <b>{ $name }</b>: with this link you start at our counter.
    { $link }
    It works for { $name } alone, within { $hours } hours.
invite-known = <b>{ $name }</b> works here already.
invite-came-till = <b>{ $name }</b> opened your invite and wants to be a till: a shared phone at the counter. Let it in?
invite-accepted-till = <b>{ $name }</b> is a till now.
staff-waiting-till = Thank you. The owner was asked to make this account a till; I write here when it is done.

## What somebody is told about their own work

notice-role = The owner changed your role: you are { $role ->
    [owner] an owner
    [manager] a manager
   *[barista] a barista
} now.
notice-removed = You are not on the staff any more. The buttons below are for your own card, and all that is on it is still there.
# The owners read it.
notice-left = <b>{ $name }</b> stopped working here, by their own wish.
staff-screen-over = This message was for staff.
departure-asked = <b>{ $name }</b> left the staff chat. Do they still work here?
departure-kept = <b>{ $name }</b> left the staff chat and still works here.
departure-removed = <b>{ $name }</b> left the staff chat and does not work here any more.
button-departure-remove = Remove
button-departure-keep = Keep
toast-departure-kept = { $name } stays
leave-ask = Stop working here? Your buttons for the counter go at once. Only the owner can let you in again.
button-leave-yes = Yes, I stop
button-leave-no = No, I stay
leave-stayed = Good. Nothing was changed.
name-ask = Which name shall customers see? Now it is <b>{ $name }</b>. Send me one, up to { $most } letters. /cancel leaves it as it is.
name-placeholder = Your name for customers
name-only-text = I need the name as text, with letters, up to { $most } characters. Send it, or /cancel.
name-done = Customers read <b>{ $name }</b> from now on.
staff-how-own = /name sets the name that customers see, /pin a PIN for tills, /leave ends your work here.
staff-how-staff = /staff shows who works here, invites and removes.

## Undo last

button-queue = Queue
button-undo-last = Undo last
undo-last-visit = Undone: { $stamps ->
    [one] { $stamps } stamp
   *[other] { $stamps } stamps
}, { $pair }. { $progress }.
undo-last-reward = Given back: { $item }, { $pair }.

## Refusals

error-invite-for-another = This link was made for somebody else. Ask the owner for one of your own.
error-already-till = This account is a till. Open the link on your own phone.
error-not-till = This account is not a till. The owner adds one with /staff.
error-own-phone = That is personal: do it in your own chat with me, not at the till.
error-staff-gone = They do not work here any more. Nothing was changed.
error-till-gone = This till was removed. /staff shows those that are left.
error-last-owner = A cafe needs an owner, and this is the last one. Make somebody else an owner first: python -m bot owner-link on the machine prints a link.
error-name-unfit = The name needs letters, and { $most } characters at most. Send another.
error-nothing-to-undo = There is nothing of yours from the last ten minutes to take back. Nothing was changed.
error-not-by-undo = The last thing you did, № { $number }, is no visit, and undo does not take it back. A manager can put the card right: /adjust { $number }. Nothing was changed.
error-not-by-undo-manager = The last thing you did, № { $number }, is no visit, and undo does not take it back. You can put the card right: /adjust { $number }. Nothing was changed.
error-customer-forgotten = Whoever you served last had everything erased since, so nothing is left to take back. To undo an earlier visit, use the button on its card.
