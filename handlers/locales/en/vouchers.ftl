### Vouchers: printed one-time slips of one stamp each.

# To owners and managers, under how to give a stamp.
staff-how-vouchers = <code>/vouchers 40</code> prints 40 slips of one stamp each: for a dead phone, no internet, a delivery bag.

## The list

vouchers-heading = <b>Vouchers</b>
vouchers-how = Slips of one stamp each, to be scanned by the customer within { $days } days, at most { $most } a day on a card. Tap how many to print, or write it: <code>/vouchers 40</code>
vouchers-none = No sheet was printed yet.
# $number: the sheet's; $until: a date; $by: who had it printed.
vouchers-line = № { $number } · { $state ->
    [void] void
    [expired] out of date since { DATETIME($until, dateStyle: "medium") }
   *[open] until { DATETIME($until, dateStyle: "medium") }
} · collected { $used }, open { $left }, void { $void } · { $by }
button-vouchers-print = Print { $slips }
button-vouchers-sheet = № { $number }: { $left } open
button-vouchers-sheet-over = № { $number }: over

## A sheet, a slip

voucher-sheet = <b>Sheet № { $number }</b> · { $slips ->
    [one] { $slips } slip
   *[other] { $slips } slips
} · printed { DATETIME($on, dateStyle: "medium") } by { $by }
# $numbers: such as "1-11, 13-40".
voucher-open = Open: { $numbers }
voucher-left = Out of date: { $numbers }
voucher-void = Void: { $numbers }
voucher-used = Collected: { $numbers }
# $number: of the slip on its sheet; $day and $time: when.
voucher-used-at = { $number } ({ DATETIME($day, dateStyle: "medium") }, { $time })
voucher-sheet-how = To void one slip write its number: <code>/vouchers { $example }</code>
button-void-sheet = Void the whole sheet
button-void-sheet-yes = { $left ->
    [one] Yes, void { $left } slip
   *[other] Yes, void { $left } slips
}
voucher-void-ask = Whoever brings one of the open slips of this sheet gets nothing for it any more. What was collected stays.
voucher-slip = Slip <b>{ $slip }</b>: { $state ->
    [open] open until { DATETIME($until, dateStyle: "medium") }
    [used] collected
    [void] void
   *[expired] out of date since { DATETIME($until, dateStyle: "medium") }
}
# After a slip that was collected.
voucher-slip-receipt = receipt № { $number }, to take it back: /undo { $number }
button-void-slip = Void { $slip }
toast-voucher-void = Void: { $left } open on this sheet
toast-vouchers-drawing = I draw them, one moment

## The file

voucher-file = <b>Sheet № { $number }</b> · { $slips ->
    [one] { $slips } slip
   *[other] { $slips } slips
} of one stamp each, good until { DATETIME($until, dateStyle: "medium") }. Print it at 100 % and cut along the lines. Whoever holds a slip can collect it: keep the file like money.
voucher-file-instead = Sheet № { $numbers } is void: only this one counts.
voucher-file-failed = The file did not get through to Telegram, so sheet № { $number } is void. Try once more in a minute.

## On paper: plain, no emoji, as short as can be

paper-voucher-worth = One stamp
paper-voucher-how = Scan with your camera, tap Start
paper-voucher-until = Once, until { DATETIME($until, dateStyle: "medium") }

## The customer

receipt-slip = voucher { $slip }

## Refusals

error-unknown-slip = I don't know this voucher: it may be older than my data. Show it at the counter.
error-slip-over = { $why ->
    [expired] This voucher is out of date. Ask at the counter.
   *[void] This voucher was voided by the cafe. Ask at the counter.
}
error-own-slip = These vouchers were given out by you, and nobody stamps themselves. This one still works for somebody else.
error-slips-used-up = { $most ->
    [one] A card collects at most { $most } voucher a day.
   *[other] A card collects at most { $most } vouchers a day.
} This one still works: come back with it tomorrow.
# $most as above; the slip is good today only.
error-slips-used-up-today = { $most ->
    [one] A card collects at most { $most } voucher a day, and this one is good until tonight.
   *[other] A card collects at most { $most } vouchers a day, and this one is good until tonight.
} Give it to somebody, or ask at the counter.
error-slip-without-stamps = This cafe gives no stamps any more. Show the voucher at the counter.
error-slip-gone = There is no such slip. /vouchers shows which are open.
error-slip-collected = This slip was collected, so there is nothing to void.
# $number: of its receipt.
error-slip-collected-by = This slip was collected with receipt № { $number }, so there is nothing to void. To take it back: /undo { $number }
error-slips-out-of-range = A sheet has 1 to { $most } slips. Send it like this: /vouchers 40
