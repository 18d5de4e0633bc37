### Who works here: the owner's list, invites, removals, and what staff decide about themselves.

## The list

staff-list-heading = <b>Kes siin töötavad</b>
# $tills: the tills at which they are on shift.
staff-list-line = { $name } · { $role ->
    [owner] omanik
    [manager] juhataja
   *[barista] barista
}
staff-list-line-at = { $name } · { $role ->
    [owner] omanik
    [manager] juhataja
   *[barista] barista
} · kassas: { $tills }
staff-list-more = … ja veel { $count ->
    [one] { $count } inimene
   *[other] { $count } inimest
}
staff-list-tills = <b>Kassad</b>
staff-list-till = { $till } · { $name }, kuni { $time }
staff-list-till-empty = { $till } · vahetuses pole kedagi
staff-list-chat = Töögrupp: <b>{ $title }</b>
staff-list-no-chat = Töögruppi veel pole, selle teeb /staffchat.
button-invite-barista = Kutsu barista
button-invite-manager = Kutsu juhataja
button-pick-people = Vali inimesed
button-add-till = Lisa kassa

## One of them

staff-member-how = Seda nime näevad külalised kviitungitel. Igaüks muudab oma nime ise käsuga /name.
button-make-manager = Tee juhatajaks
button-make-barista = Tee baristaks
button-remove-staff = Eemalda
staff-remove-ask = Kas eemaldada <b>{ $name }</b>? Nupud lakkavad kohe töötamast; koodid, kutsed ja avatud külastused lõpevad. Enda kaart külalisena jääb alles.
button-remove-yes = Jah, eemalda
button-remove-no = Ei
toast-staff-removed = Eemaldatud: { $name }
toast-now-manager = { $name } on nüüd juhataja
toast-now-barista = { $name } on nüüd barista
till-remove-ask = Kas eemaldada kassa <b>{ $till }</b>? Selle nupud lakkavad kohe töötamast.
button-till-rename = Muuda nime
button-till-end = Lõpeta vahetus
button-till-remove = Eemalda kassa
till-name-ask = { $most ->
    [one] Mis on kassa nimi? Saatke mulle nimi, kuni { $most } märk. /cancel jätab kõik nii.
   *[other] Mis on kassa nimi? Saatke mulle nimi, kuni { $most } märki. /cancel jätab kõik nii.
}
till-name-placeholder = Kassa nimi
till-name-done = Kassa nimi on nüüd <b>{ $till }</b>.
toast-till-removed = Kassa on eemaldatud

## Invites

invite-link-manager =
    Saatke see link uuele juhatajale või laske tal pilt skannida:
    { $link }
    { $hours ->
        [one] See on ühele inimesele ja kehtib { $hours } tunni.
       *[other] See on ühele inimesele ja kehtib { $hours } tundi.
    } Enne kui keegi sisse saab, küsin teilt.
invite-link-till =
    Avage see link telefonis või tahvlis, mis jääb leti äärde, või skannige sellega pilt:
    { $link }
    { $hours ->
        [one] See on ühele kontole ja kehtib { $hours } tunni.
       *[other] See on ühele kontole ja kehtib { $hours } tundi.
    } Enne kui sellest saab kassa, küsin teilt.
pick-ask = Vajutage allolevat nuppu ja valige inimesed, kõige rohkem { $most }. Mina esimesena kirjutada ei saa: iga inimese jaoks saate lingi, mille edasi saata.
button-pick-now = Vali inimesed
pick-over = Saatke igaühele tema link. Kui keegi tuleb, küsin teilt veel kord.
invite-for-one =
    Kellele: <b>{ $name }</b>. Selle lingiga algab töö meie leti taga.
    { $link }
    { $hours ->
        [one] See on ainult ühele inimesele ({ $name }) ja kehtib { $hours } tunni.
       *[other] See on ainult ühele inimesele ({ $name }) ja kehtib { $hours } tundi.
    }
invite-known = <b>{ $name }</b> juba töötab siin.
invite-came-till = <b>{ $name }</b> avas teie kutse ja sellest kontost saaks kassa: ühine telefon leti ääres. Kas lasta sisse?
invite-accepted-till = <b>{ $name }</b> on nüüd kassa.
staff-waiting-till = Aitäh. Omanikult on küsitud, kas sellest kontost saab kassa; kirjutan siia, kui vastus on käes.

## What somebody is told about their own work

notice-role = Omanik muutis teie rolli, nüüd olete { $role ->
    [owner] omanik
    [manager] juhataja
   *[barista] barista
}.
notice-removed = Te ei ole enam meeskonnas. All olevad nupud on teie enda kaardi jaoks ja kõik, mis sellel on, on alles.
# The owners read it.
notice-left = <b>{ $name }</b> lõpetas siin töö omal soovil.
staff-screen-over = See sõnum oli töötajatele.
departure-asked = <b>{ $name }</b> lahkus töögrupist. Kas ta töötab siin edasi?
departure-kept = <b>{ $name }</b> lahkus töögrupist, aga töötab siin edasi.
departure-removed = <b>{ $name }</b> lahkus töögrupist ega tööta siin enam.
button-departure-remove = Eemalda
button-departure-keep = Jäta alles
toast-departure-kept = { $name } töötab edasi
leave-ask = Kas lõpetate siin töö? Leti nupud kaovad kohe. Tagasi saab teid lasta ainult omanik.
button-leave-yes = Jah, lõpetan
button-leave-no = Ei, jään
leave-stayed = Hästi. Midagi ei muudetud.
name-ask = { $most ->
    [one] Millist nime külalised näevad? Praegu on see <b>{ $name }</b>. Saatke nimi, kuni { $most } täht. /cancel jätab kõik nii.
   *[other] Millist nime külalised näevad? Praegu on see <b>{ $name }</b>. Saatke nimi, kuni { $most } tähte. /cancel jätab kõik nii.
}
name-placeholder = Teie nimi külalistele
name-only-text = { $most ->
    [one] Vajan nime tekstina, tähtedega, kuni { $most } märk. Saatke see või /cancel.
   *[other] Vajan nime tekstina, tähtedega, kuni { $most } märki. Saatke see või /cancel.
}
name-done = Külalised näevad nüüd nime <b>{ $name }</b>.
staff-how-own = /name muudab nime, mida külalised näevad, /pin seab PIN-i kassade jaoks, /leave lõpetab teie töö siin.
staff-how-staff = /staff näitab, kes siin töötavad, kutsub ja eemaldab.

## Undo last

button-queue = Järjekord
button-undo-last = Võta tagasi
undo-last-visit = Tagasi võetud: { $stamps ->
    [one] { $stamps } tempel
   *[other] { $stamps } templit
}, { $pair }. { $progress }.
undo-last-reward = Kaardile tagasi antud: { $item }, { $pair }.

## Refusals

error-invite-for-another = See link on tehtud kellelegi teisele. Küsige omanikult endale oma.
error-already-till = See konto on kassa. Avage link oma telefonis.
error-not-till = See konto ei ole kassa. Kassa lisab omanik: /staff.
error-own-phone = See on isiklik: tehke seda oma vestluses minuga, mitte kassas.
error-staff-gone = See inimene ei tööta siin enam. Midagi ei muudetud.
error-till-gone = See kassa on eemaldatud. Ülejäänud kassad näitab /staff.
error-last-owner = Kohvik vajab omanikku ja see on viimane. Tehke enne keegi teine omanikuks: lingi annab arvutis python -m bot owner-link.
error-name-unfit = { $most ->
    [one] Nimes peab olema tähti ja kuni { $most } märk. Saatke teine.
   *[other] Nimes peab olema tähti ja kuni { $most } märki. Saatke teine.
}
error-nothing-to-undo = Viimasest kümnest minutist pole teil midagi tagasi võtta. Midagi ei muudetud.
error-not-by-undo = Teie viimane tegevus, nr { $number }, pole külastus ja see nupp seda tagasi ei võta. Juhataja saab kaardi korda teha: /adjust { $number }. Midagi ei muudetud.
error-not-by-undo-manager = Teie viimane tegevus, nr { $number }, pole külastus ja see nupp seda tagasi ei võta. Kaardi saate ise korda teha: /adjust { $number }. Midagi ei muudetud.
error-customer-forgotten = Külaline, keda te viimati teenindasite, on lasknud kõik kustutada, tagasi pole enam midagi võtta. Varasema külastuse saate tagasi võtta selle kaardi nupust.
