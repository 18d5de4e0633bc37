### The staff chat: the group in which staff see the queue.

staff-chat-what = The staff chat is a group of the people who work here: whoever taps <b>{ button-stamp-me }</b> appears there, and one tap gives the stamp.
staff-chat-pick = Tap the button below to pick a group or to make a new one. I become administrator there, so that I hear six digits.
staff-chat-bound = The staff chat is <b>{ $title }</b>.
staff-chat-none = There is no staff chat: the queue comes to tills on shift, else to each of you in private. /staffchat changes that.
staff-chat-hears = I hear plain text there: six digits are enough.
staff-chat-deaf = I can't hear plain text there. Make me an administrator: group name > Administrators > Add. Until then /confirm 418302 works all the same.
staff-chat-not-in = I can't get into this group. Add me there, then send /bind in it.
staff-chat-unbound = The queue is no longer shown in the group. It comes to tills on shift, else to each of you in private.
staff-chat-unnamed = the group
button-pick-staff-chat = Pick or make a group
button-staff-chat-later = Not now
button-pick-another = Another group
button-unbind = Stop using this group
button-bind-here = Make it the staff chat
toast-bound = This is the staff chat now
toast-unbound = No staff chat any more

## To owners, in private

notice-staff-chat-lost = I was removed from the staff chat <b>{ $title }</b>, or can't write there any more. The queue comes to tills on shift now, else to each of you in private. /staffchat picks a group again.
notice-staff-chat-deaf = I am no longer administrator of <b>{ $title }</b>, so I can't hear six digits there. To mend it: group name > Administrators > Add. The queue and /confirm 418302 work all the same.
notice-staff-chat-hears = I am administrator of <b>{ $title }</b> again and hear six digits there.

## To groups

notice-foreign-group = I belong to a cafe and work in its own staff chat only, so I leave this group in a minute.
notice-binding-asked = Is this the staff chat? Then whoever taps <b>{ button-stamp-me }</b> appears here for staff to serve. An owner says yes by the button or with /bind; otherwise I leave in ten minutes.
