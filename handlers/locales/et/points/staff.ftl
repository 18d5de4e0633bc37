### Mida töötajad loevad seal, kus kogutakse ainult punkte: sama nimega lausete asemel.

staff-how =
    Arve kirjutamiseks saatke kuus numbrit ja summa, näiteks <code>418302 3,50</code>: külaline saab punktid kohe.
    Või avage enne kaart ja vajutage summat seal või lihtsalt saatke see: kes vajutas <b>{ button-stamp-me }</b>, on nupu <b>{ button-queue }</b> all. Või skannige telefoni kaameraga külalise QR, saatke mulle sellest foto või ainult kuus numbrit.
    Grupis kirjutage /confirm 418302 3,50.
staff-how-sale = <b>{ button-sale }</b> või <code>/sale 3,50</code> teeb QR-i, mida külaline skannib: see annab selle arve punktid, ja kaardi sellele, kellel seda veel pole.
staff-how-vouchers = /vouchers näitab veel kasutamata trükitud templitalonge ja tühistab need.
staff-how-manager = <code>/undo 123 põhjus</code> võtab kviitungi arve tagasi, ka hilja; siis saab selle uuesti kirjutada. Number on kviitungil pärast sõna nr.
confirm-how = Lisage kuus numbrit: /confirm 418302 või /confirm 418302 3,50.
command-confirm = Kirjuta arve: /confirm 418302 3,50
command-sale = QR külalisele: /sale 3,50
command-vouchers = Kasutamata trükitud talongid
staff-chat-what = Töögrupp on nende grupp, kes siin töötavad: kes vajutab <b>{ button-stamp-me }</b>, ilmub sinna, ja arve jaoks avaneb kaart ühe vajutusega.
toast-handover-undone = Tagasi kaardil.
error-visit-over = { $state ->
    [confirmed] See külastus on lõpetatud ja muutmise aeg on läbi. Avage uus külastus uue koodiga.
    [declined] See külastus pandi kõrvale. Küsige külaliselt uus kood.
    [expired] Selle külastuse aeg sai läbi. Küsige külaliselt uus kood.
    [undone] See külastus võeti tagasi. Küsige külaliselt uus kood.
   *[open] Selle külastuse arve pole veel kirjas. Kirjutage enne see.
}

## The queue

queue-line = { $pair } · { $name }
queue-line-wish = { $pair } · { $name } · soovib: { $item }
queue-line-held = { $pair } · { $name } · olemas: { $item }

## Limits

staff-choice = Külastus oli juba kell { $time }. Teine ring? Siis vajutage seda või summat.
staff-choice-forgotten = Külastus oli mõni minut tagasi, eelmise kaardiga. Teine ring?
staff-limit = { $most ->
    [one] Täna rohkem arveid kirja ei saa: kaardil on { $most } külastus päevas.
   *[other] Täna rohkem arveid kirja ei saa: kaardil on { $most } külastust päevas.
}
staff-frozen = Kaart on külmutatud: külaline ei tundnud üht kannet ära. Arveid võib kirjutada, punktidega maksmine ootab juhatajat.
button-second-round = Teine ring
button-friend = Sõbra tellimus
button-correction = Parandus
error-reason-needed = { $need ->
    [reason] Seda kaarti on täna juba palju kasutatud. Kaart küsib nüüd põhjust: vajutage seal.
   *[choice] Seda kaarti kasutati mõni minut tagasi. Kaart küsib nüüd, kas see on teine ring: vajutage seal.
}
error-card-frozen = See kaart on külmutatud: sealt ei lähe midagi ära, kuni juhataja on vaadanud. Kutsuge juhataja. Arveid kirjutada võib.
error-card-frozen-manager = See kaart on külmutatud: sealt ei lähe midagi ära, kuni juhataja on vaadanud. Nupp "{ button-thaw }" on teie vestluses selle kohta tulnud teate all. Arveid kirjutada võib.

## Corrections: stamps are put right by hand, bills are taken back

adjust-how = Siin kogutakse arvete eest punkte, aga /adjust loeb templeid. Vale arve võtke tagasi: <code>/undo 123 põhjus</code>, ja kirjutage siis uue koodiga uuesti.
correction-card-moved = nr { $number } · <b>{ $name }</b> · { $by } viis siia kadunud konto kaardi: { $moved }.
error-not-by-undo = Teie viimane tegevus, nr { $number }, pole külastus ja see nupp seda tagasi ei võta. Midagi ei muudetud.
error-not-by-undo-manager = Teie viimane tegevus, nr { $number }, pole külastus ja see nupp seda tagasi ei võta. Midagi ei muudetud.
error-nothing-to-take-back = Kviitung nr { $number } ei andnud midagi, mida tagasi võtta. Võtke number arve enda kviitungilt.
error-card-moved-away = Kõik sellelt kaardilt on nüüd teisel ja arvet saab tagasi võtta ainult seal.
error-reward-written-off = Külastus, mille eest see preemia anti, võeti tagasi ja preemia kanti maha. Välja anda seda ei saa.
error-reward-written-off-manager = Külastus, mille eest see preemia anti, võeti tagasi ja preemia kanti maha. Välja anda seda ei saa.
error-old-card-over = Siin kogutakse arvete eest punkte ja vanade kaartide templeid enam üle ei kanta. Midagi ei muutunud.
error-old-card-over-manager = Siin kogutakse arvete eest punkte ja vanade kaartide templeid enam üle ei kanta. Midagi ei muutunud.

## Owners

vouchers-how = Talong annab templi, aga selles kohvikus kogutakse arvete eest punkte: uusi talonge praegu ei trükita. Siin on varem trükitud talongid ja neid saab tühistada.
setup-done = Teie kaart on valmis. Leti äärde astub harjutuskülaline: vajutage tema arve summat allpool oleval kaardil või saatke see üksi: 3,50. Kaardil on nupp iga tavalise arve jaoks, mille /setup all nimetate.
notice-practice = See oligi kõik: üks arve, ja päris külalisel oleks nüüd punktid ja kviitung. Kümme minutit saab selle tagasi võtta. <b>{ button-practice }</b> toob harjutuskülalise igal ajal.
program-who-alone = Arveid kirjutate teie.
program-who = { $people ->
    [one] Arveid kirjutab { $people } inimene.
   *[other] Arveid kirjutab { $people } inimest.
}
button-set-who = Kes kirjutab arve
set-who = Kes kirjutab arveid? Teie saate selle telefoniga. Ühisest telefonist leti ääres saab kassa, töötajate grupist töögrupp.
day-person = { $name }: { $visits ->
    [one] { $visits } külastus
   *[other] { $visits } külastust
}{ $rewards ->
    [0] { "" }
   *[other] , tasuta { $rewards }
}
practice-how = Leti ääres seisab harjutuskülaline. Proovige arvet nupuga või üksi saadetud summaga (3,50), punktidega maksmist, tagasivõtmist: midagi ei arvestata ega kellelegi teatata. Tavaliste arvete nupud tulevad käsuga /setup.
program-consent = { $alone ->
    [yes] Kolleegid võtavad punktid maha ise, ilma külalise vajutuseta.
   *[no] Punktid lähevad kaardilt maha alles pärast külalise enda vajutust.
}
button-staff-alone = Võta punktid küsimata
