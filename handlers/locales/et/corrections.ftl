### Parandused: hiline tagasivõtmine, käsitsi parandatud kaart, vanad paberkaardid, "see polnud mina".

## What managers write and are asked

staff-how-manager = <code>/undo 123 põhjus</code> võtab tagasi selle, mida kviitung andis, ka hilja. <code>/adjust 123 +2 põhjus</code> parandab selle kviitungi kaarti käsitsi. Number on kviitungil pärast sõna nr.
undo-how = Saatke kviitungi number ja põhjus: <code>/undo 123 tassi raha maksti tagasi</code>. Number on kviitungil ja külastuse kaardil pärast sõna nr.
undo-ask = Kas võtta see tagasi?
undo-ask-what = { $pair } · { $line }
undo-ask-why = Vajutage põhjusele või saatke <code>/undo { $number }</code> ja oma sõnad.
undo-ask-own = Miks nr { $number } tagasi võetakse? Piisab mõnest sõnast. /cancel jätab kõik nii, nagu on.
undo-placeholder = Tassi raha maksti tagasi
button-why-refund = Raha tagasi
button-why-wrong-card = Vale kaart
button-why-mistake = Eksitus
button-why-own = Oma sõnadega
toast-taken-back = Tagasi võetud
toast-taken-back-before = See oli juba tagasi võetud
adjust-how = Saatke kviitungi number, mitu templit ja miks: <code>/adjust 123 +2 kassa ei töötanud</code>. Number ütleb, kelle kaart see on.
adjust-ask = Mitu templit rohkem või vähem ja miks? Näiteks <code>+2 kassa ei töötanud</code> või <code>-1 loeti topelt</code>. /cancel jätab kõik nii, nagu on.
adjust-again = Vaja on plussi või miinust, arvu ja põhjust, näiteks <code>+2 kassa ei töötanud</code>. Saatke see või /cancel.
# Where points are collected besides stamps.
adjust-only-stamps = See loeb templeid: punkte käsitsi parandada ei saa. Vale arve võtke tagasi: <code>/undo 123 põhjus</code>, ja kirjutage siis uue koodiga uuesti.
# To whoever wrote "+10 points".
adjust-no-points = Midagi ei muudetud: /adjust loeb templeid ja punkte käsitsi parandada ei saa. Vale arve võtke tagasi: <code>/undo 123 põhjus</code>, ja kirjutage siis uue koodiga uuesti.
adjust-placeholder = +2 kassa ei töötanud
correction-only-text = Mul on vaja teksti. Saatke see või /cancel.
# In a group.
correction-moved = Vastus on teie privaatvestluses minuga.
button-adjust = Paranda kaarti

## What was put right: to whoever did it, and to all owners

# $name: the customer; $by: the manager; $changed: with its sign, as text, $count: the same without.
correction-taken-back = nr { $number } · <b>{ $name }</b> · { $by } võttis tagasi külastuse, kus anti { $removed ->
    [one] { $removed } tempel
   *[other] { $removed } templit
}. Kaart: { $progress }.
correction-rewards = { $rewards ->
    [1] Välja andmata preemia muutus tagasi templiteks: { $item }.
    [one] Välja andmata preemiad muutusid tagasi templiteks: { $item } × { $rewards }.
   *[other] Välja andmata preemiad muutusid tagasi templiteks: { $item } × { $rewards }.
}
correction-written-off = { $count ->
    [one] { $count } tempel oli juba kasutatud ja kantakse maha.
   *[other] { $count } templit oli juba kasutatud ja kantakse maha.
}
correction-given-back = nr { $number } · <b>{ $name }</b> · { $by } andis kaardile tagasi: { $item }.
correction-adjusted = nr { $number } · <b>{ $name }</b> · { $by } parandas kaarti: { $changed } { $count ->
    [one] tempel
   *[other] templit
}. Kaart: { $progress }.
correction-other = <b>{ $name }</b> · { $line }
correction-reason = Põhjus: { $reason }

## On the card of the visit

staff-line-taken-back = nr { $number } · −{ $removed }, hiljem tagasi võetud · { $by }
staff-line-adjusted = nr { $number } · { $changed }, parandatud · { $by }
staff-line-old-card = nr { $number } · +{ $added } vanalt kaardilt · { $by }
button-old-card = Vana kaart +…
old-card-ask = Mitu templit on vanal kaardil?
toast-old-card = Vanalt kaardilt: { $added }. { $progress }

## Receipts

receipt-taken-back = nr { $number } · külastus võeti tagasi · { $progress }
receipt-taken-back-why = { $by } võttis tagasi külastuse, kus anti { $removed ->
    [one] { $removed } tempel.
   *[other] { $removed } templit.
}
receipt-stamps-again = { $rewards ->
    [1] Preemia, mida te polnud veel saanud, muutus tagasi templiteks: { $item }.
    [one] Preemiad, mida te polnud veel saanud, muutusid tagasi templiteks: { $item } × { $rewards }.
   *[other] Preemiad, mida te polnud veel saanud, muutusid tagasi templiteks: { $item } × { $rewards }.
}
receipt-written-off = { $count ->
    [one] { $count } tempel sellest oli teil juba kasutatud: seda tagasi ei küsita.
   *[other] { $count } templit sellest oli teil juba kasutatud: neid tagasi ei küsita.
}
receipt-adjusted = nr { $number } · { $changed } { $count ->
    [one] tempel
   *[other] templit
} · { $progress }
receipt-adjusted-why = { $by } parandas teie kaarti käsitsi.
receipt-old-card = nr { $number } · +{ $added } { $added ->
    [one] tempel
   *[other] templit
} teie vanalt kaardilt · { $progress }

## This wasn't me

button-not-me = See polnud mina
freeze-ask = Kas külmutada teie kaart? Sealt ei lähe midagi ära, kuni juhataja on asja vaadanud. Koguda saate ikka.
button-freeze-yes = Jah, külmuta
button-freeze-no = Ei
freeze-done = Teie kaart on külmutatud: sealt ei lähe midagi ära, kuni juhataja on asja vaadanud. Juhatajad said teate. Kui keegi ööpäeva jooksul ei vaata, saate selle ise avada: <b>{ button-my-card }</b>.
toast-frozen = Teie kaart on külmutatud
# On the customer's own card.
card-frozen = Teie kaart on <b>külmutatud</b>: sealt ei lähe midagi ära, kuni juhataja on asja vaadanud. Koguda saate ikka.
button-thaw-own = Ava minu kaart
toast-thawed-own = Teie kaart on jälle avatud
toast-not-frozen = Teie kaart pole külmutatud
# To the managers. $name: the customer; $line: the receipt.
freeze-said = <b>{ $name }</b> ütleb selle kviitungi kohta "see polnud mina":
freeze-when = { DATETIME($day, dateStyle: "medium") }, { $time }. Teade tuli: { $said }.
freeze-holds = Kaart on külmutatud: sealt ei lähe midagi ära. Rääkige nendega, kes kohal olid, ja avage kaart siis.
freeze-thawed = { $by } avas kaardi.
freeze-thawed-own = Külaline avas kaardi ööpäeva pärast ise.
button-thaw = Ava kaart
toast-thawed = Kaart on jälle avatud
notice-thawed = { $by } vaatas asja üle: teie kaart on jälle avatud.

## Refusals

# After another refusal. $number: of the receipt.
error-manager-can = Juhataja saab: /undo { $number }.
error-you-can = Teie saate: /undo { $number }.
error-unknown-receipt = Selleks sobivat kviitungit nr { $number } ei leidu. Vaadake number üle, see on pärast sõna nr.
error-nothing-to-take-back = Kviitung nr { $number } ei andnud midagi, mida tagasi võtta. Parandage kaarti: /adjust { $number }.
error-reason-missing = Siin on vaja põhjust. Saatke uuesti ja lisage mõni sõna, miks.
error-own-card = See on teie enda kaart. Paluge seda parandada teisel juhatajal või omanikul.
error-own-card-owner = See on teie enda kaart. Seda saab teha teine juhataja või omanik; juhatajaks saab teha käsuga /staff.
error-fewer-stamps = { $count ->
    [one] Kaardil on ainult { $count } tempel. Võtke maha kõige rohkem nii palju. Täis kaardi eest saadud preemia jääb alles.
   *[other] Kaardil on ainult { $count } templit. Võtke maha kõige rohkem nii palju. Täis kaardi eest saadud preemia jääb alles.
}
error-adjust-limit = { $count ->
    [one] Täna saate parandada veel { $count } templi. Omanik näeb seda ka: ülejäänut paluge temalt.
   *[other] Täna saate parandada veel { $count } templit. Omanik näeb seda ka: ülejäänut paluge temalt.
}
# To an owner, who has nobody to ask and can raise the limit.
error-adjust-limit-owner = { $count ->
    [one] Täna saate parandada veel { $count } templi.
   *[other] Täna saate parandada veel { $count } templit.
} Piiri tõstmiseks: /setup > { button-set-more } > { button-set-adjustments }.
error-old-card-over = Vana kaart on juba üle kantud või on aeg selleks läbi. Juhataja saab parandada: /adjust.
error-old-card-over-manager = Vana kaart on juba üle kantud või on aeg selleks läbi. Teie saate kaarti parandada: /adjust.
error-card-frozen = See kaart on külmutatud: sealt ei lähe midagi ära, kuni juhataja on vaadanud. Kutsuge juhataja. Templeid anda võib.
error-card-frozen-manager = See kaart on külmutatud: sealt ei lähe midagi ära, kuni juhataja on vaadanud. Nupp "{ button-thaw }" on teie vestluses selle kohta tulnud teate all. Templeid anda võib.
error-frozen-for-a-day = { $hours ->
    [one] Juhataja saab selle kohe avada. Teie ise saate { $hours } tunni pärast.
   *[other] Juhataja saab selle kohe avada. Teie ise saate { $hours } tunni pärast.
}
error-looked-at-before = Juhataja on seda kviitungit juba vaadanud. Kui midagi on ikka valesti, küsige leti ääres.
