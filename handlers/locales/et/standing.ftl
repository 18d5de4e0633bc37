### Campaigns that go out by themselves: what customers read beside the owner's words, and the owner's page.

## For customers

# $visits: such as 10, the tenth.
told-visits = See on teie { $visits }. külastus.
told-years = { $years ->
    [one] Olete meiega olnud aasta.
   *[other] Olete meiega olnud { $years } aastat.
}
# $items: such as "Free coffee"; $how: it came now, or has been waiting.
told-gift = { $how ->
    [waits] Teie kaardil ootab
   *[new] Nüüd teie kaardil
}: <b>{ $items }</b>.
told-gift-until = { $how ->
    [waits] Teie kaardil ootab
   *[new] Nüüd teie kaardil
}: <b>{ $items }</b>, kuni { DATETIME($until, dateStyle: "medium") }.

## What we would say, until the owner says it otherwise

standing-words = { $kind ->
    [birthday] Palju õnne sünnipäevaks! Tore, et olete meiega.
    [milestone] Aitäh, et nii tihti käite. Meil on hea meel teid näha.
    [welcome] Oli tore tutvuda. Tulge jälle: meil on hea meel.
    [win_back] Pole teid tükk aega näinud. Astuge läbi, kui lähedal olete.
   *[reminder] Et see meelest ei läheks:
}

## The owner's page

standing-heading = <b>Saadetakse ise</b>
standing-how = Kõik need on välja lülitatud, kuni olete teksti läbi lugenud, ja lülituvad jälle välja, kui keegi teksti või kingitust muudab. Tekst, kingitus ja tulemused on nupu taga.
button-standing = { $kind ->
    [birthday] Sünnipäev
    [milestone] Tähised
    [welcome] Tutvumine
    [win_back] Tagasikutse
   *[reminder] Meeldetuletused
}: { $on ->
    [yes] sisse lülitatud
    [again] lugege uuesti
   *[no] välja lülitatud
}
standing-one = <b>{ $kind ->
    [birthday] Sünnipäev
    [milestone] Tähised
    [welcome] Tutvumine
    [win_back] Tagasikutse
   *[reminder] Meeldetuletused
}</b>: { $on ->
    [yes] sisse lülitatud
    [again] välja lülitatud, kuni olete selle uuesti läbi lugenud
   *[no] välja lülitatud
}
# $hour: on the clock in the cafe. $days, $least, $cool: numbers of days; the welcome and the win-back have their own.
standing-when = { $kind ->
    [birthday] Selle päeva esimese külastuse kviitungil või kell { $hour }, kui klient pole selleks ajaks tulnud. Saab see, kes andis kuupäeva vähemalt kaks nädalat varem; kingitus on kaardil hommikust saadik.
    [milestone] 10., 50. ja 100. külastuse kviitungil ning esimesel külastusel pärast iga täisaastat.
    [welcome] Kell { $hour }, kui esimesest külastusest on { $days } päeva ja teist pole olnud. Läheb nädala postituste arvu sisse ja jõuab ainult nendeni, kes on selleks ajaks pakkumistega nõustunud. Enamikult küsitakse seda alles kolmandal külastusel, nii et saavad vähesed: need, kes lülitasid pakkumised ise sisse.
    [win_back] Kell { $hour }, kui klient on eemal üle kahe korra kauem kui tavaliselt, vähemalt { $least } päeva. Kes on käinud alla nelja korra, saab selle { $days } päeva pärast. Üks kord iga eemaloleku kohta ja mitte uuesti { $cool } päeva jooksul. Vajab nõusolekut pakkumisteks ja läheb nädala postituste arvu sisse.
   *[reminder] Kell { $hour }: kui preemia ootab ja klient pole 14 päeva käinud; 14 ja 3 päeva enne kingituse lõppu. Need kuuluvad kaardi juurde ja lähevad kõigile.
}
standing-timing = { $timing ->
    [hour] Mis kell õnnitleda neid, kes pole selleks ajaks tulnud? Vaikseid tunde siin pole.
    [welcome_days] Mitu päeva pärast esimest külastust?
    [least_days] Mitu päeva peab klient vähemalt eemal olema?
    [away_days] Mitme päeva pärast, kui klient on käinud alla nelja korra?
   *[cool_down] Mitu päeva sama klienti uuesti ei kutsuta?
}
standing-usual-ask = Kas võtta tagasi valmis tekst? Teie oma kaob kõigis keeltes ja saatmine on välja lülitatud, kuni olete valmis teksti läbi lugenud.
standing-reminders = Ilma nendeta ei aegu kingitus, mis kehtib kauem kui 3 päeva: millest ei hoiatatud, see jääb.
standing-no-gift = Ainult tekst, kingitust pole.
standing-gift = Kingitus: <b>{ $item }</b>, { $how ->
    [card] läheb ise kaardile
   *[tap] võetakse sõnumist ühe puudutusega
}, kätte saab { $days ->
    [0] samal päeval
    [one] veel { $days } päeva
   *[other] veel { $days } päeva
}.
standing-stays = { $days ->
    [one] Meeldetuletused on välja lülitatud: mis kehtib kauem kui { $days } päev, see ei aegu.
   *[other] Meeldetuletused on välja lülitatud: mis kehtib kauem kui { $days } päeva, see ei aegu.
}
standing-sent = Saadetud: { $sent }{ $unknown ->
    [0] {""}
   *[other] , teadmata: { $unknown }
}{ $failed ->
    [0] {""}
   *[other] , kohale ei jõudnud: { $failed }
}
standing-given = Kingitusi: { $given }, leti äärest saadud: { $redeemed }
standing-visits = Külastusi 7 päeva jooksul pärast seda: { $visits }
standing-read = See jõuab kohale. Lugege lõpuni ja lülitage siis all sisse.
# $line: as it arrives, such as "You have been with us for a year."
standing-instead = { $kind ->
    [milestone] Täisaasta järel algab see nii
   *[reminder] Enne kingituse lõppu seisab selle all
}: { $line }
# $labels: such as "Take it, No more offers".
standing-below = Nupud selle all: <b>{ $labels }</b>
standing-ask-words = Nii see praegu kohale jõuab. Kirjutage, mida see selle asemel ütleb: paks ja kaldkiri jäävad, lingid ka. Kuni 900 tähte.
standing-words-placeholder = Palju õnne
standing-ask-gift = Mis on kingitus? Paar sõna, nagu teie tahvlil. Keel: <b>{ $language }</b>.
standing-gift-placeholder = Tükk kooki
standing-kept = Salvestatud. Nii see kohale jõuab.
standing-kept-gift = Salvestatud.
standing-only-text = Palun ainult tekst, ilma piltide ja kleepsudeta. Senised sõnad on alles; /cancel jätab need nii.
button-standing-words = Tekst: { $language }
button-standing-gift = Kingitus
button-standing-read = Loe ja lülita sisse
button-standing-on = Loetud: lülita sisse
button-standing-off = Lülita välja
button-standing-back = Tagasi
button-standing-list = Kõik, mis saadetakse ise
button-standing-runs = Mida olete saatnud
button-timing = { $timing ->
    [hour] Mis kell
    [welcome_days] Mitme päeva pärast
    [least_days] Mitu päeva eemal
    [away_days] Mitu päeva eemal 1–3 külastusega
   *[cool_down] Päevi järgmise korrani
}
button-standing-usual = Valmis tekst tagasi
button-standing-usual-yes = Jah, valmis tekst tagasi
button-leap-day = 29. veebruar: { $march ->
    [yes] 1. märtsil
   *[no] 28. veebruaril
}
button-gift-none = Mitte midagi
button-gift-usual = { $item }
button-gift-own = Midagi muud
button-gift-days = { $days ->
    [0] Samal päeval
    [one] { $days } päev
   *[other] { $days } päeva
}
toast-standing = { $on ->
    [yes] Sisse lülitatud
   *[no] Välja lülitatud. Mis kaartidel on, jääb sinna.
}
toast-standing-sample = See on ainult näidis. Päris sõnumi all nupp töötab.
error-words-changed = Teksti või kingitust on pärast teie lugemist muudetud. Avage ja lugege uuesti; midagi ei saadetud.
