### Varukoopiad ja mida bot enda kohta ütleb.

## Mida omanikud teada saavad

# $fault: miks koopiat ei ole.
notice-backup-failed = { $fault ->
    [no-space] Öine varukoopia ebaõnnestus: arvuti ketas on täis. Palun tehke seal ruumi.
    [not-writable] Öine varukoopia ebaõnnestus: selle kausta ei saa kirjutada. Palun vaadake ketast ja kausta õigusi.
    [books] Öine varukoopia ebaõnnestus: kontrollimisel ei läinud andmed kokku. Hoidke vanemad koopiad alles ja käivitage arvutis juba täna <code>python -m bot doctor</code>.
   *[other] Öine varukoopia ebaõnnestus. Põhjus on arvutis logis kirjas.
} Kaarte see ei puuduta ja viimased head koopiad on alles. Proovin iga tund uuesti.
# $megabytes: kui palju saata saab.
notice-backup-too-big = Varukoopia on tehtud ja korras, aga selle koopia on suurem kui { $megabytes } MB, mille Telegram vastu võtab, ja jääb arvutisse. Palun viige koopiate kaust vahel ka mujale.
# $day, $time: millal koopia tehti, kohviku kella järgi.
notice-backup-restored = Kohviku andmed taastati varukoopiast: { DATETIME($day, dateStyle: "medium") }, { $time }. Hilisemaid kandeid kaartidel ei ole. Tolleaegsed koodid ja avatud külastused on lõpetatud, uute kviitungite numbrid jätkuvad varuga. Palun vaadake üle /staff: pärast seda tööle võetuid seal ei ole.
# $day: millal tehti. Omanikele saadetud faili all.
backup-caption = Varukoopia: { DATETIME($day, dateStyle: "medium") }. Krüpteeritud, avab ainult teie parool.

## Nupp ajast, mida pärast taastamist enam ei ole; kuni 200 märki.

error-lost-time = See sõnum on andmete taastamisest vanem ja selle nupud enam ei kehti. Küsige uus kood või avage vaade uuesti.

## /about

about-this = See on One More Cup, kliendikaart väikestele kohvikutele. See töötab kohviku enda arvutis.
# $schema: andmete versioon.
about-version = Versioon { $version } · andmed { $schema } · { $database }
# $hours: viimasest heast koopiast.
about-backup = Viimane varukoopia: { $hours ->
    [0] vähem kui tund tagasi, kontrollitud
    [one] { $hours } tund tagasi, kontrollitud
   *[other] { $hours } tundi tagasi, kontrollitud
}.
about-backup-failed = Viimane varukoopia ebaõnnestus. Mida teha, ütleb arvutis <code>python -m bot doctor</code>.
about-no-backup = Varukoopiat veel ei ole: esimene tehakse täna öösel.
about-copies = { $where ->
    [away] Krüpteeritud koopia on selles vestluses.
    [late] Juba kaks päeva ei ole ükski koopia arvutist välja jõudnud.
   *[here] Kõik koopiad on ainult selles arvutis. Kui seadetes on parool (BACKUP_PASSPHRASE), saadan teile koopia igal ööl.
}
about-licence = MIT-litsents: kasutage, muutke, jagage edasi. Lähtekood on programm ise, teie arvutis.
