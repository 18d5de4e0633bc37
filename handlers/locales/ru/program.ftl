### The cafe's rules as its owner reads and changes them.

## The screen

program-heading = <b>{ $cafe }</b>: правила вашей карты
program-language = Язык: { $main }
program-languages = Языки: { $main }, затем { $second }
program-name = Название: <b>{ $cafe }</b>
program-town = Город: { $town } ({ $zone })
program-zone = Часы: { $zone }. Назовите город, чтобы день кончался тогда же, когда и у вас.
program-goal = { $goal ->
    [one] { $goal } штамп — и карта полная
    [few] { $goal } штампа — и карта полная
    [many] { $goal } штампов — и карта полная
   *[other] { $goal } штампа — и карта полная
}, а за полную карту: <b>{ $item }</b>. Лишние штампы переходят на следующую.
program-stamp-for = Штамп за: <b>{ $what }</b>
program-who-alone = Штампы ставите вы.
# $people: everybody who works here.
program-who = { $people ->
    [one] Штампы ставит { $people } человек.
    [few] Штампы ставят { $people } человека.
    [many] Штампы ставят { $people } человек.
   *[other] Штампы ставят { $people } человека.
}
program-who-tills = { $tills ->
    [one] { $tills } общая касса.
    [few] { $tills } общие кассы.
    [many] { $tills } общих касс.
   *[other] { $tills } общей кассы.
}
program-who-chat = Рабочий чат: { $title }.

## Two of these buttons share a row, so at most 18 characters each.

button-set-language = Язык
button-set-name = Название
button-set-town = Город
button-set-goal = Сколько штампов
button-set-stamp-for = За что штамп
button-set-item = Что бесплатно
button-set-who = Кто ставит штампы
button-set-more = Ещё правила
button-set-limits = Пределы
button-set-day = Начало дня
button-set-old-cards = Бумажные карты
button-set-adjustments = Поправки
button-set-responsible = Кто отвечает
button-set-changes = Изменения

## More rules

program-more-heading = <b>Ещё правила</b>. Обычно их оставляют как есть.
program-when = { $when ->
    [now] Награду можно получить сразу, в том же визите.
   *[next] Награду можно получить со следующего визита.
}
program-consent = { $alone ->
    [yes] Коллеги выдают награду сами, без нажатия гостя.
   *[no] Награда уходит с карты только после нажатия самого гостя.
}
program-day-begins = День начинается в { $hour }.
program-adjustments = { $stamps ->
    [one] Управляющий может поправить { $stamps } штамп в день.
    [few] Управляющий может поправить { $stamps } штампа в день.
    [many] Управляющий может поправить { $stamps } штампов в день.
   *[other] Управляющий может поправить { $stamps } штампа в день.
}
program-old-cards = Старые бумажные карты принимаются до { DATETIME($day, dateStyle: "medium") }, по одному разу на гостя.
program-old-cards-off = Старые бумажные карты не принимаются.
program-responsible = За данные гостей отвечает: { $who }
program-responsible-none = Ещё не сказано, кто отвечает за данные гостей.
button-reward-now = Награды сразу
button-reward-next = Награды со следующего визита
button-staff-alone = Выдавать без вопроса
button-ask-customer = Сначала спрашивать гостя
toast-saved = Сохранено

## One rule on its page

set-languages = Основной язык стоит на табличках и в рабочем чате; с каждым мы говорим на языке его телефона, если знаем его. Второй нужен для табличек на двух языках и для ваших собственных слов.
button-and-language = + { $language }
button-one-language = Без второго языка
set-goal = Сколько штампов заполняют карту? Начатая карта заканчивается на том числе, которое лучше для гостя.
# $goal: a lower one; nothing is changed before the button.
goal-fills-cards = { $cards ->
    [one] На { $cards } карте штампов уже { $goal } или больше: со следующим она даст: <b>{ $item }</b>.
    [few] На { $cards } картах штампов уже { $goal } или больше: со следующим каждая даст: <b>{ $item }</b>.
    [many] На { $cards } картах штампов уже { $goal } или больше: со следующим каждая даст: <b>{ $item }</b>.
   *[other] На { $cards } картах штампов уже { $goal } или больше: со следующим каждая даст: <b>{ $item }</b>.
} Лишние штампы перейдут на следующую карту и могут заполнить и её. Пока ничего не изменено.
goal-one-question = Сначала один вопрос.
button-lower-goal = Всё равно столько: { $goal }
button-own-number = Другое число
set-stamp-for = За что ставится штамп? Об этом спрашивают у стойки. Сейчас: <b>{ $what }</b>.
set-item = Что даёт полная карта? Сейчас: <b>{ $item }</b>. Награды, которые уже есть у гостей, сохраняют название.
button-own-words = Своими словами
button-preset-each-drink = каждый горячий напиток
button-preset-each-visit = каждый визит
button-preset-coffee = Бесплатный кофе
button-preset-any-drink = Любой напиток бесплатно
button-skip-words = Этого достаточно
set-who = Кто ставит штампы? Вы — с этого телефона. Общий телефон у стойки станет кассой, а группа тех, кто здесь работает, — рабочим чатом.
button-just-me = Только я
button-till-here = Телефон у кассы
button-staff-here = Коллеги в чате
set-day = В котором часу начинается день? Всё, что раньше, относится к вчерашнему. Сейчас: { $hour }.
set-old-cards = Бариста может перенести штампы со старой бумажной карты, по одному разу на гостя. До какого дня?
button-old-cards-today = Сегодня
button-old-cards-month = До конца этого месяца
button-old-cards-never = Больше не принимать
button-own-date = Другой день
set-town-which = Таких городов несколько. Который ваш?

## Questions that are answered with a text

ask-name = Как называется кафе? Пришлите название, символов — до { $longest }. /cancel оставит всё как есть.
ask-town = В каком городе кафе? Пришлите его название — по нему пойдут часы. /cancel оставит всё как есть.
ask-goal = Сколько штампов заполняют карту? Пришлите число от { $least } до { $highest }. /cancel оставит всё как есть.
ask-stamp-for = За что ставится штамп? Пришлите на этом языке: { $language }, например «каждый кофе», символов — до { $longest }. /cancel оставит всё как есть.
ask-item = Что даёт полная карта? Пришлите на этом языке: { $language }, символов — до { $longest }. /cancel оставит всё как есть.
ask-adjustments = Сколько штампов управляющий может поправить за день, в обе стороны вместе? Пришлите число до { $highest }. /cancel оставит всё как есть.
ask-old-cards = До какого дня принимать старые бумажные карты? Пришлите его так: 2026-12-31 или 31.12.2026. /cancel оставит всё как есть.
ask-responsible = Кто отвечает за данные гостей и как с ним связаться? Это прочтут гости. Символов — до { $longest }. /cancel оставит всё как есть.
ask-text-only = Это нужно текстом. Пришлите его или /cancel.

## Limits

limits-heading = <b>Пределы</b>: когда одного нажатия мало или начислить нельзя. Отменённые визиты не считаются.
limit-above-goal = Больше штампов за визит, чем нужно карте: { $answer ->
    [allow] можно.
    [ask] спросим управляющего.
    [refuse] нельзя.
   *[flag] можно, и вы увидите отметку.
}
limit-stamps-a-visit = Штампов за визит { $bound } и больше: { $answer ->
    [allow] можно.
    [flag] можно, и вы увидите отметку.
    [refuse] нельзя.
   *[ask] спросим управляющего.
}
limit-visits-a-day = Визит карты за день номер { $bound } и дальше: { $answer ->
    [allow] можно.
    [flag] можно, и вы увидите отметку.
    [refuse] нельзя.
   *[ask] бариста называет причину одним нажатием, и вы её видите.
}
limit-overrides-a-day = Таких причин у карты за день { $bound } и больше: { $answer ->
    [allow] можно.
    [flag] можно, и вы увидите отметку.
    [refuse] нельзя.
   *[ask] спросим управляющего.
}
limit-stamps-an-hour = Штампов от одного человека за час { $bound } и больше: { $answer ->
    [allow] ничего.
   *[flag] сообщим владельцам, никому не откажем.
}
limit-large-bill = Счёт от { $amount }{ $worked_out ->
    [usual] { " " }(в десять раз больше вашего самого крупного обычного)
    [currency] { " " }(подсчитано само: обычных счетов нет)
   *[set] { "" }
}: { $answer ->
    [allow] можно.
    [flag] можно, и вы увидите отметку.
    [refuse] нельзя.
   *[ask] сначала спросим управляющего, и забытая запятая ничего не даст.
}
limit-bills-an-hour = Счета от одного человека за час на { $amount } и больше (десять таких): { $answer ->
    [allow] ничего.
   *[flag] сообщим владельцам, никому не откажем.
}
button-limit-above-goal = Больше, чем нужно карте
button-limit-stamps-a-visit = Штампы за один визит
button-limit-visits-a-day = Визиты за один день
button-limit-overrides-a-day = Причины за один день
button-limit-stamps-an-hour = Штампы за один час
button-limit-large-bill = Крупные счета
button-limit-bills-an-hour = Счета за один час
button-limit-amount = Другая сумма
ask-large-bill = С какой суммы счёт сначала кто-то проверит? Отправьте сумму, например { $example }, или 0, и я подсчитаю её по обычным счетам. /cancel оставит всё как есть.
button-from = От { $bound }
button-answer-allow = Можно
button-answer-flag = Можно, с отметкой
button-answer-ask = Спросить
button-answer-refuse = Нельзя

## Changes

program-changes-heading = <b>Последние изменения</b>
program-changes-none = Пока ничего не менялось.
program-version = Версия { $version } · { $by } · { DATETIME($day, dateStyle: "medium") } { $time }
# A version that only keeps the first guesses.
program-version-same = ничего не изменилось
program-change = { $what }: { $was } → { $now }
rule-cafe = название
rule-language = язык
rule-second-language = второй язык
rule-town = город
rule-zone = часовой пояс
rule-day-begins = час начала дня
rule-goal = штампов на карте
rule-stamp-for = штамп за
rule-item = за полную карту
rule-reward-at-once = награда сразу
rule-staff-alone = выдача без вопроса
rule-limits = пределы
rule-adjustments-a-day = поправки за день
rule-old-cards-until = старые карты до
rule-responsible = кто отвечает
rule-set-up = настроено
rule-value = { $value ->
    [yes] да
    [no] нет
    [limits] другие ответы
   *[none] ничего
}

## Refusals

error-words-unfit = Здесь может быть от 1 до { $longest } символов, а у вас { $given }. Пришлите короче.
error-number-out-of-range = Нужно целое число от { $least } до { $highest }. Пришлите другое.
error-zone-unknown = Такого города я не знаю. Попробуйте ближайший крупный или пришлите часовой пояс, например Europe/Tallinn.
error-date-past = Это не дата начиная с сегодняшней. Пришлите её так: 2026-12-31.
