### A post that the owner writes to many: the draft, for whom, when, and letting it go.

button-broadcast = Написать гостям
# To owners, under what else they can do.
staff-how-broadcast = /broadcast пишет вашим гостям: тем, кто согласился, с просмотром и числом получателей до отправки.

## Writing it

broadcast-ask = Напишите сообщение для гостей или перешлите его сюда: текст с оформлением, если хотите, с одной картинкой. Ничего не уйдёт, пока вы не посмотрите и не нажмёте на число.
broadcast-ask-version = Напишите сообщение на этом языке: { $language }. Картинка и кнопка другой версии добавятся сами.
broadcast-kept = Записал. Пока ничего не отправлено.
button-another-post = Написать другое

## The draft

draft-heading = <b>Ваше сообщение</b>, черновик. Он останется здесь, пока вы его не отправите или не выбросите.
# $line: how the post begins.
draft-begins = «{ $line }»
draft-full = Текст ровно такой длины, какую Telegram допускает в одном сообщении: проверьте, не пропал ли конец.
draft-question-left = Вопрос снят, ничего не сохранено.
# $languages: such as "English, Русский".
draft-words = Языки: { $languages }
draft-words-picture = Языки: { $languages }, с картинкой
draft-link = Кнопка: <b>{ $label }</b>, ведёт на <b>{ $host }</b>
# $hosts: such as "cafe.ee, instagram.com".
draft-links = Ссылки в тексте ведут на <b>{ $hosts }</b>
draft-offer = Можно взять: <b>{ $item }</b>, { $days ->
    [0] получить в тот же день
    [one] получить в течение { $days } дня
    [few] получить в течение { $days } дней
    [many] получить в течение { $days } дней
   *[other] получить в течение { $days } дня
}, { $limit ->
    [0] сколько угодно
    [one] всего { $limit }
    [few] всего { $limit }
    [many] всего { $limit }
   *[other] всего { $limit }
}
draft-nobody = Для кого: выберите ниже
# $who: such as "here lately (30 days), one to go".
draft-people = Для кого: { $who }
# $people: of those who were picked; $reached: how many of them get it.
draft-count = { $reached ->
    [one] Получит { $reached } человек
    [few] Получат { $reached } человека
    [many] Получат { $reached } человек
   *[other] Получат { $reached } человека
}, выбрано { $people }
draft-when-now = Когда: сразу, как отправите
draft-when-once = Когда: { DATETIME($day, dateStyle: "full") }, { $time }
# $weekday: such as "Friday".
draft-when-weekly = Когда: каждую неделю, { $weekday }, { $time }
draft-when-weekly-until = Когда: каждую неделю, { $weekday }, { $time }, до { DATETIME($until, dateStyle: "medium") }
# $first: so many; $reached: of so many, 0 when nobody can be counted yet.
draft-pilot = Сначала { $reached ->
    [0] { $percent } % получателей
   *[other] { $first } из { $reached } ({ $percent } %)
}, случайный выбор; остальным, когда скажете
# $held: so many; $reached: of so many, 0 when nobody can be counted yet.
draft-held-out = { $reached ->
    [0] { $percent } % не получат ничего, чтобы было с чем сравнить
   *[other] Не получат ничего: { $held } из { $reached } ({ $percent } %), чтобы было с чем сравнить
}
button-draft-preview = Посмотреть
button-draft-write-in = { $language }: заново
button-draft-drop-version = { $language }: убрать
button-draft-also = Ещё язык: { $language }
button-draft-words = Текст и языки
button-draft-link = Кнопка-ссылка
button-draft-no-link = Без кнопки
button-draft-offer = Предложение
button-draft-here = Недавние гости
button-draft-everybody = Все
button-draft-people = Другие…
button-draft-throw = Выбросить
button-draft-throw-yes = Да, выбросить
button-draft-back = Назад
draft-words-page = <b>Текст</b>. Кто говорит на языке без своей версии, получит эту: { $language }.
draft-throw-ask = Выбросить это сообщение? Тогда его никто не получит.
draft-thrown = Выброшено. Никто его не получит.

## A button with a link, an offer

draft-ask-link = Что написано на кнопке и куда она ведёт? Одним сообщением, например: Наше меню https://cafe.example/menu
draft-ask-label = Что написано на кнопке? Язык: { $language }
draft-ask-item = Что можно взять? Язык: { $language }, не больше { $longest } знаков, например: Булочка с корицей к кофе
draft-ask-item-in = А на этом языке: { $language }?
draft-ask-limit = Сколько всего? Число от 1 до { $highest }.
button-draft-same-words = Те же слова
draft-offer-page = Гость нажимает <b>{ button-take-offer }</b> под сообщением, и подарок ждёт на его карте. Сколько дней и сколько всего?
draft-offer-none = С этим сообщением взять нечего.
button-offer-days = { $days ->
    [0] Только в тот день
    [one] { $days } день
    [few] { $days } дня
    [many] { $days } дней
   *[other] { $days } дня
}
button-offer-limit = { $limit ->
    [0] Без предела
    [one] Всего { $limit }
    [few] Всего { $limit }
    [many] Всего { $limit }
   *[other] Всего { $limit }
}
button-offer-other-limit = Другое число
button-offer-item = Другие слова
button-offer-none = Без предложения

## For whom

draft-people-page = <b>Для кого?</b> Отметьте сколько угодно условий: должны выполняться все. Число показывает, сколько людей получится.
segment-word = { $word ->
    [new] новые ({ $bound } дн.)
    [here] были недавно ({ $bound } дн.)
    [slipping] отдаляются ({ $bound } дн.)
    [lost] потеряны (от { $bound } дн.)
    [never] ни разу не были
    [to_go] до награды один
    [regular] завсегдатаи (от { $bound })
    [birthday] день рождения в этом месяце
    [morning] утренние ({ $bound })
   *[lunch] обеденные ({ $bound })
}
segment-month = день рождения: { $month }
segment-language = язык: { $language }
segment-sign = пришли по { $name }
segment-location = из точки { $number }
# $range: such as "5 and more", "up to 3", "5 to 10".
segment-visits = визитов: { $range }
segment-spent = потратили: { $range }
segment-last-visit = дней с последнего визита: { $range }
segment-from = от { $least }
segment-to = до { $highest }
segment-between = от { $least } до { $highest }
segment-everybody = все
# $condition: as above; $people: how many.
button-segment = { $condition } · { $people }
button-segment-on = ✓ { $condition } · { $people }
# $condition: such as "visits: 5 and more".
button-segment-bound = ✓ { $condition }
button-segment-visits = Визиты…
button-segment-spent = Траты…
button-segment-last = Последний визит…
button-segment-save = Сохранить под именем
button-segment-saved = ★ { $name }
button-segment-forget = Удалить имя
toast-name-forgotten = Имя удалено. Получатели сообщений не изменились.
draft-ask-visits = Сколько визитов? Например: 5+, или 2-4, или -3, или 3: ровно три. Чтобы снять условие: 0
draft-ask-spent = Сколько потратили всего, в { $currency }? Например: 50+ или 20-100. Чтобы снять условие: 0
draft-ask-last = Сколько дней назад был последний визит? Например: 30+ или 14-60. Чтобы снять условие: 0
draft-ask-name = Под каким именем сохранить этих людей? Не больше { $longest } знаков.
draft-name-kept = Сохранено: <b>{ $name }</b>
draft-everybody-page = <b>Всем?</b> { $people ->
    [one] { $people } гость, получат: { $reached }
    [few] { $people } гостя, получат: { $reached }
    [many] { $people } гостей, получат: { $reached }
   *[other] { $people } гостя, получат: { $reached }
}.
draft-everybody-skipped = Не получат: { $skipped }
button-everybody-yes = Да, всем, кому можно

## What keeps a post from somebody. $count: how many.

obstacle = { $why ->
    [gone] удалены или перенесены: { $count }
    [frozen] карта заморожена: { $count }
    [no_telegram] без Telegram: { $count }
    [unreachable] недоступны: { $count }
    [no_consent] не соглашались на предложения: { $count }
    [muted] отключили: { $count }
    [asked] сегодня уже спрашивали о другом: { $count }
   *[cap] уже получили на этой неделе: { $count }
}

## Before it goes out

preflight-heading = <b>Выше: ровно так, как придёт.</b>
preflight-people = { $reached ->
    [0] Сейчас никто не получит
    [one] <b>{ $reached } человек</b>
    [few] <b>{ $reached } человека</b>
    [many] <b>{ $reached } человек</b>
   *[other] <b>{ $reached } человека</b>
}
# $language: of the version that they get.
preflight-language = { $language }: { $count }
preflight-language-about = { $language }: около { $count }
preflight-seconds = около { $seconds } с
preflight-minutes = { $minutes ->
    [one] около { $minutes } минуты
    [few] около { $minutes } минут
    [many] около { $minutes } минут
   *[other] около { $minutes } минуты
}
preflight-in-time = { $takes }; закончится до тихих часов
preflight-no-quiet = { $takes }
preflight-goes-on = всего { $takes }; раньше начнутся тихие часы, продолжение: { DATETIME($day, dateStyle: "full") }, { $time }
preflight-waits = Сейчас тихие часы: уйдёт { DATETIME($day, dateStyle: "full") }, { $time }, { $takes }
# $stars: such as "12.5".
preflight-price = Быстрее бесплатных 30 в секунду и за плату: до { $stars } Stars
preflight-weekly = Каждую неделю перед отправкой считается заново.
preflight-changed = Теперь получателей было бы { $reached }, а не { $before }. Ничего не отправлено: посмотрите и нажмите ещё раз.
preflight-nobody-picked = Для кого? Выберите в черновике, тогда здесь будет число.
preflight-asked-all = Их можно спросить в другой день, например завтра. Нажмите «{ button-draft-time }».
button-draft-send = Отправить: { $count }
# To the pilot; the rest waits for a word.
button-draft-send-first = Отправить сначала: { $count }
# $when: such as "Friday 16:00".
# $weekly: yes, and then $when is such as "пт 16:00".
button-draft-send-at = { $weekly ->
    [yes] По { $when }: отправлять
   *[no] { $when }: отправить
} { $count }
button-draft-send-first-at = { $weekly ->
    [yes] По { $when }
   *[no] { $when }
}: сначала { $count }
button-draft-to-me = Сначала мне
button-draft-time = Когда…
button-draft-share = Сначала проверить на части…
toast-draft-changed = С тех пор сообщение изменилось. Вот каким оно уйдёт сейчас.
toast-sent-to-me = Отправлено только вам
sample-says = Это только для просмотра: здесь ничего нельзя взять или отключить. Получатели возьмут предложение на карту или отключат ваши письма.
draft-sent = Уходит: смотрите ниже.

## When

draft-time-page = <b>Когда?</b> По часам вашего кафе, там сейчас { $time }.
button-time-now = Сразу, как отправлю
button-time-tomorrow = Завтра в 11:00
button-time-date = Другое время…
button-time-weekly = Каждую неделю…
draft-ask-time = Когда? Например: 28.11 16:00 или пятница 16:00
draft-ask-rhythm = В какой день недели, во сколько и до какого числа? Например: пятница 16:00 или пятница 16:00 до 31.12
# Words that people type, with commas between them; small letters.
typed-today = сегодня
typed-tomorrow = завтра
typed-until = до

## Trying it on some

draft-share-page = <b>Работает ли?</b> Сначала сообщение получают немногие, выбранные случайно, остальные ждут вашего слова.
draft-share-held-out = Кто намеренно не получит ничего, покажет, что даёт сообщение: их визиты сравниваются с визитами остальных. Того, что обещают ваши правила, это не касается.
# $choice: such as "Pilot: 10 %".
button-share-chosen = ✓ { $choice }
button-pilot = { $percent ->
    [0] Без пробы
    [one] Проба: { $percent } %
    [few] Проба: { $percent } %
    [many] Проба: { $percent } %
   *[other] Проба: { $percent } %
}
button-held-out = { $percent ->
    [0] Получат все
    [one] Без писем: { $percent } %
    [few] Без писем: { $percent } %
    [many] Без писем: { $percent } %
   *[other] Без писем: { $percent } %
}

## Refusals

error-not-a-post = { $kind ->
    [album] Картинка может быть одна: пришлите сообщение с одной из них. Черновик сохранён.
    [poll] Опрос нельзя разослать гостям. Задайте вопрос текстом.
    [sticker] Стикер не годится. Напишите текст, если хотите, с картинкой.
    [voice] Голос или музыка не годится. Напишите текст, если хотите, с картинкой.
    [video] Видео не годится. Напишите текст, если хотите, с одной картинкой.
    [file] Файл не годится. Пришлите картинку как фото, с текстом.
   *[other] Нужен текст, самое большее с одной картинкой. Напишите или перешлите его.
}
error-post-too-long = { $picture ->
    [yes] Длиннее на { $over }: под картинкой Telegram принимает { $most } знаков. Сократите или пришлите без картинки.
   *[no] Длиннее на { $over }: Telegram принимает { $most } знаков. Сократите и пришлите ещё раз.
}
error-no-room-for-offer = С этим предложением сообщение длиннее допустимого на { $over }: сократите текст сообщения или назовите предложение короче.
error-formatting-broken = Telegram не принимает такое оформление. Напишите заново, если нужно, простым текстом. Черновик сохранён.
# $link: such as "https://cafe.example/menu".
error-link-refused = Telegram не принимает ссылку кнопки: { $link }. Уберите кнопку и задайте её с другой ссылкой. Черновик сохранён.
error-draft-over = { $question ->
    [yes] Этот вопрос уже отправлен или выброшен. Его покажет или начнёт новый /question.
   *[no] Это сообщение уже отправлено или выброшено. Новое начинает /broadcast.
}
error-draft-of-another = { $question ->
    [yes] Этот вопрос пишет другой владелец. Ваш: /question.
   *[no] Это сообщение пишет другой владелец. Ваше: /broadcast.
}
error-last-version = Единственную версию убрать нельзя. Напишите её заново или выбросьте черновик.
error-link-unfit = Слова для кнопки, не больше { $longest } знаков, потом ссылка: http, https или tg. Например: Меню https://cafe.example
error-nobody-picked = Ещё не выбрано, для кого это. Сначала выберите в черновике.
error-nobody-to-reach = Из них сейчас никто не может это получить. Выберите других или другой день.
error-time-unreadable = Не вижу здесь даты и времени. Например: 28.11 16:00 или пятница 16:00
error-rhythm-unreadable = Не вижу здесь дня недели и времени. Например: пятница 16:00 или пятница 16:00 до 31.12
error-time-past = Это время уже прошло. Напишите то, что ещё впереди, например: пятница 16:00
error-time-skipped = В ту ночь часы перескакивают через { $time }. Выберите другое время.
error-time-quiet = С { $from } до { $until } я никому не пишу. Выберите другое время.
error-range-unreadable = Не вижу здесь чисел. Например: 5+, или 2-4, или -3, или 3: ровно три
