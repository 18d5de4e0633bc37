### What baristas read. Text and emoji only, complete when read aloud.

## Welcome

# $name: the staff member's; $role: barista, manager or owner.
staff-greeting = Tere, { $name }. Teie roll kohvikus <b>{ $cafe }</b>: { $role ->
    [owner] omanik
    [manager] juhataja
   *[barista] barista
}.
staff-how =
    Templi andmiseks: kes vajutas <b>{ button-stamp-me }</b>, on nupu <b>{ button-queue }</b> all ja piisab ühest vajutusest.
    Või skannige telefoni kaameraga külalise QR või saatke mulle sellest foto või kuus numbrit, näiteks <code>418 302</code>.
    <code>418302 +2</code> annab kaks korraga. Grupis kirjutage /confirm 418302.
staff-how-bill = Avatud kaart võtab arve ka ilma numbriteta: lihtsalt saatke <code>{ $example }</code>; töögrupis vastake summaga kaardile.
staff-how-owner = /invite toob uue barista, /setup näitab ja muudab teie kaardi reegleid, /campaigns näitab, mida on saadetud ja mis saadetakse ise, /voice näitab, mida kliendid teist räägivad; /question küsib neilt midagi teie oma sõnadega.
staff-how-day = /today näitab päeva ühel lehel, ka seda, mis läks läbi märkega; /close sulgeb päeva.
staff-how-chat = /staffchat teeb grupist töögrupi: seal on kõigile järjekord ja külaliste kirjad.
staff-own-card = All olev <b>{ button-my-card }</b> on teie enda kaart, vaba päeva jaoks.
staff-waiting = Aitäh. Omanikult on küsitud, kas teid sisse lasta; kirjutan teile, kui vastus on käes.
confirm-how = Lisage kuus numbrit: /confirm 418302 või /confirm 418302 +2.
confirm-moved = Kaart on teie privaatvestluses minuga.
hint-staff-digits = Külalise kaardi avamiseks saatke kuus numbrit või skannige QR. Muu kohta: /help.
hint-staff-help = Sellega ei oska ma midagi teha. Kood on kuus numbrit, näiteks <code>418 302</code>; /help loetleb, mida oskan.

## The staff card

staff-card-heading = { $pair } · <b>{ $name }</b>
staff-card-heading-nameless = <b>{ $name }</b>
guest = külaline
staff-progress = <b>{ $progress }</b>
staff-rewards = Preemiad: { $rewards }
staff-picked = Soovib kohe: <b>{ $item }</b>
staff-asked = Külaliselt küsiti, kas anda välja: { $item }
staff-answer-no = Külaline ütles ei: { $item }.
staff-undo-blocked = Tagasi võtta ei saa: selle külastuse preemia on välja antud.
staff-declined = Mitte praegu: { $by } pani kõrvale, midagi ei antud.
staff-expired = Aeg sai läbi: midagi ei antud. Küsige uus kood.
staff-undone = Tagasi võttis { $by }.
staff-filled = { $rewards ->
    [one] Kaart täis: { $item }
   *[other] Kaardid täis: { $item } × { $rewards }
}, { $when ->
    [now] võib kohe anda.
   *[next] alates järgmisest külastusest.
}

# One line for each thing done in the visit. $number: the receipt's number; $by: who did it.
staff-line-stamps = nr { $number } · +{ $added } · { $by }
staff-line-undone = nr { $number } · −{ $removed }, tagasi võetud · { $by }
staff-line-handed-over = nr { $number } · { $item }: välja antud · { $by }
staff-line-handover-undone = nr { $number } · { $item }: antud tagasi kaardile · { $by }

## Buttons: 18 characters where two share a row, 32 alone.

# $pair: emoji and number, so that the thumb can't hit the wrong card.
button-plus-one = +1 · { $pair }
button-plus = +{ $stamps }
button-hand-over = Anna välja: { $item }
button-not-now = Mitte praegu
button-undo = Võta tagasi
# A visit of more than one stamp: it takes all of them.
button-undo-all = Tagasi kõik { $stamps }
button-make-it-two = Tee kaheks
button-add = Lisa sellele külastusele
button-back = Tagasi
button-undo-handover = Võta tagasi: { $item }

## Toasts: what one says aloud

toast-somebody-first = { $by } jõudis ette: { $progress }
toast-filled = { $rewards ->
    [one] Kaart täis: { $item }
   *[other] Kaardid täis: { $item } × { $rewards }
}. { $progress }
toast-declined = Kõrvale pandud, midagi ei antud
toast-undone = Tagasi võetud: { $progress }
toast-asked = Külaliselt küsitud: { $item }?
toast-handed-over = Välja antud: { $item }
toast-handover-undone = Tagasi kaardil. { $progress }
