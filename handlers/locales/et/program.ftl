### The cafe's rules as its owner reads and changes them.

## The screen

program-heading = <b>{ $cafe }</b>: teie kaardi reeglid
program-language = Keel: { $main }
program-languages = Keeled: { $main }, siis { $second }
program-name = Nimi: <b>{ $cafe }</b>
program-town = Linn: { $town } ({ $zone })
program-zone = Kell: { $zone }. Öelge linn, siis lõpeb päev samal ajal kui teil.
program-goal = { $goal ->
    [one] { $goal } tempel teeb kaardi täis
   *[other] { $goal } templit teeb kaardi täis
} ja täis kaart annab: <b>{ $item }</b>. Ülejäävad templid lähevad järgmisele kaardile.
program-stamp-for = Tempel selle eest: <b>{ $what }</b>
program-who-alone = Templeid annate teie.
# $people: everybody who works here.
program-who = { $people ->
    [one] Templeid annab { $people } inimene.
   *[other] Templeid annab { $people } inimest.
}
program-who-tills = { $tills ->
    [one] { $tills } ühine kassa.
   *[other] { $tills } ühist kassat.
}
program-who-chat = Töögrupp: { $title }.

## Two of these buttons share a row, so at most 18 characters each.

button-set-language = Keel
button-set-name = Nimi
button-set-town = Linn
button-set-goal = Mitu templit
button-set-stamp-for = Mille eest tempel
button-set-item = Mis on tasuta
button-set-who = Kes annab templi
button-set-more = Muud reeglid
button-set-limits = Piirid
button-set-day = Päeva algus
button-set-old-cards = Paberkaardid
button-set-adjustments = Parandused
button-set-responsible = Kes vastutab
button-set-changes = Muudatused

## More rules

program-more-heading = <b>Muud reeglid</b>. Enamasti jäävad need nii, nagu on.
program-when = { $when ->
    [now] Preemia saab kätte kohe, samas külastuses.
   *[next] Preemia saab kätte alates järgmisest külastusest.
}
program-consent = { $alone ->
    [yes] Kolleegid annavad preemia üle ise, ilma külalise vajutuseta.
   *[no] Preemia läheb kaardilt maha alles pärast külalise enda vajutust.
}
program-day-begins = Päev algab kell { $hour }.
program-adjustments = { $stamps ->
    [one] Juhataja võib parandada { $stamps } templi päevas.
   *[other] Juhataja võib parandada { $stamps } templit päevas.
}
program-old-cards = Vanu paberkaarte võetakse vastu kuni { DATETIME($day, dateStyle: "medium") }, igalt külaliselt korra.
program-old-cards-off = Vanu paberkaarte vastu ei võeta.
program-responsible = Külaliste andmete eest vastutab: { $who }
program-responsible-none = Veel pole öeldud, kes vastutab külaliste andmete eest.
button-reward-now = Preemiad kohe
button-reward-next = Preemiad järgmisel korral
button-staff-alone = Anna üle küsimata
button-ask-customer = Küsi enne külaliselt
toast-saved = Salvestatud

## One rule on its page

set-languages = Põhikeel on siltidel ja töögrupis; igaühega räägime tema telefoni keeles, kui oskame. Teine keel on kakskeelsete siltide ja teie oma sõnade jaoks.
button-and-language = + { $language }
button-one-language = Teist keelt pole
set-goal = Mitu templit teeb kaardi täis? Alustatud kaart saab täis selle arvuga, mis on külalisele parem.
# $goal: a lower one; nothing is changed before the button.
goal-fills-cards = { $cards ->
    [one] { $cards } kaardil on juba { $goal } templit või rohkem: järgmise templiga annab see: <b>{ $item }</b>.
   *[other] { $cards } kaardil on juba { $goal } templit või rohkem: järgmise templiga annab igaüks: <b>{ $item }</b>.
} Ülejäävad templid lähevad järgmisele kaardile ja võivad ka selle täita. Midagi pole veel muudetud.
goal-one-question = Enne üks küsimus.
button-lower-goal = Ikkagi { $goal } templit
button-own-number = Muu arv
set-stamp-for = Mille eest saab templi? Seda küsitakse leti ääres. Praegu: <b>{ $what }</b>.
set-item = Mida annab täis kaart? Praegu: <b>{ $item }</b>. Preemiad, mis kellelgi juba on, jätavad oma nime.
button-own-words = Oma sõnadega
button-preset-each-drink = iga kuum jook
button-preset-each-visit = iga külastus
button-preset-coffee = Tasuta kohv
button-preset-any-drink = Üks jook tasuta
button-skip-words = Sellest piisab
set-who = Kes annab templeid? Teie saate selle telefoniga. Ühisest telefonist leti ääres saab kassa, töötajate grupist töögrupp.
button-just-me = Ainult mina
button-till-here = Telefon kassa juures
button-staff-here = Kolleegid grupis
set-day = Mis kell algab päev? Varasem kuulub eelmise päeva alla. Praegu: { $hour }.
set-old-cards = Barista võib vana paberkaardi templid üle kanda, igal külalisel korra. Mis päevani?
button-old-cards-today = Täna
button-old-cards-month = Selle kuu lõpuni
button-old-cards-never = Enam mitte
button-own-date = Muu kuupäev
set-town-which = Selle nimega linnu on mitu. Milline on teie oma?

## Questions that are answered with a text

ask-name = Mis on kohviku nimi? Saatke see mulle, märke kuni { $longest }. /cancel jätab kõik nii, nagu on.
ask-town = Mis linnas kohvik on? Saatke linna nimi, selle järgi käib kell. /cancel jätab kõik nii, nagu on.
ask-goal = Mitu templit teeb kaardi täis? Saatke arv vahemikus { $least } kuni { $highest }. /cancel jätab kõik nii, nagu on.
ask-stamp-for = Mille eest saab templi? Saatke see selles keeles: { $language }, näiteks „iga kohv“, märke kuni { $longest }. /cancel jätab kõik nii, nagu on.
ask-item = Mida annab täis kaart? Saatke see selles keeles: { $language }, märke kuni { $longest }. /cancel jätab kõik nii, nagu on.
ask-adjustments = Mitu templit võib juhataja ühel päeval parandada, üles ja alla kokku? Saatke arv kuni { $highest }. /cancel jätab kõik nii, nagu on.
ask-old-cards = Mis kuupäevani võetakse vanu paberkaarte vastu? Saatke see nii: 2026-12-31 või 31.12.2026. /cancel jätab kõik nii, nagu on.
ask-responsible = Kes vastutab külaliste andmete eest ja kuidas temaga ühendust saada? Seda loevad külalised. Märke kuni { $longest }. /cancel jätab kõik nii, nagu on.
ask-text-only = Seda on vaja tekstina. Saatke see või /cancel.

## Limits

limits-heading = <b>Piirid</b>: millal ühest vajutusest ei piisa või midagi ei anta. Tagasi võetud külastused ei loe.
limit-above-goal = Ühe külastusega rohkem templeid, kui kaardile vaja: { $answer ->
    [allow] sobib.
    [ask] küsime juhatajalt.
    [refuse] ei saa.
   *[flag] sobib, ja teie näete märget.
}
limit-stamps-a-visit = Templeid ühe külastusega { $bound } või rohkem: { $answer ->
    [allow] sobib.
    [flag] sobib, ja teie näete märget.
    [refuse] ei saa.
   *[ask] küsime juhatajalt.
}
limit-visits-a-day = Kaardi külastus ühel päeval, järjekorras { $bound } ja edasi: { $answer ->
    [allow] sobib.
    [flag] sobib, ja teie näete märget.
    [refuse] ei saa.
   *[ask] barista ütleb ühe vajutusega põhjuse, ja teie näete seda.
}
limit-overrides-a-day = Selliseid põhjusi kaardil ühel päeval { $bound } või rohkem: { $answer ->
    [allow] sobib.
    [flag] sobib, ja teie näete märget.
    [refuse] ei saa.
   *[ask] küsime juhatajalt.
}
limit-stamps-an-hour = Templeid ühelt inimeselt tunnis { $bound } või rohkem: { $answer ->
    [allow] ei juhtu midagi.
   *[flag] ütleme omanikele, kellelegi ei keelduta.
}
limit-large-bill = Arve alates { $amount }{ $worked_out ->
    [usual] { " " }(kümme korda teie suurim tavaline)
    [currency] { " " }(arvutatud: tavalisi arveid pole)
   *[set] { "" }
}: { $answer ->
    [allow] sobib.
    [flag] sobib, ja teie näete märget.
    [refuse] ei saa.
   *[ask] enne küsime juhatajalt, ja unustatud koma ei anna midagi.
}
limit-bills-an-hour = Arveid ühelt inimeselt tunnis { $amount } või rohkem (kümme sellist): { $answer ->
    [allow] ei juhtu midagi.
   *[flag] ütleme omanikele, kellelegi ei keelduta.
}
button-limit-above-goal = Rohkem, kui kaardile vaja
button-limit-stamps-a-visit = Templid ühe külastusega
button-limit-visits-a-day = Külastused ühel päeval
button-limit-overrides-a-day = Põhjused ühel päeval
button-limit-stamps-an-hour = Templid ühes tunnis
button-limit-large-bill = Suured arved
button-limit-bills-an-hour = Arved ühes tunnis
button-limit-amount = Muu summa
ask-large-bill = Mis summast alates vaatab keegi arve enne üle? Saatke summa, näiteks { $example }, või 0, ja ma arvutan selle tavaliste arvete järgi. /cancel jätab kõik nii, nagu on.
button-from = Alates { $bound }
button-answer-allow = Sobib
button-answer-flag = Sobib, märkega
button-answer-ask = Küsi
button-answer-refuse = Ei saa

## Changes

program-changes-heading = <b>Viimased muudatused</b>
program-changes-none = Midagi pole veel muudetud.
program-version = Versioon { $version } · { $by } · { DATETIME($day, dateStyle: "medium") } { $time }
# A version that only keeps the first guesses.
program-version-same = muutusi ei ole
program-change = { $what }: { $was } → { $now }
rule-cafe = nimi
rule-language = keel
rule-second-language = teine keel
rule-town = linn
rule-zone = ajavöönd
rule-day-begins = päeva alguse tund
rule-goal = templeid kaardil
rule-stamp-for = tempel selle eest
rule-item = täis kaart annab
rule-reward-at-once = preemia kohe
rule-staff-alone = üleandmine küsimata
rule-limits = piirid
rule-adjustments-a-day = parandusi päevas
rule-old-cards-until = vanad kaardid kuni
rule-responsible = kes vastutab
rule-set-up = seadistatud
rule-value = { $value ->
    [yes] jah
    [no] ei
    [limits] muud vastused
   *[none] pole
}

## Refusals

error-words-unfit = Siin võib olla 1 kuni { $longest } märki, teil on { $given }. Saatke lühem.
error-number-out-of-range = Vaja on täisarvu vahemikus { $least } kuni { $highest }. Saatke muu.
error-zone-unknown = Sellist linna ma ei tea. Proovige lähimat suuremat või saatke ajavöönd, näiteks Europe/Tallinn.
error-date-past = See pole kuupäev tänasest alates. Saatke see nii: 2026-12-31.
