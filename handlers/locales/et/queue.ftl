### Järjekord: kes leti ääres ootab. Ainult tekst ja emojid, arusaadav ka kuulates.

queue-waiting = { $count ->
    [one] <b>Ootab { $count } külaline</b>
   *[other] <b>Ootab { $count } külalist</b>
}
queue-nobody = Keegi ei oota.
# $pair: emoji, name and number; $progress: such as 3 of 6.
queue-line = { $pair } · { $name } · { $progress }
queue-line-wish = { $pair } · { $name } · { $progress } · soovib: { $item }
# $item: a reward that they hold and have not asked for.
queue-line-held = { $pair } · { $name } · { $progress } · olemas: { $item }
queue-more = … ja veel { $count }
queue-done = { $pair } · { $name } · +{ $added } · { $progress } · { $by }
# $given: the rewards, where the visit was about nothing else.
queue-done-given = { $pair } · { $name } · välja antud: { $given } · { $by }
queue-undone = { $pair } · { $name } · tagasi võetud · { $by }
queue-looking = { $pair } · { $name } · kaart on lahti · { $by }
queue-served = Täna järjekorrast: { $count }
queue-progress = { $stamps } / { $goal }
queue-who-is-absent = Keda pole siin? Vajutus võtab külalise nimekirjast maha ja ta saab sellest teada.
queue-old = Järjekord on nüüd allpool.
queue-closed = Järjekorda siin enam ei näidata.

## Buttons: one for each who waits; the pair code is in all of them, so that the thumb can't hit the wrong one.

button-serve = { $pair } · { $progress }
# One tap is not enough: it opens the staff card. $wish: the reward, or three dots.
button-serve-look = { $pair } · { $wish }
button-not-here = Kedagi pole siin…
button-absent = Pole siin: { $pair }
button-queue-undo = Tagasi { $pair }
button-queue-card = Veel { $pair }

# After one tap: the stamp, and a reward that can be offered now.
toast-held = { $progress }. Välja anda: { $item }, nupp avab kaardi
toast-queue-look = Enne üks pilk: kaart on siin vestluses.
toast-queue-card = Kaart on siin vestluses.
toast-queue-absent = Nimekirjast maas: { $pair }

## What customers and staff are told

code-queued = Barista näeb teid ka järjekorras.
# The code is good all the same; only the queue waits. $seconds: until it takes them again.
code-too-soon = Järjekorras teid veel pole: sinna pääseb kord minutis. Leti ääres kehtib kood kohe, selle saab skannida või sisestada. Järjekorda saamiseks vajutage <b>{ button-stamp-me }</b> uuesti { $seconds ->
    [one] { $seconds } sekundi pärast.
   *[other] { $seconds } sekundi pärast.
}
code-too-often-absent = Barista ei leidnud teid täna mitu korda leti äärest, seepärast pääsete järjekorda uuesti homme. Kood kehtib siiski kohe: laske see skannida või sisestada.
code-absent = Barista ei leidnud teid leti äärest, seepärast midagi ei lisatud. Kui olete kohal, vajutage <b>{ button-stamp-me }</b> ja näidake ekraani.
error-marked-absent = { $by } märkis: pole siin. Paluge külalisel uuesti vajutada "{ button-stamp-me }".
