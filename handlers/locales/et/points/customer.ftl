### Mida külalised loevad seal, kus kogutakse ainult punkte: sama nimega lausete asemel.

button-stamp-me = Näita mu koodi
button-rewards = Minu punktid
help-customer =
    <b>{ button-stamp-me }</b> näitab teie koodi leti jaoks.
    <b>{ button-my-card }</b> näitab teie kaarti, <b>{ button-rewards }</b> seda, kuidas osa arvest punktidega maksta, <b>{ button-history }</b> iga muudatust.
    Midagi on valesti? Öelge baristale: leti ääres saab vea kümne minuti jooksul tagasi võtta.
    /messages näitab, mida võime teile saata, ja seal saab seda muuta.
card-rewards = Teil on veel: { $rewards }. Kasutamiseks vajutage <b>{ button-rewards }</b>.
rules-most-visits = { $count ->
    [one] Kaardil on kõige rohkem { $count } külastus päevas.
   *[other] Kaardil on kõige rohkem { $count } külastust päevas.
}
privacy-what =
    Hoitakse: teie Telegrami konto ja nimi, keel, kaart iga arve ja selle punktidega ning kes selle kirja pani, ja see, mida te kohvikule kirjutate; paberkaardi number ja nimi, kellele see tehti. Telefoninumbrit mitte kunagi.
    Seda on vaja, et kaart töötaks ja vigu saaks parandada. Midagi ei müüda ega anta kellelegi teisele.
mydata-visit = { $at } · { $state ->
    [open] avatud
    [confirmed] arve kirjas
    [declined] kõrvale pandud
    [undone] tagasi võetud
   *[expired] aeg sai otsa
} · { $by }
receipt-moved = nr { $number } · tuli teie teiselt kaardilt: { $moved }
receipt-moved-away = nr { $number } · läks teisele kaardile: { $moved }

## What Telegram shows

bot-description =
    Punktikaart: { $cafe }. Arved annavad punkte ja punktidega saab maksta osa järgmisest arvest.
    Midagi pole vaja paigaldada ja telefoninumbrit me ei küsi: vajutage START.
bot-short-description = Punktikaart: { $cafe }
command-rewards = Maksa osa arvest punktidega

## On paper

papercard-title = Punktikaart
papercard-move = Telefonis on Telegram? Skannige kood ja punktid lähevad sinna.
