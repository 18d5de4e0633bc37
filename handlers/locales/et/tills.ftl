### Tills: a shared phone at the counter, who is on shift at it, and the PIN that a shift may ask for.

till-greeting = See on kassa <b>{ $till }</b> kohvikus <b>{ $cafe }</b>.
till-how = Skannige külalise QR, saatke mulle kuus numbrit või kasutage järjekorda nagu oma telefonis. Kõik läheb selle nime alla, kes on vahetuses.
till-on-shift = Vahetuses: <b>{ $name }</b>, kuni { $time }. Keegi teine? Vajutage oma nimele.
till-nobody = Vahetuses pole kedagi. Vajutage oma nimele.
# On the keyboard, alone in its row.
button-on-shift = Kes on vahetuses
button-end-shift = Lõpeta vahetus
toast-on-shift = Vahetuses: { $name }
toast-shift-ended = Vahetus on lõppenud
# Digits are tapped, not typed: others read the screen. $typed of $most.
pin-ask = <b>{ $name }</b>, teie PIN: numbreid { $typed } / { $most }.
own-pin-ask = Valige kassade jaoks PIN, numbreid: { $most }. Seni: <code>{ $digits }</code>
own-pin-how = Vajutage numbreid, ärge kirjutage: kirjutatu jääb vestlusse. PIN-ita piisab oma nimele vajutamisest.
button-pin-erase = Kustuta
button-pin-clear = Eemalda minu PIN
pin-done = PIN on seatud: kassad küsivad seda. Muuta või eemaldada saab käsuga /pin.
pin-cleared = PIN on eemaldatud: kassad seda ei küsi.
notice-till-accepted = Omanik tegi sellest kontost kassa <b>{ $till }</b>. Vajutage all <b>{ button-on-shift }</b>, siis oma nimele.
notice-till-removed = See konto ei ole enam kassa.
error-wrong-pin = { $left ->
    [0] Vale PIN. See oli viimane katse: oodake kümme minutit.
    [one] Vale PIN. Jäänud on { $left } katse.
   *[other] Vale PIN. Jäänud on { $left } katset.
}
error-pin-paused = Viis valet PIN-i kümne minutiga: paus kuni kümme minutit. Vahetuse võib võtta keegi teine.
error-pin-locked = Täna on olnud liiga palju valesid PIN-e: see on päeva lõpuni lukus. Selle omanik saab PIN-i eemaldada oma vestluses minuga: /pin.
notice-pin-guessed = Täna on nime <b>{ $name }</b> all sisestatud valesid PIN-e: { $wrong }, viimane kassas <b>{ $till }</b>. Päeva lõpuni ei võta ükski kassa seda PIN-i vastu. Selle omanik saab PIN-i eemaldada: /pin. Kui see polnud <b>{ $name }</b>, küsige, kes seal oli.
