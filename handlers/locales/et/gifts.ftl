### Gifts: rewards that no card was filled for, with their last day.

# $reward: such as "Free coffee × 2"; $until: the last day on which it can be had.
reward-until = { $reward } (kuni { DATETIME($until, dateStyle: "medium") })
receipt-gift = nr { $number } · { $cause ->
    [birthday] Teie sünnipäevaks
    [milestone] Teie külastuste eest
   *[offer] Meie sõnumist
}: { $item }, kehtib kuni { DATETIME($until, dateStyle: "medium") }
receipt-gift-how = Leiate selle nupu <b>{ button-rewards }</b> alt: valige see seal, enne kui koodi näitate.
receipt-gift-expired = nr { $number } · { $item }: viimane päev on möödas
receipt-gifts-gone = Koos külastusega võeti tagasi ka see, mida see tõi: { $items }.
staff-line-gift = nr { $number } · kingitus: { $item }, kuni { DATETIME($until, dateStyle: "medium") }
staff-line-gift-expired = nr { $number } · { $item }: aegunud

## Taking what a post offers

toast-offer-taken = Teie kaardil: { $item }, kehtib kuni { DATETIME($until, dateStyle: "medium") }.
toast-offer-taken-before = See on juba teie kaardil: { $item }, kehtib kuni { DATETIME($until, dateStyle: "medium") }.
button-offer-taken = Kehtib kuni { DATETIME($until, dateStyle: "medium") }
error-not-your-post = See sõnum saadeti kellelegi teisele ja selle nupp töötab ainult temale. Teie enda pakkumised tulevad teile siia vestlusse.
error-post-offer-over = Selle pakkumise päevad on möödas. Järgmine tuleb omaette sõnumiga.
error-post-offer-used-up = { $limit ->
    [one] Neid oli üks ja see on võetud. Järgmine pakkumine tuleb omaette sõnumiga.
   *[other] Kõik { $limit } on võetud. Järgmine pakkumine tuleb omaette sõnumiga.
}
