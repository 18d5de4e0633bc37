### /print, mis seisab paberil ja mida kuulevad need, kes tulid sildi kaudu.
### sign = silt · table tent = lauasilt · staff sheet = juhend baristale

## The menu: what can be printed, and what hangs out there

print-heading = <b>Mida trükin?</b>
print-how = Kõik tuleb PDF-ina ja sama suure pildina. Mustvalgest printerist piisab.
print-none = Praegu ei ripu kusagil ühtegi silti.
print-live = Praegu üleval ja mitu külalist nende kaudu tuli:
# $number: the sign's, as text; $product: what was printed.
print-sign = nr { $number } · { $product } · { $joins ->
    [one] { $joins } külaline
   *[other] { $joins } külalist
}
product-a6 = Silt A6
product-a5 = Silt A5
product-four = Neli silti A4-l
product-tent = Lauasilt
product-staff = Juhend baristale
button-print-a6 = Silt A6
button-print-a5 = Silt A5
button-print-four = Neli A4-l
button-print-tent = Lauasilt
button-print-staff = Juhend baristale
button-print-new = Uued sildid vanade asemele
print-language = <b>{ $product }</b>: mis keeles?
button-print-both = Mõlemas keeles
toast-print-drawing = Joonistan, üks hetk
# To owners and managers, under how to give a stamp.
staff-how-print = /print trükib sildid letile ja laudadele ning juhendi baristale.

## The files

print-file-sign = <b>{ $product }</b> · nr { $number }
print-file = <b>{ $product }</b>
print-at-full-size = Trükkige 100 % suuruses, lehele sobitamata.
print-and-cut = Trükkige 100 % suuruses ja lõigake mööda jooni.
print-and-fold = Trükkige 100 % suuruses ja murdke keskelt kokku.
print-failed = Failid ei jõudnud Telegrami. Vajutage minuti pärast uuesti.

## New signs

print-new-ask = { $signs ->
    [one] Praegune silt aegub kohe. Kes seda skannib, sellel palutakse otsida uus silt, ja vana sildi alla teda enam ei loeta.
   *[other] Praegused { $signs } silti aeguvad kohe. Kes neid skannib, sellel palutakse otsida uus silt, ja vana sildi alla teda enam ei loeta.
} Külaliste kaardid jäävad alles. Tehke seda siis, kui saate uued üles panna.
button-print-new-yes = Jah, asenda: { $signs }
toast-print-new = { $signs ->
    [one] { $signs } silt on nüüd aegunud
   *[other] { $signs } silti on nüüd aegunud
}
print-new-done = Vanad sildid enam ei kehti. Trükkige nüüd uued:

## Somebody comes by a sign

sign-out-of-date = See silt on aegunud: kohvikul on uus. Skannige uut leti ääres või vajutage all <b>{ button-my-card }</b> ja kaart ongi teie.
# To staff who try a sign.
sign-works = Silt nr { $number } kehtib. Selle kaudu on tulnud { $joins ->
    [one] { $joins } külaline
   *[other] { $joins } külalist
}; teid ei loeta.
sign-replaced = Silt nr { $number } on aegunud: võtke see maha. Uue saate käsuga /print.
sign-unknown = Seda silti ma ei tunne: see võib olla vanem kui minu andmed. Kaarte avab see ikka. Sildid, mida ma loen, leiate käsuga /print.

## On paper: plain, no emoji, as short as can be. Long words are printed smaller.

# Above what a full card gives.
paper-collect = { $goal ->
    [one] { $goal } tempel annab
   *[other] { $goal } templit annavad
}
# $stamp_for: the owner's words, such as "each hot drink".
paper-stamp-for = Templi annab: { $stamp_for }
# Where points alone are collected: what comes back of a bill, and below it what points pay.
paper-points-collect = Igast arvest saate tagasi
# $amount: the smallest bill that gives points.
paper-points-collect-from = Arvest alates { $amount } saate tagasi
paper-points-item = { $percent } %
paper-points-pay = punktidena, millega maksate kuni { $cap } % järgmisest arvest
# Three steps, each with a few words beneath.
paper-step-scan = Skannige
paper-step-scan-how = kaameraga
paper-step-start = Vajutage Start
paper-step-start-how = Telegramis
paper-step-say = Vajutage „{ button-stamp-me }“
# $pair: a pair code, such as "fox 42".
paper-step-say-how = öelge ekraanil olev loom ja number, näiteks „{ $pair }“
# The two above in few words, for a sign in two languages.
paper-step-say-both = Vajutage „{ button-stamp-me }“, öelge, mida näete: „{ $pair }“
paper-sign-number = nr { $number }

paper-staff-title = Leti taga
paper-staff-bot = Skannige, et bot oma telefonis avada.
paper-staff-open = Külaline näitab koodi: avage see ükskõik kuidas
paper-staff-open-scan = Skannige QR telefoni kaameraga ja vajutage Start.
paper-staff-open-digits = Saatke botile kuus numbrit: 418302. 418302 +2 annab korraga kaks templit.
paper-staff-open-queue = Vajutage külalisele ootajate nimekirjas. Ta ütleb oma hüüdnime, näiteks „{ $pair }“.
paper-staff-open-group = Töögrupis samad kuus numbrit; kui bot pole seal administraator, siis /confirm 418302.
paper-staff-give = Andke tempel
paper-staff-give-one = Vajutage +1. Külaline näeb seda kohe oma ekraanil.
paper-staff-give-more = Samal külastusel juurde: „{ button-add }“.
paper-staff-give-undo = Viga: „{ button-undo }“, kümne minuti jooksul.
paper-staff-give-reward = Täis kaart: vajutage preemiale. Külaline ütleb jah oma ekraanil.
paper-staff-silent = Bot ei vasta?
paper-staff-silent-again = Oodake minut ja vajutage uuesti. Midagi ei anta topelt.
paper-staff-silent-paper = Ikka vaikus: teenindage külaline ja kirjutage paberile nimi, kellaaeg ja templid.
paper-staff-silent-later = Proovige hiljem uue koodiga või andke paber omanikule või juhatajale.
paper-staff-lead = Omanikule ja juhatajatele
paper-staff-lead-undo = Vanem viga kui kümme minutit: /undo, kviitungi number ja põhjus.
paper-staff-lead-adjust = Templid paberilt: /adjust, külalise kviitungi number, +1 ja põhjus.
paper-staff-lead-invite = Uus inimene leti taga: /staff.
paper-staff-lead-print = Uued sildid ja see juhend: /print.
