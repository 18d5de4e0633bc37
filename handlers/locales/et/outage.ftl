### Bot oli ära ja on tagasi. Loevad omanikud ja töögrupp; kaht viimast loeb külaline.

outage-span = kella { $since } kuni { $until } ({ $minutes ->
    [one] { $minutes } minut
   *[other] { $minutes } minutit
})
outage-span-days = { DATETIME($first, dateStyle: "medium") } kell { $since } kuni { DATETIME($last, dateStyle: "medium") } kell { $until }
outage-was-away = Olin ära { $span }.
outage-done = Mis ootas, selle tegin nüüd ära:
outage-visit = { $pair } · { $name } · +{ $stamps }, { $progress }{ $undone ->
    [yes] { " " }(tagasi võetud)
   *[no] { "" }
}
outage-visit-given = { $pair } · { $name } · välja antud: { $given }
outage-more = { $visits ->
    [one] Ja veel { $visits } külastus, vaadake /today.
   *[other] Ja veel { $visits } külastust, vaadake /today.
}
outage-nothing-waited = Leti ääres polnud vahepeal midagi ootama jäänud.
outage-too-long = Telegram hoiab vajutusi ja sõnumeid ühe päeva. Vanemad minuni ei jõudnud.
outage-left-undone = Ootas ka, aga enam seda teha ei saanud:
# $by: who of staff had tapped. $why: a refusal, one or two sentences.
outage-refused = { $by }: { $why }
outage-more-refused = { $taps ->
    [one] Ja veel { $taps } vajutus, mis jäi hiljaks.
   *[other] Ja veel { $taps } vajutust, mis jäid hiljaks.
}
button-outage-undo = Võta +{ $stamps } tagasi { $pair }
error-asked-too-long-ago = Olin ära, kui te kell { $time } nuppu vajutasite. Kui olete veel leti ääres, vajutage seda uuesti.
error-asked-while-away = Olin ära, kui te nuppu vajutasite. Kui olete veel leti ääres, vajutage seda uuesti.
