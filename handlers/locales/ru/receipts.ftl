### Receipts: each change says why and carries its number.

# $number: as text; $progress: where the card stands now; $by: who did it.
receipt-stamps = № { $number } · +{ $added } { $added ->
    [one] штамп
    [few] штампа
    [many] штампов
   *[other] штампа
} · { $progress } · спасибо, { $by }
receipt-filled = { $rewards ->
    [1] Карта полная, вам: <b>{ $item }</b>
    [one] Карты полные, вам: <b>{ $item }</b> × { $rewards }
    [few] Карты полные, вам: <b>{ $item }</b> × { $rewards }
    [many] Карты полные, вам: <b>{ $item }</b> × { $rewards }
   *[other] Карты полные, вам: <b>{ $item }</b> × { $rewards }
}, { $when ->
    [now] можно получить сразу.
   *[next] со следующего визита.
}
receipt-visit-undone = № { $number } · −{ $removed } { $removed ->
    [one] штамп
    [few] штампа
    [many] штампов
   *[other] штампа
} · { $progress }
receipt-visit-undone-why = Визит отменён у стойки ({ $by }): штамп поставили по ошибке.
receipt-reward-undone = { $rewards ->
    [1] Вместе с ним отменена награда: { $item }.
    [one] Вместе с ним отменены награды: { $item } × { $rewards }.
    [few] Вместе с ним отменены награды: { $item } × { $rewards }.
    [many] Вместе с ним отменены награды: { $item } × { $rewards }.
   *[other] Вместе с ним отменены награды: { $item } × { $rewards }.
}
receipt-handed-over = № { $number } · { $item } · выдано: { $by }
receipt-handover-undone = № { $number } · { $item } снова у вас
receipt-handover-undone-why = Выдача отменена ({ $by }): её отметили по ошибке.
