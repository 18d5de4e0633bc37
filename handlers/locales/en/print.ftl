### /print, what stands on paper, and what people hear who come by a sign.

## The menu: what can be printed, and what hangs out there

print-heading = <b>What shall I print?</b>
print-how = Everything comes as a PDF and as a picture of the same size. Black and white will do.
print-none = No sign hangs anywhere yet.
print-live = Out there, with the customers who came by each:
# $number: the sign's, as text; $product: what was printed.
print-sign = № { $number } · { $product } · { $joins ->
    [one] { $joins } joined
   *[other] { $joins } joined
}
product-a6 = Sign A6
product-a5 = Sign A5
product-four = Four signs on A4
product-tent = Table tent
product-staff = Staff sheet
button-print-a6 = Sign A6
button-print-a5 = Sign A5
button-print-four = Four on A4
button-print-tent = Table tent
button-print-staff = Staff sheet
button-print-new = New signs instead of old ones
print-language = <b>{ $product }</b>: in which language?
button-print-both = In both languages
toast-print-drawing = I draw it, one moment
# To owners and managers, under how to give a stamp.
staff-how-print = /print makes signs for the counter and the tables, and a sheet for the staff.

## The files

print-file-sign = <b>{ $product }</b> · № { $number }
print-file = <b>{ $product }</b>
print-at-full-size = Print it at 100 %, not fitted to the page.
print-and-cut = Print it at 100 % and cut along the lines.
print-and-fold = Print it at 100 % and fold it across the middle.
print-failed = The files did not get through to Telegram. Tap once more in a minute.

## New signs

print-new-ask = { $signs ->
    [one] The sign that hangs out there is out of date at once. Whoever scans it is asked to look for the new one, and no longer counts for it.
   *[other] The { $signs } signs that hang out there are out of date at once. Whoever scans one is asked to look for the new one, and no longer counts for it.
} All cards stay as they are. Do it when you can hang up the new ones.
button-print-new-yes = Yes, replace { $signs }
toast-print-new = { $signs ->
    [one] { $signs } sign is out of date now
   *[other] { $signs } signs are out of date now
}
print-new-done = The old signs are out of date. Print the new ones now:

## Somebody comes by a sign

sign-out-of-date = This sign is out of date: the cafe has a newer one. Scan that at the counter, or tap <b>{ button-my-card }</b> below for a card.
# To staff who try a sign.
sign-works = Sign № { $number } works. { $joins ->
    [one] { $joins } customer
   *[other] { $joins } customers
} came by it so far, not counting you.
sign-replaced = Sign № { $number } is out of date: take it down. /print has the new one.
sign-unknown = I don't know this sign: it may be older than my data. It still opens cards. /print has the signs that I count.

## On paper: plain, no emoji, as short as can be. Long words are printed smaller.

# Above what a full card gives.
paper-collect = { $goal ->
    [one] { $goal } stamp gives you
   *[other] { $goal } stamps give you
}
# $stamp_for: the owner's words, such as "each hot drink".
paper-stamp-for = A stamp for { $stamp_for }
# Where points alone are collected: what comes back of a bill, and below it what points pay.
paper-points-collect = Each bill gives you back
# $amount: the smallest bill that gives points.
paper-points-collect-from = From { $amount } on, a bill gives you back
paper-points-item = { $percent } %
paper-points-pay = in points, which pay up to { $cap } % of a later bill
# Three steps, each with a few words beneath.
paper-step-scan = Scan
paper-step-scan-how = with your camera
paper-step-start = Tap Start
paper-step-start-how = in Telegram
paper-step-say = Tap “{ button-stamp-me }”
# $pair: a pair code, such as "fox 42".
paper-step-say-how = say the animal and number on your screen, such as “{ $pair }”
# The two above in few words, for a sign in two languages.
paper-step-say-both = Tap “{ button-stamp-me }”, say what you see: “{ $pair }”
paper-sign-number = № { $number }

paper-staff-title = At the counter
paper-staff-bot = Scan to open the bot on your phone.
paper-staff-open = A customer shows a code: open it in any of these ways
paper-staff-open-scan = Scan the QR with your phone's camera and tap Start.
paper-staff-open-digits = Send the bot the six digits: 418302. With 418302 +2 you give two stamps at once.
paper-staff-open-queue = Tap the customer in the list of who waits. They say their pair code, such as “{ $pair }”.
paper-staff-open-group = In the staff chat the same six digits; where the bot is no administrator, /confirm 418302.
paper-staff-give = Give the stamp
paper-staff-give-one = Tap +1. The customer's screen shows it at once.
paper-staff-give-more = More in the same visit: tap “{ button-add }”.
paper-staff-give-undo = A mistake: tap “{ button-undo }”, within ten minutes.
paper-staff-give-reward = A full card: tap what it gives. The customer says yes on their own screen.
paper-staff-silent = No answer?
paper-staff-silent-again = Wait a minute and tap once more. Nothing is given twice.
paper-staff-silent-paper = Still nothing: serve the customer, and write name, time and stamps on paper.
paper-staff-silent-later = Try again later with a new code, or hand the paper to the owner or a manager.
paper-staff-lead = For the owner and managers
paper-staff-lead-undo = A mistake older than ten minutes: /undo, the number of the receipt, and why.
paper-staff-lead-adjust = Stamps that stand on paper: /adjust, a receipt of that customer, +1, and why.
paper-staff-lead-invite = Somebody new at the counter: /staff.
paper-staff-lead-print = New signs, and this sheet: /print.
