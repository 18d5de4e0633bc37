### What customers read.
###
### Words that stay the same on every page (English = here):
### stamp = tempel (templit) · card = kaart · full card = täis kaart · reward = preemia · code = kood
### pair code = koodi hüüdnimi (rebane 42) · receipt = kviitung, "nr 41" · visit = külastus
### barista = barista · hand over = välja anda · undo = tagasi võtta · put aside = kõrvale panna · counter = lett
### We say "teie" and small letters. What the owner named ({ $item }) and names ({ $by }) stay in the
### nominative: put them after a colon or make them the subject, never "{ $by } poolt".

## The keyboard: two share a row, so at most 18 characters each.

button-stamp-me = Tempel palun
button-my-card = Minu kaart
button-rewards = Preemiad
button-history = Ajalugu

## Welcome

# $cafe: the cafe's name; $goal: stamps that fill a card; $item: what a filled card gives.
greeting =
    Tere tulemast: <b>{ $cafe }</b>. See on teie templikaart: { $goal ->
        [one] { $goal } tempel teeb kaardi täis
       *[other] { $goal } templit teeb kaardi täis
    } ja täis kaart annab: <b>{ $item }</b>.
greeting-how = Leti ääres vajutage <b>{ button-stamp-me }</b> ja näidake ekraani.
what-we-keep = <i>Mida me hoiame: teie Telegrami konto ja nimi, keel ning see, mida siin kogute. Telefoninumbrit mitte kunagi. Lähemalt: /privacy</i>
# Somebody without a role scanned a customer's code.
code-is-for-staff = See kood on barista jaoks: näidake seda leti ääres. Seda saab kasutada ainult töötaja, nii et midagi pole juhtunud.
code-get-your-own = Oma kaardi saamiseks vajutage all <b>{ button-my-card }</b>.
help-customer =
    <b>{ button-stamp-me }</b> näitab teie koodi leti jaoks.
    <b>{ button-my-card }</b> näitab templeid, <b>{ button-rewards }</b> seda, mida saate, <b>{ button-history }</b> iga muudatust.
    Midagi on valesti? Öelge baristale: leti ääres saab vea kümne minuti jooksul tagasi võtta.
    /messages näitab, mida võime teile saata, ja seal saab seda muuta.

## The card

# $stamps of $goal; $left: how many are missing.
progress = { $stamps ->
    [one] { $stamps } tempel { $goal }-st
   *[other] { $stamps } templit { $goal }-st
}{ $left ->
    [0] , täis järgmise templiga
    [1] , üks veel puudu
   *[other] { "" }
}
card-heading = <b>{ $cafe }</b>
card-stamps = Teie kaart: <b>{ $progress }</b>. Täis kaart annab: { $item }.
card-rewards = Teil on: { $rewards }. Kasutamiseks vajutage <b>{ button-rewards }</b>.

## Rewards

# $count: how many of one kind are held.
reward-count = { $count ->
    [1] { $item }
   *[other] { $item } × { $count }
}
rewards-none = Preemiaid veel pole. { $progress }; täis kaart annab: { $item }.
rewards-held = Teil on: { $rewards }. Leti ääres valige soovitud preemia ja näidake ekraani.
button-use-reward = Võtan: { $item }

## The code

code-live =
    Näidake seda baristale:

    { $pair }
    <code>{ $digits }</code>
code-reward = Selle koodiga saate: <b>{ $item }</b>.
code-validity = { $minutes ->
    [one] Kood kehtib ühe korra, { $minutes } minut.
   *[other] Kood kehtib ühe korra, { $minutes } minutit.
}
code-picture = { $pair }: barista saab selle skannida.
# $pair: emoji, name and number.
pair-code = { $emoji } <b>{ $animal } { $number }</b>
code-opened = { $by } vaatab teie kaarti.
code-confirmed = Tehtud, aitäh: { $progress }. Teid teenindas { $by }.
# $progress: of the card that was begun after the full one.
code-confirmed-full = Tehtud, aitäh: { $rewards ->
    [one] kaart on täis, teile: { $item }
   *[other] kaardid on täis, teile: { $item } × { $rewards }
}. Järgmisel kaardil: { $progress }. Teid teenindas { $by }.
code-declined = { $by } pani selle koodi kõrvale, midagi ei lisatud. Uue saamiseks vajutage <b>{ button-stamp-me }</b>.
code-visit-ran-out = Midagi ei jõutud lisada. Uue koodi saamiseks vajutage <b>{ button-stamp-me }</b>.
code-undone = { $by } võttis selle külastuse tagasi: { $progress }.
code-ran-out = Selle koodi aeg sai läbi. Uue saamiseks vajutage <b>{ button-stamp-me }</b>.
code-void = Selle koodi asemel on uuem.
# The card was moved to another account while the code was open.
code-moved = Kõik sellelt kaardilt on nüüd teisel kaardil, seepärast see kood enam ei kehti.
code-picture-used = Kasutatud.
code-picture-over = See kood enam ei kehti.

## History

history-empty = Siin pole veel midagi: esimene kviitung tuleb koos esimese ostuga.
history-heading = Teie kviitungid, uuemad ees:
history-line = { DATETIME($day, dateStyle: "medium") } · { $receipt }
# At the end of a line, where the change was more than stamps.
history-filled = { $rewards ->
    [one] kaart täis
   *[other] { $rewards } kaarti täis
}
history-reward-undone = { $rewards ->
    [one] selle preemia võeti ka tagasi
   *[other] selle preemiad võeti ka tagasi
}
button-older = Vanemad
button-newest = Uusimad

## Staff ask whether to hand a reward over

offer-asked = { $by } küsib: kas anda teile kohe <b>{ $item }</b>? Kui ütlete jah, läheb see kaardilt maha.
offer-agreed = Käes: <b>{ $item }</b>, andis { $by }. Head nautimist.
offer-refused = Ütlesite ei. <b>{ $item }</b> jääb teie kaardile.
offer-lapsed = See küsimus on läbi. <b>{ $item }</b> jääb teie kaardile, kui kviitung ei ütle teisiti.
button-offer-yes = Jah, palun
button-offer-no = Ei, hoian alles
toast-offer-agreed = Head nautimist
toast-offer-refused = See jääb kaardile

## Anything else

hint-customer-buttons = Oskan nelja asja: <b>{ button-stamp-me }</b> leti ääres, <b>{ button-my-card }</b>, <b>{ button-rewards }</b> ja <b>{ button-history }</b>. Need on nupud all.
hint-customer-people = Sellest ma aru ei saa, aga inimesed leti taga aitavad: küsige neilt või saatke /help, et näha, mida oskan.
hint-customer-digits = Kuus numbrit sisestab barista. Vajutage <b>{ button-stamp-me }</b> ja näidake leti ääres ekraani.
hint-group = Töötan privaatvestluses: { $link }
hint-anonymous = Ma ei näe, kes te olete: kirjutate grupi või kanali nimel. Minge oma kontole ja saatke uuesti.
