### Бот отсутствовал и вернулся. Читают владельцы и чат сотрудников; последнее читает гость.

outage-span = с { $since } до { $until } ({ $minutes ->
    [one] { $minutes } минута
    [few] { $minutes } минуты
    [many] { $minutes } минут
   *[other] { $minutes } минуты
})
outage-was-away = Меня не было { $span }. Ничего не потеряно.
outage-done = Что ждало, я сейчас сделал:
outage-visit = { $pair } · { $name } · +{ $stamps }, { $progress }{ $undone ->
    [yes] { " " }(отменено)
   *[no] { "" }
}
outage-more = { $visits ->
    [one] И ещё { $visits } визит, смотрите /today.
    [few] И ещё { $visits } визита, смотрите /today.
    [many] И ещё { $visits } визитов, смотрите /today.
   *[other] И ещё { $visits } визита, смотрите /today.
}
button-outage-undo = Отменить +{ $stamps } { $pair }
error-asked-too-long-ago = Меня не было, когда вы нажали кнопку в { $time }. Если вы ещё у стойки, нажмите её ещё раз.
