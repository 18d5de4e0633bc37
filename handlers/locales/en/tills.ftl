### Tills: a shared phone at the counter, who is on shift at it, and the PIN that a shift may ask for.

till-greeting = This is the till <b>{ $till }</b> at <b>{ $cafe }</b>.
till-how = Scan a customer's QR, send me the six digits or use the queue, as on your own phone. Everything goes under the name of whoever is on shift.
till-on-shift = On shift: <b>{ $name }</b>, until { $time }. Somebody else? Tap your name.
till-nobody = Nobody is on shift. Tap your name.
# On the keyboard, alone in its row.
button-on-shift = Who is on shift
button-end-shift = End shift
toast-on-shift = { $name } is on shift
toast-shift-ended = The shift is over
# Digits are tapped, not typed: others read the screen. $typed of $most.
pin-ask = <b>{ $name }</b>, your PIN: { $typed } of { $most } digits.
own-pin-ask = Choose a PIN for tills, { $most } digits. So far: <code>{ $digits }</code>
own-pin-how = Tap the digits, don't write them: a chat keeps what is written. Without a PIN one tap on your name is enough.
button-pin-erase = Erase
button-pin-clear = Remove my PIN
pin-done = Your PIN is set: tills ask for it. /pin changes or removes it.
pin-cleared = Your PIN is removed: tills don't ask for one.
notice-till-accepted = The owner made this account the till <b>{ $till }</b>. Tap <b>{ button-on-shift }</b> below, then your name.
notice-till-removed = This account is not a till any more.
error-wrong-pin = { $left ->
    [0] Wrong PIN. This was the last try: wait ten minutes.
    [one] Wrong PIN. { $left } try is left.
   *[other] Wrong PIN. { $left } tries are left.
}
error-pin-paused = Five wrong PINs in ten minutes: it pauses for up to ten more. Somebody else can take the shift.
error-pin-locked = Too many wrong PINs today: this one is locked until the day is over. Whose it is can remove it with /pin, in their own chat with me.
notice-pin-guessed = { $wrong } wrong PINs for <b>{ $name }</b> today, the last one at the till <b>{ $till }</b>. Until the day is over no till takes this PIN. Whose it is can remove it with /pin. If it was not <b>{ $name }</b>, ask who stood there.
