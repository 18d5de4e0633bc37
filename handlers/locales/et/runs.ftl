### What is being sent, and what came of it: for the owner.

command-campaigns = Mida olete saatnud ja mis sellest sai

## A run. $day and $time: on the cafe's wall.

# $title: the first words of the post.
run-title = <b>{ $title }</b>
run-untitled = Sõnadeta postitus
run-waits-now = Läheb välja mõne sekundi pärast. Saate veel tagasi võtta.
run-waits = Läheb välja { DATETIME($day, dateStyle: "full") } kell { $time }. Seni saate tagasi võtta.
run-repeats = Läheb välja uuesti iga nädal; lõpetada saab käsuga /campaigns.
# $bar: ten cells.
run-bar = { $bar } { $done } / { $total }
run-preparing = Vaatan, kes selle saab: seni { $count }.
run-speed = { $speed } sekundis, jäänud { $minutes ->
    [0] alla minuti
    [one] umbes { $minutes } minut
   *[other] umbes { $minutes } minutit
}
run-asked-to-wait = Telegram palus oodata kuni { $time }; saadetud { $sent } / { $total }; jätkan ise.
run-quiet = Vaikne aeg kuni { $time }. Jätkan ise.
run-paused = Peatatud. Rohkem ei lähe midagi, kuni vajutate <b>{ button-run-resume }</b>.
run-pilot = Esimene osa sai kätte. Ülejäänud { $left ->
    [one] { $left } ootab
   *[other] { $left } ootavad
} teie sõna; ilma selleta lõpeb saatmine ise { DATETIME($day, dateStyle: "medium") } kell { $time }.
run-finished = Valmis { DATETIME($day, dateStyle: "medium") } kell { $time }.
run-stopped = Lõpetatud { DATETIME($day, dateStyle: "medium") } kell { $time }; saamata jäi: { $left }.
run-missed = Saatmata. Aeg oli { DATETIME($day, dateStyle: "medium") } kell { $time }, aga olin liiga kaua ära.
# $question: yes or no.
run-taken-back = Enne algust tagasi võetud. See on jälle mustand: { $question ->
    [yes] /question
   *[no] /broadcast
}

## The report

run-sent = Saadetud: { $count }
# $reasons: such as "blocked the bot 7, account deleted 2".
run-failed = Ei jõudnud kohale: { $count } ({ $reasons })
run-failure = { $reason ->
    [blocked] blokeeris boti
    [deactivated] konto kustutatud
    [not_found] sellist vestlust pole
   *[other] Telegram keeldus
}
run-unknown = Võib-olla jõudis kohale, uuesti ei saadeta: { $count } ({ $names })
run-skipped = Vahele jäetud: { $count } ({ $reasons })
run-left-out = { $reason ->
    [gone] unustatud või kolinud
    [frozen] kaart külmutatud
    [no_telegram] ilma Telegramita
    [unreachable] pole kättesaadav
    [no_consent] pole nõustunud
    [muted] vaigistanud
    [cap] sel nädalal juba saanud
    [late] liiga hilja
    [asked] samal päeval küsiti muud
    [stopped] lõpetatud
    [no_words] sõnad puuduvad
   *[other] juba saanud
}
run-held-out = Ei saanud midagi, loosi teel, võrdluseks: { $count }
run-muted = Palusid rohkem mitte saata: { $count }
run-offers = Pakkumine: võetud { $taken }, letist kätte saadud { $redeemed }
run-visits = Nende külastused 7 päeva jooksul: { $visits }
run-visits-so-far = Nende külastused seni: { $visits }. Loen kuni { DATETIME($day, dateStyle: "medium") }, { $time }.
# $got and $held: visits per head; $low and $high: bounds of the difference.
run-lift = Külastusi inimese kohta: postitusega { $got }, ilma { $held }. { $verdict ->
    [more] See tõi külastusi
    [fewer] Sellega käidi vähem
   *[chance] See võib olla juhus
}: vahe on { $low } ja { $high } vahel (95 %).
run-lift-unknown = Kas see tõi külastusi: andmeid on liiga vähe.

button-run-take-back = Võta tagasi
button-run-pause = Peata
button-run-resume = Jätka
button-run-stop = Lõpeta
button-run-rest = Saada ülejäänud { $left }
button-run-count = Loe uuesti
toast-run-taken-back = Tagasi võetud. See on jälle mustand.
toast-run-paused = Peatatud.
toast-run-resumed = Jätkan.
toast-run-stopped = Lõpetatud.
toast-run-counted = Uuesti loetud.

## What was sent

runs-heading = <b>Mida olete saatnud</b>
runs-none = Veel mitte midagi. Postituse kirjutab /broadcast
runs-repeating = Kordub iga nädal: <b>{ $title }</b>
button-run-open = { $state ->
    [waiting] ⏳
    [running] ▶
    [paused] ⏸
    [stopped] ⏹
    [missed] –
   *[finished] ✓
} { DATETIME($day, dateStyle: "short") } · { $title }
button-end-repeating = Lõpeta: { $title }
toast-repeating-ended = Seda enam ei saadeta.

## Refusals

error-campaign-gone = Seda postitust enam ei ole. Saadetut näitab /campaigns, uue kirjutab /broadcast
error-post-missing = Midagi pole veel kirjutatud. Kirjutage kõigepealt postitus.
error-last-date-over = Viimane kuupäev saab läbi enne, kui see välja läheks. Valige hilisem.
error-hold-out-small = Saajaid on { $reached }: võrdluseks liiga vähe. Sellel on mõte alates { $least }.
error-run-moved-on = { $state ->
    [waiting] Ootab oma aega. Võtke tagasi või laske alata.
    [running] Saatmine juba käib. Peatage või lõpetage.
    [paused] On juba peatatud.
    [stopped] On juba lõpetatud. Kokkuvõtet näitab /campaigns
    [taken_back] Tagasi võetud. See on mustand: postitus /broadcast, küsimus /question
    [missed] Aeg möödus, kui olin ära. Midagi ei saadetud.
   *[finished] On juba valmis. Kokkuvõtet näitab /campaigns
}
