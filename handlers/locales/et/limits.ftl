### What limits ask and answer at the counter. Short: it is read with one hand on the cup.

## On the staff card

# $time: of the visit before, as the cafe's clock shows it.
staff-choice = Tempel anti juba kell { $time }. Üks veel samale külastusele või teine ring?
# The customer was forgotten since and came back: nothing can be added to that visit.
staff-choice-forgotten = Tempel anti mõni minut tagasi, eelmisele kaardile. Teine ring?
# $nth: which visit of the card this is today.
staff-why = Selle kaardi { $nth }. külastus täna. Miks veel kord?
# $most: visits of a card on one day.
staff-limit = { $most ->
    [one] Täna rohkem templeid ei saa: kaardil on { $most } külastus päevas.
   *[other] Täna rohkem templeid ei saa: kaardil on { $most } külastust päevas.
}
staff-reason = Põhjus: { $reason ->
    [second_round] teine ring
    [friend] sõbra tellimus
   *[correction] parandus
}
staff-joined = Lisatud kella { $time } külastusele: { $by }.
staff-frozen = Kaart on külmutatud: külaline ei tundnud üht kannet ära. Templeid võib anda, preemiad ootavad juhatajat.
staff-manager-asked = Juhatajalt küsiti, kas lubada: { $what }.
staff-own-bill-asked = { $by } peab kinnitama, et { $what } on õige. See läheb kirja pärast jah-vastust.
staff-manager-granted = { $by } lubas: { $what }.
staff-manager-refused = { $by } ei lubanud: { $what }.
staff-manager-lapsed = Keegi ei lubanud õigel ajal: { $what }.

## Buttons: 18 characters where two share a row, 32 alone.

button-join = { $stamps ->
    [1] Lisa kella { $time } külastusele
   *[other] Lisa { $stamps }: külastus { $time }
}
button-second-round = +{ $stamps } · Teine ring
button-friend = +{ $stamps } · Sõbra tellimus
button-correction = +{ $stamps } · Parandus
button-let-pass = Luba
button-let-not-pass = Ei

## The question to managers

# $by asks; $given: stamps that the visit has already; $nth: which visit of the card this is today.
approval-asked = <b>{ $by }</b> küsib: { $given ->
    [0] <b>{ $what }</b>, külaline { $name }, selle kaardi { $nth }. külastus täna.
   *[other] <b>{ $what }</b>, külaline { $name }, lisaks selle külastuse { $given } templile.
}
approval-large-bill = Arve alates { $bound } vaadatakse enne üle: kas koma on õiges kohas?
# To whoever entered the bill, a manager or an owner on the own phone.
approval-own-bill = <b>{ $amount }</b>, külaline { $name }: kas summa on õige?
button-bill-right = Jah
button-bill-wrong = Ei
approval-granted = { $decider } lubas: { $what }, külaline { $name }, küsis { $by }.
approval-refused = { $decider } ei lubanud: { $what }, külaline { $name }, küsis { $by }.
approval-lapsed = Läbi: { $what }, külaline { $name }, küsis { $by }. Selle küsimusega ei antud midagi.
toast-let-pass = Lubatud: { $what }
toast-let-not-pass = Ei lubatud: { $what }

## Told to others

# To the customer, on the code that was shown.
code-joined = Valmis, aitäh: lisatud teie kella { $time } külastusele. { $progress }. Teid teenindas { $by }.
# To the owners.
notice-pace = { $stamps ->
    [one] <b>{ $name }</b> andis tunni jooksul { $stamps } templi või rohkem. Kellelegi ei keeldutud; /today näitab, mida anti.
   *[other] <b>{ $name }</b> andis tunni jooksul { $stamps } templit või rohkem. Kellelegi ei keeldutud; /today näitab, mida anti.
}
notice-pace-bills = <b>{ $name }</b> andis tunni jooksul punkte arvete eest, kokku { $amount } või rohkem. Kellelegi ei keeldutud; /today näitab, mida anti.

## Refusals

error-reason-needed = { $need ->
    [reason] Sellele kaardile on täna juba palju templeid antud. Kaart küsib nüüd põhjust: vajutage seal.
   *[choice] Sellele kaardile anti tempel mõni minut tagasi. Kaart küsib nüüd: samale külastusele või teine ring?
}
error-limit-stamps = { $most ->
    [one] Ühel külastusel saab siin kuni { $most } templi. Andke vähem või küsige omanikult.
   *[other] Ühel külastusel saab siin kuni { $most } templit. Andke vähem või küsige omanikult.
}
error-limit-visits = { $most ->
    [one] Ühel kaardil on siin kuni { $most } külastus päevas. Paluge külalisel homme tagasi tulla.
   *[other] Ühel kaardil on siin kuni { $most } külastust päevas. Paluge külalisel homme tagasi tulla.
}
# To an owner, whose limit it is.
error-limit-stamps-owner = { $most ->
    [one] Ühel külastusel saab siin kuni { $most } templi.
   *[other] Ühel külastusel saab siin kuni { $most } templit.
} Andke vähem või muutke piiri: /setup > { button-set-more } > { button-set-limits }.
error-limit-visits-owner = { $most ->
    [one] Ühel kaardil on siin kuni { $most } külastus päevas.
   *[other] Ühel kaardil on siin kuni { $most } külastust päevas.
} Piiri muutmiseks: /setup > { button-set-more } > { button-set-limits }.
error-manager-asked = Selleks on vaja juhataja luba ja temalt juba küsiti. Vastus ilmub kaardile.
# To a manager or an owner, who needs nobody's word but a second look.
error-own-bill-asked = Suur arve vaadatakse enne üle, veel pole midagi kirjas. Küsimus on teie vestluses: "Jah", kui summa on õige.
error-manager-said-no = Juhatajalt küsiti selle külastuse kohta ja ta ütles ei. Sisestage vähem või rääkige temaga.
error-approval-over = See küsimus on läbi: külastus on lõpetatud või selle aeg sai läbi. Küsige letis uus kood.
error-join-over = Sellele külastusele enam lisada ei saa. Vajutage "Teine ring".
error-limits-odd = Nii seda piiri seada ei saa. Valige 2 kuni 99 templit külastuse kohta ja 2 kuni 50 külastust päevas.
