### Бот отсутствовал и вернулся. Читают владельцы и чат сотрудников; последние два читает гость.

outage-span = с { $since } до { $until } ({ $minutes ->
    [one] { $minutes } минута
    [few] { $minutes } минуты
    [many] { $minutes } минут
   *[other] { $minutes } минуты
})
outage-span-days = с { DATETIME($first, dateStyle: "medium") }, { $since } до { DATETIME($last, dateStyle: "medium") }, { $until }
outage-was-away = Меня не было { $span }.
outage-done = Что ждало, я сейчас сделал:
outage-visit = { $pair } · { $name } · +{ $stamps }, { $progress }{ $undone ->
    [yes] { " " }(отменено)
   *[no] { "" }
}
outage-visit-given = { $pair } · { $name } · выдано: { $given }
outage-more = { $visits ->
    [one] И ещё { $visits } визит, смотрите /today.
    [few] И ещё { $visits } визита, смотрите /today.
    [many] И ещё { $visits } визитов, смотрите /today.
   *[other] И ещё { $visits } визита, смотрите /today.
}
outage-nothing-waited = У стойки меня ничего не ждало.
outage-too-long = Telegram хранит нажатия и сообщения сутки. Те, что старше, до меня не дошли.
outage-left-undone = Тоже ждало, но сделать это уже нельзя:
# $by: who of staff had tapped. $why: a refusal, one or two sentences.
outage-refused = { $by }: { $why }
outage-more-refused = { $taps ->
    [one] И ещё { $taps } нажатие, которое опоздало.
    [few] И ещё { $taps } нажатия, которые опоздали.
    [many] И ещё { $taps } нажатий, которые опоздали.
   *[other] И ещё { $taps } нажатия, которые опоздали.
}
button-outage-undo = Отменить +{ $stamps } { $pair }
error-asked-too-long-ago = Меня не было, когда вы нажали кнопку в { $time }. Если вы ещё у стойки, нажмите её ещё раз.
error-asked-while-away = Меня не было, когда вы нажали кнопку. Если вы ещё у стойки, нажмите её ещё раз.
