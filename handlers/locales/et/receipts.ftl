### Receipts: each change says why and carries its number.

# $number: as text; $progress: where the card stands now; $by: who did it.
receipt-stamps = nr { $number } · +{ $added } { $added ->
    [one] tempel
   *[other] templit
} · { $progress } · aitäh, { $by }
receipt-filled = { $rewards ->
    [one] Kaart on täis, teile: <b>{ $item }</b>
   *[other] Kaardid on täis, teile: <b>{ $item }</b> × { $rewards }
}, { $when ->
    [now] saate kätte kohe.
   *[next] alates järgmisest külastusest.
}
receipt-visit-undone = nr { $number } · −{ $removed } { $removed ->
    [one] tempel
   *[other] templit
} · { $progress }
receipt-visit-undone-why = { $by } võttis leti ääres külastuse tagasi: tempel oli pandud eksituse tõttu.
receipt-reward-undone = { $rewards ->
    [one] Koos sellega võeti tagasi preemia: { $item }.
   *[other] Koos sellega võeti tagasi preemiad: { $item } × { $rewards }.
}
receipt-handed-over = nr { $number } · { $item } · andis { $by }
receipt-handover-undone = nr { $number } · { $item } on jälle teie oma
receipt-handover-undone-why = { $by } võttis väljaandmise tagasi: see oli märgitud eksituse tõttu.
