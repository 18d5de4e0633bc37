### Bills and points: what a bill earns, and paying a part of it with points.

# $count: how many, for the plural; $said: the number as it is written.
points = { $count ->
    [one] { $said } punkt
   *[other] { $said } punkti
}
points-worth = { $points } ({ $worth })
bill-earned = arve { $amount }: +{ $points }
bill-paid = arve { $amount }, sellest punktidega { $spent }: +{ $points }
# No points: the cafe gives them from a larger bill on.
bill-too-small = arve { $amount }: punkte ei tule, see jääb alla vähima arve
bill-balance = kaardil { $points }

## Receipts

receipt-bill = nr { $number } · { $bill } · aitäh, { $by }
receipt-points-spent = nr { $number } · punktidega makstud: { $bill } · { $by }
receipt-bill-taken-back = nr { $number } · arve { $amount } võeti tagasi · kaardil { $points }
receipt-bill-taken-back-why = Selle võttis tagasi { $by }.
# $earned: what really left the card; what was spent already is said in a line of its own.
receipt-bill-undone = Arve { $amount } võeti tagasi, kaardilt läks maha { $earned }. Kaardil on { $points }.
receipt-bill-undone-paid = Arve { $amount } võeti tagasi, kaardilt läks maha { $earned }, tagasi tuli { $spent }. Kaardil on { $points }.
# To the owners, after who took back what.
correction-bill-taken-back = nr { $number } · <b>{ $name }</b> · { $by } võttis tagasi arve { $amount }.
correction-bill = Arvega { $amount } läks kaardilt maha: { $earned }. Kaardil on { $points }.
correction-bill-paid = Arvega { $amount } läks kaardilt maha: { $earned }, punktidega makstud osa tuli tagasi: { $spent }. Kaardil on { $points }.
correction-points-written-off = Peale selle oli arve punktidest juba kulutatud ja kantakse maha: { $points }.
receipt-points-written-off = Peale selle oli arve punktidest juba kulutatud { $points }. Mille te nende eest saite, jääb teile.
receipt-points-made-good = Tagasi tulnust läks uuesti maha { $points }: arve, mis need andis, oli juba varem tagasi võetud.

## The staff card

staff-points = Kaardil on { $points }
# $amounts: how many buttons with an amount stand below; $group: whether others talk here.
staff-bill-how = Arve: { $amounts ->
    [0] { "" }
   *[other] vajutage summat või{ " " }
}{ $group ->
    [yes] vastake sellele kaardile summaga
   *[no] lihtsalt saatke summa
}, näiteks <code>{ $example }</code>.
staff-bill-kept = Arve: <b>{ $amount }</b>
staff-wishes-to-spend = Soovib maksta punktidega, kuni { $cap } % arvest.
staff-spend-asked = Külaliselt küsitud: maksta { $worth } punktidega?
staff-spend-no = Külaline ei soovi punktidega maksta.
staff-line-bill = nr { $number } · { $bill } · { $by }
staff-line-points-spent = nr { $number } · punktidega makstud, { $bill } · { $by }
staff-line-bill-undone = nr { $number } · arve { $amount } tagasi võetud · { $by }
staff-line-bill-taken-back = nr { $number } · arve { $amount } hiljem tagasi võetud · { $by }
# What the barista takes in money after points paid a part of the bill.
staff-left-to-pay = Maksta jääb: <b>{ $left }</b>
bill-left = maksta jääb { $left }
button-pay-points = Punktidega: { $worth }
toast-bill = +{ $points }
toast-bill-too-small = Punkte ei tule: arve jääb alla vähima
toast-spend-asked = Külaliselt küsitud: maksta { $worth } punktidega?
toast-spent = Punktidega makstud: { $worth }
toast-spent-left = Punktidega makstud: { $worth }. Maksta jääb { $left }

## The customer

card-points = Teil on <b>{ $points }</b>. Iga arve annab { $percent } % punktidena ja kuni { $cap } % arvest saab maksta punktidega.
button-spend-points = Maksan punktidega
code-spending = Selle koodiga maksate kuni { $cap } % arvest punktidega.
code-confirmed-bill = Valmis, aitäh: { $bill }. Teid teenindas { $by }.
code-undone-bill = { $by } võttis selle külastuse tagasi.
spending-asked = { $by } küsib: kas maksta { $worth } summast { $amount } punktidega ({ $points })? Punktid lähevad maha alles siis, kui olete nõus.
spending-agreed = { $worth } summast { $amount } maksti punktidega: { $points }.
spending-refused = Te ei soovinud. Punktid jäävad kaardile.
spending-lapsed = See küsimus enam ei kehti. Punktid jäävad kaardile, kui kviitung ei ütle teisiti.

## Rules in plain words

rules-points = Iga arve annab punkte: { $percent } % summast. Üks punkt on väärt { $worth }.
rules-points-minimum = Arve alla { $amount } punkte ei anna.
rules-points-consent = { $alone ->
    [yes] Punktid võtab barista leti ääres maha.
   *[no] Punktid lähevad kaardilt maha alles pärast teie enda vajutust.
}
rules-points-lasting = Punktid ei aegu.
rules-points-spend = Kuni { $cap } % arvest saab maksta punktidega. Selle osa eest uusi punkte ei tule.

## Refusals

error-amount-unreadable = Seda summat ei saa lugeda ja midagi ei kirjutatud. Saatke numbrid ja arve nii: 418302 { $example }
error-no-bills-sale = Selles kohvikus kogutakse templeid, arve ei anna midagi ja koodi ei tehtud. Saatke templid nii: /sale +2
# The same where a sale code was to be made: no digits of a customer are there.
error-amount-unreadable-sale = Seda summat ei saa lugeda, koodi ei tehtud. Saatke arve nii: /sale { $example }
error-no-bills = Selles kohvikus kogutakse templeid, arve ei anna midagi. Saatke ainult numbrid või numbrid ja +2.
error-no-stamps = Selles kohvikus kogutakse arvete eest punkte. Saatke numbrid ja arve, näiteks 418302 { $example }
error-no-stamps-sale = Selles kohvikus kogutakse arvete eest punkte, seepärast koodi ei tehtud. Saatke arve nii: /sale { $example }
error-no-slips = Talong annab templi, aga selles kohvikus kogutakse arvete eest punkte. Seepärast ei trükitud midagi. Mida kogutakse, valib omanik: /setup.
error-no-stamps-to-adjust = Siin kogutakse arvete eest punkte, aga /adjust loeb templeid. Midagi ei muudetud. Vale arve võtke tagasi: /undo ja selle number, siis kirjutage uue koodiga uuesti.
error-bill-alone = Külastusel on templid juba olemas, seega midagi ei kirjutatud. Saatke arve ilma arvuta: { $example }
error-no-card-for-bill = Ükski kaart siin ei oota arvet, midagi ei kirjutatud. Vastake kaardile summaga või saatke numbrid koos sellega: 418302 { $example }
error-bill-entered = Selle külastuse arve on juba kirjas. Parandamiseks võtke külastus tagasi.
error-bill-too-large = Arveid alates { $amount } siin ei sisestata. Kontrollige koma või küsige omanikult. Midagi ei kirjutatud.
# To an owner, whose limit it is.
error-bill-too-large-owner = Arveid alates { $amount } siin ei sisestata. Kontrollige koma või muutke piiri: /setup > { button-set-more } > { button-set-limits }.
error-sale-bill-too-large = Arvest alates { $amount } müügikoodi ei tehta: keegi peab selle üle vaatama. Kontrollige koma või avage külalise enda kood: see küsib.
error-bill-missing = Kõigepealt kirjutage arve: punktidega makstakse osa sellest.
error-nothing-to-spend = Kaardil pole praegu punkte, millega osa arvest maksta, seega midagi ei muutunud. Arve makstakse nagu tavaliselt.

## The owner's pages

program-collects = Kogutakse: { $collects ->
    [points] <b>punkte</b>
    [both] <b>templeid ja punkte</b>
   *[stamps] <b>templeid</b>
}
program-points = { $percent } % igast arvest tuleb tagasi punktidena, kuni { $cap } % arvest saab maksta punktidega ({ $currency }; punkt on väärt { $worth }).
program-minimum = Arve alla { $least } punkte ei anna.
program-minimum-none = Punkte annab iga arve.
program-amounts = Tavaliste arvete nupud: { $amounts }
program-amounts-none = Tavaliste arvete nuppe veel ei ole: iga summa kirjutatakse.
set-collects = Mida teie külalised koguvad? Punktide jaoks kirjutavad töötajad arve summa.
set-points = Ülemine rida: kui palju arvest tuleb tagasi. Teine rida: kui suure osa arvest saab maksta punktidega.
set-currency = Mis vääringus on teie arved?
button-set-collects = Mida kogutakse
button-set-points = Punktide reeglid
button-set-currency = Vääring
button-set-minimum = Väikseim arve
button-set-amounts = Tavalised arved nuppudeks
button-collect-stamps = Templid
button-collect-points = Punktid
button-collect-both = Templid ja punktid
# Five of them share a row.
button-earn-percent = { $percent } %
# Four of them share a row.
button-spend-percent = ≤ { $percent } %
ask-amounts = Millised arved on tavalised? Saatke kuni viis summat, tühik vahel, näiteks { $examples }, või 0, kui nuppe ei ole vaja. /cancel jätab kõik nii, nagu on.
ask-minimum = Mis summast alates punkte antakse? Saatke summa, näiteks { $example }, või 0, kui igast arvest. /cancel jätab kõik nii, nagu on.
rule-collects = kogutakse
rule-currency = vääring
rule-earn-percent = punktid, % arvest
rule-spend-percent = punktidega kuni, %
rule-minimum-bill = väikseim arve
rule-usual-amounts = tavalised arved
rule-collects-value = { $collects ->
    [points] punkte
    [both] templeid ja punkte
   *[stamps] templeid
}
error-points-held = Külalistel on juba punkte vääringus { $currency }, seega vääring jääb: sellest sõltub, mida punktid väärt on.
error-amounts-unfit = Seda ma ei loe välja, midagi ei muutunud. Summa näeb välja nii: { $example }. Tavalisi arveid võib olla kuni { $most }, tühik vahel.

## Bills, points and slips on the day's page

day-bills = { $bills ->
    [one] { $bills } arve: { $amount }
   *[other] { $bills } arvet: { $amount }
}
# Bills that an earlier day's close has; they were taken back since.
day-bills-back = Varem kirja pandud, nüüd tagasi võetud: { $bills ->
    [one] { $bills } arve
   *[other] { $bills } arvet
}, { $amount }
day-points-given = Antud: { $points }
day-points-spent = Punktidega makstud: { $points }
day-points-written-off = Maha kantud: { $points }
day-points-adjusted = Parandatud või aegunud: { $points }
day-vouchers = Trükitud talonge kasutatud: { $count }
day-free-and-paid = { $visits ->
    [one] Sellest { $visits } külastusel, kus ka maksti
   *[other] Sellest { $visits } külastusel, kus ka maksti
}
# Who owes whom: the card was filled at one counter, the free item handed over at another.
day-settlement = Kogutud { $given_at }, antud { $redeemed_at }: { $count }

## Where a visit had a bill and no stamp

queue-done-bill = { $pair } · { $name } · arve kirjas · { $by }
outage-visit-bill = { $pair } · { $name } · arve kirjas, { $progress }{ $undone ->
    [yes] { " " }(tagasi võetud)
   *[no] { "" }
}
button-outage-undo-bill = Võta arve tagasi · { $pair }
undo-last-bill = Tagasi võetud: arve, { $pair }. { $progress }
forget-points = Te kaotate: { $points }.

## The first screen

greeting-points = Tere tulemast: <b>{ $cafe }</b>. Siin kogute punkte: igast arvest tuleb tagasi { $percent } %.
greeting-points-too = Iga arve ({ $cafe }) annab ka punkte: { $percent } % summast.
