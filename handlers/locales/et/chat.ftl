### What people write: short answers of the owner's, letters to the cafe, and what staff reply.
### letter = kiri · answer = vastus · former customer = endine külaline.

## Customers write

letter-passed = Andsin selle kohvikule edasi. Teile vastatakse siin, niipea kui kellelgi on käsi vaba.
letter-passed-too = Ka see läks kohvikusse. Kirjutage nii palju kui vaja: seda loeb inimene.
letter-talk = Edasi antud.
letter-talk-too = Ka see on neil.
letter-enough = Aitäh. Kohvikul on sel tunnil käed tööd täis, seepärast ma seda edasi ei andnud. Astuge läbi või kirjutage hiljem uuesti.
letter-enough-too = Ka seda ei saanud ma edasi anda. Palun küsige letist.
letter-stranger = Seda ei saa edasi anda, sest teile ei saaks keegi vastata: saatke kaardi jaoks /start ja kirjutage uuesti.
letter-stranger-too = Ilma kaardita tean ainult seda, mida kohvik vastab kõigile. Kaardi saab käsuga /start.
button-pass-on = Ei, küsi kohvikult
toast-passed = { $passed ->
    [enough] Kohvikul on sel tunnil käed tööd täis. Palun astuge läbi
    [nobody_there] Veel ei ole kedagi, kes seda loeks. Palun astuge läbi
    [stranger] Kõigepealt saatke kaardi jaoks /start, et teile saaks vastata
   *[other] Kohvikule edasi antud
}
help-chat = Lihtsalt kirjutage: mida tean, sellele vastan, muu annan kohvikule edasi. /privacy ütleb, mida me hoiame.

## Letters, as staff see them

# $name: the customer; $content: what was sent.
letter-heading = { $content ->
    [photo] <b>{ $name }</b> saadab pildi:
    [voice] <b>{ $name }</b> räägib:
    [video] <b>{ $name }</b> saadab video:
    [document] <b>{ $name }</b> saadab faili:
    [sticker] <b>{ $name }</b> saadab kleepsu:
    [contact] <b>{ $name }</b> saadab kellegi kontakti, numbrit edasi ei anta:
    [location] <b>{ $name }</b> saadab koha kaardil:
    [poll] <b>{ $name }</b> saadab küsitluse:
    [other] <b>{ $name }</b> saadab midagi, mida ei saa edasi anda. Küsige, mis see on.
   *[text] <b>{ $name }</b> kirjutab:
}
letter-how = <i>Vastake sellele sõnumile ja see jõuab külaliseni.</i>
letter-answered = ↩ Vastas: { $by }
letter-answer-lost = ↩ Vastas: { $by }. Kohale ei jõudnud, bot on blokeeritud.
letter-former = <i>Kustutatud: külaline palus end unustada. Vastus temani ei jõuaks.</i>
letter-blanked = <i>Kustutatud: kirju hoitakse kuu aega.</i>
letter-not-copied = Seda ei saa edasi anda. Saatke tekst, pilt, hääl, video või fail.
former-customer = endine külaline { $number }
notice-answer-lost = Vastus ei jõudnud kohale: külaline on boti blokeerinud. Milline vastus, seda ütleb kiri üleval.

## What staff reply, as the customer sees it

answer-heading = { $content ->
    [photo] <b>{ $by }</b> saadab pildi:
    [voice] <b>{ $by }</b> räägib:
    [video] <b>{ $by }</b> saadab video:
    [document] <b>{ $by }</b> saadab faili:
    [sticker] <b>{ $by }</b> saadab kleepsu:
    [contact] <b>{ $by }</b> saadab kontakti:
    [location] <b>{ $by }</b> saadab koha kaardil:
    [poll] <b>{ $by }</b> küsib:
   *[other] <b>{ $by }</b>:
}

## Short answers, written by managers

staff-how-answers = /answers hoiab teie lühivastuseid külalistele: lahtiolekuajad, aadress, menüü, Wi-Fi. Muu läheb töögruppi või, kuni seda pole, omanikele; vastus sõnumile jõuab külaliseni.
answers-what = Seda vastan külalistele kohe. Kõik muu, mis nad kirjutavad, läheb töögruppi või, kuni seda pole, omanikele; vastus sõnumile läheb neile.
answer-kind = { $kind ->
    [hours] Lahtiolekuajad
    [address] Aadress
    [menu] Menüü
   *[wifi] Wi-Fi
}
answer-own = Muu vastus
# What people write who ask for it: words between commas.
answer-triggers = { $kind ->
    [hours] lahti, avatud, kellaajad, lahtiolekuajad, kinni, mis kell
    [address] aadress, kus, asukoht, kuidas tulla, parkimine
    [menu] menüü, hinnad, hind, kui palju maksab, toit, joogid
   *[wifi] wifi, wi-fi, internet, parool
}
answer-name = <b>{ $name }</b>
answer-none-yet = Sellele veel vastust ei ole.
answer-says = { $language }: { $text }
answer-asked-by = Sõnad, mis seda küsivad: { $triggers }
answer-has-picture = Pildiga.
button-answer-another = Muu vastus…
button-answer-write = Kirjuta
button-answer-triggers = Sõnad, mis küsivad
button-answer-delete = Kustuta
button-answer-delete-yes = Jah, kustuta
answer-delete-ask = Kas kustutada vastus „{ $name }“? Sellele vastavad siis jälle inimesed.
toast-answer-deleted = Kustutatud
answer-ask = Mida vastata? Saatke tekst või pilt, mille all on tekst. /cancel jätab kõik nii, nagu on.
# $kind: as in answer-name.
answer-placeholder = { $kind ->
    [hours] E–R 8–18, L 10–16
    [address] Pikk 12, hoovis
    [menu] Kohv 3, kook 4
    [wifi] Võrk cup, parool onemorecup
   *[own] Jah, koer võib kaasas olla
}
answer-only-text = Mul on vaja teksti või pilti, mille all on tekst. Saatke see või /cancel.
answer-saved = Salvestatud. Seda küsivad sõnad: { $triggers }. Külaline saab:
answer-triggers-ask = Millised sõnad seda küsivad? Saatke need komadega, kõigis oma külaliste keeltes. /cancel jätab kõik nii, nagu on.
answer-triggers-placeholder = koer, koeraga, lemmikloom
answer-triggers-saved = Salvestatud. Seda küsivad sõnad: { $triggers }

## Refusals

error-too-many-letters = Kohvikul on sel tunnil käed tööd täis. Astuge läbi või kirjutage hiljem uuesti.
error-letter-over = Seda kirja enam ei ole. Vastake sama külalise uuemale sõnumile.
error-customer-gone = See külaline palus end unustada: talle ei saa enam midagi saata. Teha pole midagi vaja.
error-answer-gone = Seda vastust enam ei ole. Avage /answers uuesti.
error-triggers-unfit = Vaja on 1 kuni { $most } tähtedega sõna, igas kõige rohkem { $longest } märki. Saatke need uuesti.
