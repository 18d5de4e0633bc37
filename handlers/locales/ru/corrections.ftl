### Исправления: поздняя отмена, карта исправлена вручную, старые бумажные карты, «это был не я».

## What managers write and are asked

staff-how-manager = <code>/undo 123 причина</code> отменяет то, что дала квитанция, даже поздно. <code>/adjust 123 +2 причина</code> исправляет карту этой квитанции вручную. Номер стоит после №.
undo-how = Пришлите номер квитанции и причину: <code>/undo 123 вернули деньги за чашку</code>. Номер стоит на квитанции и на карте визита после №.
undo-ask = Отменить это?
undo-ask-what = { $pair } · { $line }
undo-ask-why = Нажмите на причину или пришлите <code>/undo { $number }</code> и свои слова.
undo-ask-own = Почему отменяем № { $number }? Хватит нескольких слов. /cancel оставит всё как есть.
undo-placeholder = Вернули деньги за чашку
button-why-refund = Возврат денег
button-why-wrong-card = Не та карта
button-why-mistake = Ошибка
button-why-own = Своими словами
toast-taken-back = Отменено
toast-taken-back-before = Это уже было отменено
adjust-how = Пришлите номер квитанции, сколько штампов и почему: <code>/adjust 123 +2 касса не работала</code>. По номеру понятно, чья это карта.
adjust-ask = На сколько штампов больше или меньше и почему? Например, <code>+2 касса не работала</code> или <code>-1 посчитали дважды</code>. /cancel оставит всё как есть.
adjust-again = Нужны плюс или минус, число и причина, например <code>+2 касса не работала</code>. Пришлите их или /cancel.
# Where points are collected besides stamps.
adjust-only-stamps = Здесь считают штампы: баллы вручную не исправить. Неверный счёт отмените: <code>/undo 123 причина</code>, а потом запишите заново по новому коду.
# To whoever wrote "+10 points".
adjust-no-points = Ничего не изменилось: /adjust считает штампы, а баллы вручную не исправить. Неверный счёт отмените: <code>/undo 123 причина</code>, а потом запишите заново по новому коду.
adjust-placeholder = +2 касса не работала
correction-only-text = Мне нужен текст. Пришлите его или /cancel.
# In a group.
correction-moved = Ответ в нашем с вами личном чате.
button-adjust = Исправить карту

## What was put right: to whoever did it, and to all owners

# $name: the customer; $by: the manager; $changed: with its sign, as text, $count: the same without.
correction-taken-back = № { $number } · <b>{ $name }</b> · отменён визит на { $removed ->
    [one] { $removed } штамп
    [few] { $removed } штампа
    [many] { $removed } штампов
   *[other] { $removed } штампа
} ({ $by }). Карта: { $progress }.
correction-rewards = { $rewards ->
    [1] Ещё не выданная награда снова стала штампами: { $item }.
    [one] Ещё не выданные награды снова стали штампами: { $item } × { $rewards }.
    [few] Ещё не выданные награды снова стали штампами: { $item } × { $rewards }.
    [many] Ещё не выданные награды снова стали штампами: { $item } × { $rewards }.
   *[other] Ещё не выданные награды снова стали штампами: { $item } × { $rewards }.
}
correction-written-off = { $count ->
    [one] Уже использован и списан { $count } штамп.
    [few] Уже использованы и списаны { $count } штампа.
    [many] Уже использованы и списаны { $count } штампов.
   *[other] Уже использованы и списаны { $count } штампа.
}
correction-given-back = № { $number } · <b>{ $name }</b> · возвращено на карту ({ $by }): { $item }.
correction-adjusted = № { $number } · <b>{ $name }</b> · карта исправлена на { $changed } { $count ->
    [one] штамп
    [few] штампа
    [many] штампов
   *[other] штампа
} ({ $by }). Карта: { $progress }.
correction-other = <b>{ $name }</b> · { $line }
correction-reason = Причина: { $reason }

## On the card of the visit

staff-line-taken-back = № { $number } · −{ $removed }, поздняя отмена · { $by }
staff-line-adjusted = № { $number } · { $changed }, исправлено · { $by }
staff-line-old-card = № { $number } · +{ $added } со старой карты · { $by }
button-old-card = Старая карта +…
old-card-ask = Сколько штампов на старой карте?
toast-old-card = Со старой карты: { $added }. { $progress }

## Receipts

receipt-taken-back = № { $number } · визит отменён · { $progress }
receipt-taken-back-why = Отменён визит на { $removed ->
    [one] { $removed } штамп
    [few] { $removed } штампа
    [many] { $removed } штампов
   *[other] { $removed } штампа
} ({ $by }).
receipt-stamps-again = { $rewards ->
    [1] Награда, которую вы ещё не получили, снова стала штампами: { $item }.
    [one] Награды, которые вы ещё не получили, снова стали штампами: { $item } × { $rewards }.
    [few] Награды, которые вы ещё не получили, снова стали штампами: { $item } × { $rewards }.
    [many] Награды, которые вы ещё не получили, снова стали штампами: { $item } × { $rewards }.
   *[other] Награды, которые вы ещё не получили, снова стали штампами: { $item } × { $rewards }.
}
receipt-written-off = { $count ->
    [one] { $count } штамп из них уже использован: возвращать его не нужно.
    [few] { $count } штампа из них уже использованы: возвращать их не нужно.
    [many] { $count } штампов из них уже использованы: возвращать их не нужно.
   *[other] { $count } штампа из них уже использованы: возвращать их не нужно.
}
receipt-adjusted = № { $number } · { $changed } { $count ->
    [one] штамп
    [few] штампа
    [many] штампов
   *[other] штампа
} · { $progress }
receipt-adjusted-why = Ваша карта исправлена вручную ({ $by }).
receipt-old-card = № { $number } · +{ $added } { $added ->
    [one] штамп
    [few] штампа
    [many] штампов
   *[other] штампа
} с вашей старой карты · { $progress }

## This wasn't me

button-not-me = Это был не я
freeze-ask = Заморозить вашу карту? С неё ничего не уйдёт, пока не посмотрит управляющий. Собирать на неё можно.
button-freeze-yes = Да, заморозить
button-freeze-no = Нет
freeze-done = Ваша карта заморожена: с неё ничего не уйдёт, пока не посмотрит управляющий. Управляющие уже знают. Если за сутки никто не посмотрит, вы сможете разморозить её сами: <b>{ button-my-card }</b>.
toast-frozen = Ваша карта заморожена
# On the customer's own card.
card-frozen = Ваша карта <b>заморожена</b>: с неё ничего не уйдёт, пока не посмотрит управляющий. Собирать на неё можно.
button-thaw-own = Разморозить мою карту
toast-thawed-own = Ваша карта снова открыта
toast-not-frozen = Ваша карта не заморожена
# To the managers. $name: the customer; $line: the receipt.
freeze-said = <b>{ $name }</b> говорит об этой квитанции «это был не я»:
freeze-when = { DATETIME($day, dateStyle: "medium") }, { $time }. Сообщение пришло: { $said }.
freeze-holds = Карта заморожена: с неё ничего не уходит. Поговорите с теми, кто там был, и разморозьте её.
freeze-thawed = Карта разморожена: { $by }.
freeze-thawed-own = Гость разморозил карту через сутки.
button-thaw = Разморозить
toast-thawed = Карта снова открыта
notice-thawed = Всё проверено ({ $by }): ваша карта снова открыта.

## Refusals

# After another refusal. $number: of the receipt.
error-manager-can = Управляющий может: /undo { $number }.
error-you-can = Вы можете: /undo { $number }.
error-unknown-receipt = Квитанции № { $number } для этого не нашлось. Проверьте номер, он стоит после №.
error-nothing-to-take-back = № { $number } ничего не дала, отменять нечего. Исправьте карту: /adjust { $number }.
error-reason-missing = Здесь нужна причина. Пришлите ещё раз и добавьте несколько слов, почему.
error-own-card = Это ваша собственная карта. Попросите исправить её другого управляющего или владельца.
error-own-card-owner = Это ваша собственная карта. Это может сделать другой управляющий или владелец; назначить управляющего можно через /staff.
error-fewer-stamps = { $count ->
    [one] На карте только { $count } штамп. Снимите не больше. Награда за полную карту остаётся.
    [few] На карте только { $count } штампа. Снимите не больше. Награда за полную карту остаётся.
    [many] На карте только { $count } штампов. Снимите не больше. Награда за полную карту остаётся.
   *[other] На карте только { $count } штампа. Снимите не больше. Награда за полную карту остаётся.
}
error-adjust-limit = { $count ->
    [one] Сегодня вы можете исправить ещё { $count } штамп. Владелец это тоже видит: об остальном попросите его.
    [few] Сегодня вы можете исправить ещё { $count } штампа. Владелец это тоже видит: об остальном попросите его.
    [many] Сегодня вы можете исправить ещё { $count } штампов. Владелец это тоже видит: об остальном попросите его.
   *[other] Сегодня вы можете исправить ещё { $count } штампа. Владелец это тоже видит: об остальном попросите его.
}
# To an owner, who has nobody to ask and can raise the limit.
error-adjust-limit-owner = { $count ->
    [one] Сегодня вы можете исправить ещё { $count } штамп.
    [few] Сегодня вы можете исправить ещё { $count } штампа.
    [many] Сегодня вы можете исправить ещё { $count } штампов.
   *[other] Сегодня вы можете исправить ещё { $count } штампа.
} Поднять предел: /setup > { button-set-more } > { button-set-adjustments }.
error-old-card-over = Старая карта уже перенесена, или время для этого прошло. Управляющий может исправить: /adjust.
error-old-card-over-manager = Старая карта уже перенесена, или время для этого прошло. Вы можете исправить карту: /adjust.
error-card-frozen = Эта карта заморожена: с неё ничего не уйдёт, пока не посмотрит управляющий. Позовите его. Штампы ставить можно.
error-card-frozen-manager = Эта карта заморожена: с неё ничего не уйдёт, пока не посмотрит управляющий. Кнопка «{ button-thaw }» — под сообщением о ней в вашем чате. Штампы ставить можно.
error-frozen-for-a-day = { $hours ->
    [one] Управляющий может разморозить её сейчас. Вы сможете сами через { $hours } час.
    [few] Управляющий может разморозить её сейчас. Вы сможете сами через { $hours } часа.
    [many] Управляющий может разморозить её сейчас. Вы сможете сами через { $hours } часов.
   *[other] Управляющий может разморозить её сейчас. Вы сможете сами через { $hours } часа.
}
error-looked-at-before = Управляющий уже смотрел эту квитанцию. Если что-то всё ещё не так, спросите у стойки.
