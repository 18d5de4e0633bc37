### A post that the owner writes to many: the draft, for whom, when, and letting it go.

button-broadcast = Kirjuta kõigile
# To owners, under what else they can do.
staff-how-broadcast = /broadcast kirjutab teie klientidele: neile, kes on nõus, eelvaate ja saajate arvuga enne saatmist.

## Writing it

broadcast-ask = Kirjutage postitus või saatke see siia edasi: tekst oma kujundusega, soovi korral ühe pildiga. Midagi ei lähe välja enne, kui olete seda näinud ja arvule vajutanud.
broadcast-ask-version = Kirjutage postitus selles keeles: { $language }. Teise versiooni pilt ja nupp tulevad ise kaasa.
broadcast-kept = Käes. Midagi ei lähe veel välja.
button-another-post = Kirjuta uus

## The draft

draft-heading = <b>Teie postitus</b>, mustand. See jääb siia, kuni selle saadate või ära viskate.
# $line: how the post begins.
draft-begins = „{ $line }“
draft-full = Tekst on täpselt nii pikk, kui Telegram ühes sõnumis lubab: vaadake, kas lõpp on alles.
draft-question-left = Küsimus jäi ära, midagi ei salvestatud.
# $languages: such as "English, Русский".
draft-words = Keeled: { $languages }
draft-words-picture = Keeled: { $languages }, pildiga
draft-link = Nupp: <b>{ $label }</b>, viib lehele <b>{ $host }</b>
# $hosts: such as "cafe.ee, instagram.com".
draft-links = Lingid tekstis viivad lehele <b>{ $hosts }</b>
draft-offer = Võtta saab: <b>{ $item }</b>, { $days ->
    [0] kätte samal päeval
    [one] kätte { $days } päeva jooksul
   *[other] kätte { $days } päeva jooksul
}, { $limit ->
    [0] nii palju kui soovijaid
    [one] kokku { $limit }
   *[other] kokku { $limit }
}
draft-nobody = Kellele: valige allpool
# $who: such as "here lately (30 days), one to go".
draft-people = Kellele: { $who }
# $people: of those who were picked; $reached: how many of them get it.
draft-count = { $reached ->
    [one] Saab { $reached } inimene
   *[other] Saab { $reached } inimest
}, valitud { $people }
draft-when-now = Millal: kohe, kui saadate
draft-when-once = Millal: { DATETIME($day, dateStyle: "full") } kell { $time }
# $weekday: such as "Friday".
draft-when-weekly = Millal: iga nädal, { $weekday } kell { $time }
draft-when-weekly-until = Millal: iga nädal, { $weekday } kell { $time }, kuni { DATETIME($until, dateStyle: "medium") }
# $first: so many; $reached: of so many, 0 when nobody can be counted yet.
draft-pilot = Esmalt { $reached ->
    [0] { $percent } % neist
   *[other] { $first } inimesele, kokku { $reached } ({ $percent } %)
}, juhuslikult valitud; ülejäänud siis, kui ütlete
# $held: so many; $reached: of so many, 0 when nobody can be counted yet.
draft-held-out = { $reached ->
    [0] { $percent } % ei saa midagi, et oleks, millega võrrelda
   *[other] { $held ->
        [one] { $held } inimene
       *[other] { $held } inimest
    }, kokku { $reached } ({ $percent } %), ei saa midagi, et oleks, millega võrrelda
}
button-draft-preview = Eelvaade
button-draft-write-in = { $language }: uuesti
button-draft-drop-version = { $language }: eemalda
button-draft-also = Veel üks keel: { $language }
button-draft-words = Tekst ja keeled
button-draft-link = Lingiga nupp
button-draft-no-link = Ilma nuputa
button-draft-offer = Pakkumine
button-draft-here = Hiljuti käinud
button-draft-everybody = Kõik
button-draft-people = Teised…
button-draft-throw = Viska ära
button-draft-throw-yes = Jah, viska ära
button-draft-back = Tagasi
draft-words-page = <b>Tekst</b>. Kes räägib keelt, milles oma versiooni pole, saab selle: { $language }.
draft-throw-ask = Kas viskan postituse ära? Siis ei saa seda keegi.
draft-thrown = Ära visatud. Seda ei saa keegi.

## A button with a link, an offer

draft-ask-link = Mis on nupul kirjas ja kuhu see viib? Ühes sõnumis, näiteks: Meie menüü https://cafe.example/menu
draft-ask-label = Mis on nupul kirjas? Keel: { $language }
draft-ask-item = Mida saab võtta? Keel: { $language }, kõige rohkem { $longest } märki, näiteks: Kaneelirull kohvi kõrvale
draft-ask-item-in = Ja selles keeles: { $language }?
draft-ask-limit = Mitu kokku? Arv vahemikus 1 kuni { $highest }.
button-draft-same-words = Samad sõnad
draft-offer-page = Postituse all vajutatakse <b>{ button-take-offer }</b> ja see ootab kaardil, kuni tullakse. Mitu päeva ja mitu kokku?
draft-offer-none = Sellest postitusest ei saa midagi võtta.
button-offer-days = { $days ->
    [0] Ainult sel päeval
    [one] { $days } päev
   *[other] { $days } päeva
}
button-offer-limit = { $limit ->
    [0] Piiranguta
    [one] Kokku { $limit }
   *[other] Kokku { $limit }
}
button-offer-other-limit = Mõni muu arv
button-offer-item = Teised sõnad
button-offer-none = Ilma pakkumiseta

## For whom

draft-people-page = <b>Kellele?</b> Märkige nii mitu tingimust kui soovite: kõik peavad kehtima. Arv ütleb, kui palju inimesi siis jääb.
segment-word = { $word ->
    [new] uued ({ $bound } p)
    [here] hiljuti käinud ({ $bound } p)
    [slipping] eemaldumas ({ $bound } p)
    [lost] kadunud (üle { $bound } p)
    [never] pole kordagi käinud
    [to_go] üks puudu
    [regular] püsikliendid (vähemalt { $bound })
    [birthday] sünnipäev sel kuul
    [morning] hommikused ({ $bound })
   *[lunch] lõunased ({ $bound })
}
segment-month = sünnipäev: { $month }
segment-language = keel: { $language }
segment-sign = tulid sildi { $name } kaudu
segment-location = liitus letis { $number }
# $range: such as "5 and more", "up to 3", "5 to 10".
segment-visits = külastusi: { $range }
segment-spent = kulutanud: { $range }
segment-last-visit = päevi viimasest külastusest: { $range }
segment-from = { $least } ja rohkem
segment-to = kuni { $highest }
segment-between = { $least } kuni { $highest }
segment-everybody = kõik
# $condition: as above; $people: how many.
button-segment = { $condition } · { $people }
button-segment-on = ✓ { $condition } · { $people }
# $condition: such as "visits: 5 and more".
button-segment-bound = ✓ { $condition }
button-segment-visits = Külastused…
button-segment-spent = Kulutused…
button-segment-last = Viimane külastus…
button-segment-save = Salvesta nime all
button-segment-saved = ★ { $name }
button-segment-forget = Kustuta nimi
toast-name-forgotten = Nimi on kustutatud. Postituste saajad jäid samaks.
draft-ask-visits = Mitu külastust? Näiteks: 5+ või 2-4 või -3 või 3, kui täpselt kolm. Tingimuse eemaldamiseks: 0
draft-ask-spent = Kui palju on kokku kulutatud, ühik { $currency }? Näiteks: 50+ või 20-100. Tingimuse eemaldamiseks: 0
draft-ask-last = Mitu päeva tagasi oli viimane külastus? Näiteks: 30+ või 14-60. Tingimuse eemaldamiseks: 0
draft-ask-name = Mis nime all need inimesed salvestan? Kõige rohkem { $longest } märki.
draft-name-kept = Salvestatud: <b>{ $name }</b>
draft-everybody-page = <b>Kõigile?</b> { $people ->
    [one] { $people } klient, saab { $reached }
   *[other] { $people } klienti, saab { $reached }
}.
draft-everybody-skipped = Ei saa: { $skipped }
button-everybody-yes = Jah, kõigile, kellele tohib

## What keeps a post from somebody. $count: how many.

obstacle = { $why ->
    [gone] unustatud või kolinud: { $count }
    [frozen] kaart külmutatud: { $count }
    [no_telegram] ilma Telegramita: { $count }
    [unreachable] kättesaamatud: { $count }
    [no_consent] pole pakkumistega nõustunud: { $count }
    [muted] vaigistanud: { $count }
    [asked] täna juba muud küsitud: { $count }
   *[cap] sel nädalal juba saanud: { $count }
}

## Before it goes out

preflight-heading = <b>Ülal: täpselt nii see saabub.</b>
preflight-people = { $reached ->
    [0] Praegu ei saa seda keegi
    [one] <b>{ $reached } inimene</b>
   *[other] <b>{ $reached } inimest</b>
}
# $language: of the version that they get.
preflight-language = { $language }: { $count }
preflight-language-about = { $language }: umbes { $count }
preflight-seconds = umbes { $seconds } s
preflight-minutes = { $minutes ->
    [one] umbes { $minutes } minut
   *[other] umbes { $minutes } minutit
}
preflight-in-time = { $takes }; lõpeb enne vaikseid tunde
preflight-no-quiet = { $takes }
preflight-goes-on = kokku { $takes }; vahele tulevad vaiksed tunnid, jätkub { DATETIME($day, dateStyle: "full") } kell { $time }
preflight-waits = Praegu on vaiksed tunnid: läheb välja { DATETIME($day, dateStyle: "full") } kell { $time }, { $takes }
# $stars: such as "12.5".
preflight-price = Kiirem kui tasuta 30 sekundis, ja tasuline: kuni { $stars } Stars
preflight-weekly = Loetakse iga nädal enne saatmist uuesti.
preflight-changed = Nüüd oleks saajaid { $reached }, mitte { $before }. Midagi ei saadetud: vaadake ja vajutage uuesti.
preflight-nobody-picked = Kellele see on? Valige mustandis, siis on siin arv.
preflight-asked-all = Neilt saab küsida mõnel teisel päeval, näiteks homme. Vajutage „{ button-draft-time }“.
button-draft-send = Saada: { $count }
# To the pilot; the rest waits for a word.
button-draft-send-first = Saada esimestele: { $count }
# $when: such as "Friday 16:00".
# $weekly: yes, and then $when is such as "R 16:00".
button-draft-send-at = { $weekly ->
    [yes] Iga nädal { $when }
   *[no] { $when }
}: saada { $count }
button-draft-send-first-at = { $weekly ->
    [yes] Iga nädal { $when }
   *[no] { $when }
}: esmalt { $count }
button-draft-to-me = Kõigepealt mulle
button-draft-time = Millal…
button-draft-share = Proovi enne väheste peal…
toast-draft-changed = Seda on vahepeal muudetud. Siin on see nii, nagu see nüüd välja läheks.
toast-sent-to-me = Saadetud ainult teile
sample-says = See on ainult vaatamiseks: siin ei saa midagi võtta ega vaigistada. Saajad võtavad pakkumise kaardile või vaigistavad teie pakkumised.
draft-sent = Läheb välja: vaadake allapoole.

## When

draft-time-page = <b>Millal?</b> Teie kohviku kella järgi, seal on praegu { $time }.
button-time-now = Kohe, kui saadan
button-time-tomorrow = Homme kell 11:00
button-time-date = Muu aeg…
button-time-weekly = Iga nädal…
draft-ask-time = Millal? Näiteks: 28.11 16:00 või reede 16:00
draft-ask-rhythm = Mis nädalapäeval, mis kell ja kuni millal? Näiteks: reede 16:00 või reede 16:00 kuni 31.12
# Words that people type, with commas between them; small letters.
typed-today = täna
typed-tomorrow = homme
typed-until = kuni

## Trying it on some

draft-share-page = <b>Kas see töötab?</b> Proov läheb esmalt vähestele, juhuslikult valitud, ja ülejäänud ootavad teie sõna.
draft-share-held-out = Kes meelega midagi ei saa, näitab, mida postitus annab: nende külastusi võrreldakse teiste omadega. Seda, mida teie reeglid lubavad, see ei puuduta.
# $choice: such as "Pilot: 10 %".
button-share-chosen = ✓ { $choice }
button-pilot = { $percent ->
    [0] Ilma proovita
   *[other] Proov: { $percent } %
}
button-held-out = { $percent ->
    [0] Kõik saavad
   *[other] { $percent } % ei saa
}

## Refusals

error-not-a-post = { $kind ->
    [album] Kõige rohkem üks pilt: saatke postitus neist ühega. Mustand on alles.
    [poll] Küsitlust ei saa klientidele edasi saata. Kirjutage küsimus tekstina.
    [sticker] Kleeps ei ole postitus. Kirjutage tekst, soovi korral pildiga.
    [voice] Hääl või laul ei ole postitus. Kirjutage tekst, soovi korral pildiga.
    [video] Video ei ole postitus. Kirjutage tekst, soovi korral ühe pildiga.
    [file] Fail ei ole postitus. Saatke pilt fotona ja tekst sinna juurde.
   *[other] Postitus on tekst, kõige rohkem ühe pildiga. Kirjutage või saatke edasi.
}
error-post-too-long = { $picture ->
    [yes] { $over } võrra liiga pikk: pildi alla võtab Telegram { $most } märki. Lühendage või saatke ilma pildita.
   *[no] { $over } võrra liiga pikk: Telegram võtab { $most } märki. Lühendage ja saatke uuesti.
}
error-no-room-for-offer = Selle pakkumisega on postitus { $over } võrra liiga pikk: lühendage postituse teksti või pange pakkumisele lühem nimi.
error-formatting-broken = Telegram ei võta sellist kujundust vastu. Kirjutage uuesti, vajadusel lihtsa tekstina. Mustand on alles.
# $link: such as "https://cafe.example/menu".
error-link-refused = Telegram ei võta nupu linki vastu: { $link }. Eemaldage nupp ja kirjutage see teise lingiga. Mustand on alles.
error-draft-over = { $question ->
    [yes] See küsimus on juba saadetud või ära visatud. /question näitab seda või alustab uut.
   *[no] See postitus on juba saadetud või ära visatud. /broadcast alustab uut.
}
error-draft-of-another = { $question ->
    [yes] Seda küsimust kirjutab teine omanik. Teie oma: /question.
   *[no] Seda postitust kirjutab teine omanik. Teie oma: /broadcast.
}
error-last-version = Ainsat versiooni ei saa eemaldada. Kirjutage see uuesti või visake mustand ära.
error-link-unfit = Nupu sõnad, kõige rohkem { $longest } märki, siis link: http, https või tg. Näiteks: Menüü https://cafe.example
error-nobody-picked = Pole veel öeldud, kellele see on. Valige kõigepealt mustandis.
error-nobody-to-reach = Neist ei saa seda praegu keegi. Valige teised või mõni teine päev.
error-time-unreadable = Ma ei loe sellest kuupäeva ja kellaaega välja. Näiteks: 28.11 16:00 või reede 16:00
error-rhythm-unreadable = Ma ei loe sellest nädalapäeva ja kellaaega välja. Näiteks: reede 16:00 või reede 16:00 kuni 31.12
error-time-past = See aeg on möödas. Kirjutage aeg, mis alles tuleb, näiteks: reede 16:00
error-time-skipped = Sel ööl hüppab kell üle aja { $time }. Valige teine aeg.
error-time-quiet = Kella { $from } kuni { $until } ei kirjuta ma kellelegi. Valige teine aeg.
error-range-unreadable = Ma ei loe sellest arve välja. Näiteks: 5+ või 2-4 või -3 või 3, kui täpselt kolm
