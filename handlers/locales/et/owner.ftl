### What owners read.

## Staff

invite-link =
    Saatke see link uuele baristale või laske tal pilt skannida:
    { $link }
    { $hours ->
        [one] See on ühele inimesele ja kehtib { $hours } tunni.
       *[other] See on ühele inimesele ja kehtib { $hours } tundi.
    } Enne kui keegi sisse saab, küsin teilt.
invite-picture = Kutse pildina.
invite-came = <b>{ $name }</b> avas teie kutse ja soovib tulla tööle. Roll: { $role ->
    [owner] omanik
    [manager] juhataja
   *[barista] barista
}. Kas lasta sisse?
invite-accepted = <b>{ $name }</b> on nüüd meeskonnas. Roll: { $role ->
    [owner] omanik
    [manager] juhataja
   *[barista] barista
}.
invite-refused = Te ei lasknud sisse: <b>{ $name }</b>. Link enam ei kehti.
invite-void = See kutse enam ei kehti.
somebody = keegi
button-invite-accept = Jah, lase sisse
button-invite-refuse = Ei
toast-invite-accepted = Nüüd meeskonnas
toast-invite-refused = Ei lastud sisse
# To the person who came.
notice-accepted = Omanik lasi teid sisse. Tere tulemast.
notice-refused = Omanik ei lasknud teid sisse. Kui see on eksitus, küsige uus link.

## Questions

cancelled = Jäi nii, nagu oli.
cancel-nothing = Pole midagi tühistada.

## The bot speaks of itself

# $name: who came. The other owners read it.
notice-owner-added = <b>{ $name }</b> avas omaniku lingi ja on nüüd omanik. Kas see polnud teie ega keegi, keda palusite? Siis vaadake, kes pääseb ligi arvutile, milles bot töötab.
notice-given-up = Üht sõnumit ei õnnestunud ka mitme katsega käsitleda. Kaartidelt ei kadunud midagi; logis on see <code>{ $reference }</code>.
notice-paused = Telegram palus oodata kuni { $time }. Midagi ei kadunud; jätkan ise.
