### Receipts: each change says why and carries its number.

# $number: as text; $progress: where the card stands now; $by: who did it.
receipt-stamps = № { $number } · +{ $added } { $added ->
    [one] stamp
   *[other] stamps
} · { $progress } · thanks, { $by }
receipt-filled = { $rewards ->
    [one] Your card is full: <b>{ $item }</b> is yours
   *[other] Your cards are full: <b>{ $item }</b> × { $rewards } are yours
}, { $when ->
    [now] you can have it at once.
   *[next] from your next visit.
}
receipt-visit-undone = № { $number } · −{ $removed } { $removed ->
    [one] stamp
   *[other] stamps
} · { $progress }
receipt-visit-undone-why = { $by } took a visit back at the counter: it was stamped by mistake.
receipt-reward-undone = { $rewards ->
    [one] The reward that it had filled went with it: { $item }.
   *[other] The rewards that it had filled went with it: { $item } × { $rewards }.
}
receipt-handed-over = № { $number } · { $item } · handed over by { $by }
receipt-handover-undone = № { $number } · { $item } is yours again
receipt-handover-undone-why = { $by } took the handing out back: it was booked by mistake.
