### Bot oli ära ja on tagasi. Loevad omanikud ja töötajate vestlus; viimast loeb külaline.

outage-span = kella { $since } kuni { $until } ({ $minutes ->
    [one] { $minutes } minut
   *[other] { $minutes } minutit
})
outage-was-away = Olin ära { $span }. Midagi ei läinud kaduma.
outage-done = Mis ootas, selle tegin nüüd ära:
outage-visit = { $pair } · { $name } · +{ $stamps }, { $progress }{ $undone ->
    [yes] { " " }(tagasi võetud)
   *[no] { "" }
}
outage-more = { $visits ->
    [one] Ja veel { $visits } külastus, vaadake /today.
   *[other] Ja veel { $visits } külastust, vaadake /today.
}
button-outage-undo = Võta +{ $stamps } tagasi { $pair }
error-asked-too-long-ago = Olin ära, kui te kell { $time } nuppu vajutasite. Kui olete veel leti ääres, vajutage seda uuesti.
