### Sale codes: a one-time QR that staff show and the customer scans.

button-sale = Müügikood
# To staff, under how to give a stamp.
staff-how-sale = <b>{ button-sale }</b> või <code>/sale +2</code> teeb QR-i, mida külaline skannib: see annab templid, ja kaardi sellele, kellel seda veel pole.

## What staff ask for, and what they show

sale-menu = <b>{ button-sale }</b>: mida osteti? Külaline skannib QR-i ja saab oma osa kätte, ka ilma kaardita.
sale-how-stamps = Või kirjutage: <code>/sale +2</code>
sale-how-bill = Või kirjutage arve: <code>/sale { $example }</code>
sale-moved = Müügikood on teie isiklikus vestluses minuga: kes seda näeb, saab selle ära kasutada.
# $what: such as "2 stamps", or a bill.
sale-stamps = { $stamps ->
    [one] { $stamps } tempel
   *[other] { $stamps } templit
}
sale-bill = arve { $amount }
sale-heading = Müügikood: <b>{ $what }</b>
sale-live = Külaline skannib allolevat pilti telefoni kaameraga ja vajutab Start. See kehtib ühe korra, { $seconds } sekundit.
sale-picture = Skannige: { $what }
sale-picture-over = See kood enam ei kehti.
sale-picture-used = Kätte saadud.
sale-picture-failed = Pilt ei jõudnud kohale, kood ei kehti. Võtke külalise kuus numbrit.
sale-used = Kood on kasutatud.
sale-ran-out = Koodi aeg sai läbi, keegi ei kasutanud seda.
sale-void = Kood ei kehti: uuem võttis selle koha või vahetus lõppes.
sale-collected-before = See kood on juba kasutatud: kaart on siin.
# $name: the customer; $limit: what held them back.
sale-refused = <b>{ $name }</b> ei saanud midagi: { $limit ->
    [visits_a_day] seda kaarti on täna sageli kasutatud
    [overrides_a_day] seda kaarti on täna sageli kasutatud
    [large_bill] nii suure arve otsustab juhataja
   *[other] nii palju templeid korraga otsustab juhataja
}. Avage külalise enda kood: see küsib, mis puudu. Kellelegi teisele see kood veel kehtib.
button-sale-again = Sama veel kord

## The customer

# $standing: such as "5 of 6, one to go".
collected-before = Selle olete juba saanud: { $standing }.
# After the refusal of a code or voucher, to somebody who has no card yet.
collect-own-card = Kaardi saate siin ka ilma selleta: vajutage all { button-my-card }.

# To the customer who collected by a sale code while waiting.
notice-queue-left = See oligi teie ost, nii et järjekorras te enam ei oota. Teie oma kood kehtib veel, kui soovite midagi muud.

## Refusals

error-collected-undone = See võeti leti ääres tagasi ja rohkem see midagi ei anna. Kui see on viga, küsige sealt.
error-already-collected = Selle on keegi teine juba kasutanud. Küsige leti äärest uus.
error-sale-code-over = See kood enam ei kehti. Küsige baristalt uus või vajutage "{ button-stamp-me }" ja näidake enda oma.
error-sale-code-too-large = { $most ->
    [one] Müügikood annab siin kõige rohkem { $most } templi.
   *[other] Müügikood annab siin kõige rohkem { $most } templit.
} Rohkema jaoks avage külalise enda kood: see küsib, mis puudu on.
error-own-sale-code = Selle koodi tegite teie ja iseennast keegi ei teeninda. See kehtib veel: laske külalisel skannida.
error-not-by-yourself = Siin on vaja töötaja sõna, seega midagi ei lisatud. Vajutage "{ button-stamp-me }" ja näidake oma koodi.
