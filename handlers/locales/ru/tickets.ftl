### Unhappy customers: who takes care of them, what they are told, and the list of all.
### ticket = обращение · complaint = жалоба. No past tense after a name.

command-tickets = Недовольные гости
staff-how-tickets = /tickets — недовольные гости: низкие оценки и сообщения, которые оказались жалобами. Их видят только управляющие и владельцы; ответ на обращение дойдёт до гостя.

## What the customer reads

letter-managers = Передано управляющим: они этим занимаются.
letter-managers-too = Это тоже у управляющих.
button-complaint = Это жалоба
toast-complained = { $passed ->
    [yes] Теперь это у управляющих, и больше ни у кого. Вам ответят здесь
   *[no] Пока некому этим заняться. Загляните к нам
}
put-right-asked = Кафе «{ $cafe }» считает вопрос, который вас огорчил, закрытым. Удалось всё исправить?
button-put-right-yes = Да
button-put-right-no = Нет
put-right-thanks = { $agreed ->
    [yes] Ваш ответ: да, всё исправлено. Спасибо.
   *[no] Ваш ответ: нет, не исправлено. Об этом узнали.
}
toast-put-right = { $agreed ->
    [yes] Спасибо
   *[no] Об этом узнали
}

## A letter that is a complaint

button-mark-complaint = Жалоба
toast-complaint = { $passed ->
    [yes] Теперь это у управляющих, ответят они
   *[no] Нет управляющего, который мог бы этим заняться
}
letter-with-managers = <i>Жалоба: она у управляющих, ответят они.</i>
letter-of-ticket = <i>Относится к обращению { $number }.</i>
letter-corrected = <i>Гость поставил другую оценку. Делать ничего не нужно.</i>

## A ticket, for managers and owners

ticket-heading = { $cause ->
    [detractor] <b>Недовольный гость</b> · обращение { $number }
    [aspect] <b>Что-то было не так</b> · обращение { $number }
   *[complaint] <b>Жалоба</b> · обращение { $number }
}
ticket-customer = Гость: { $name }
ticket-score = Готовность рекомендовать кафе: { $score } из { $most }
ticket-aspect = { $aspect }: { $score } из { $most }
ticket-visit = Визит: { DATETIME($day, dateStyle: "medium") }, { $time }, за стойкой { $by }
ticket-visit-before = Последний визит до этого: { DATETIME($day, dateStyle: "medium") }, { $time }, за стойкой { $by }
ticket-stamps = { $stamps ->
    [one] { $stamps } штамп
    [few] { $stamps } штампа
    [many] { $stamps } штампов
   *[other] { $stamps } штампа
}
# What they said stands behind it.
ticket-said = <b>{ $by }</b>:
ticket-said-lost = <b>{ $by }</b> (не доставлено, бот заблокирован):
ticket-open = Пока этим никто не занимается.
ticket-open-again = Сейчас этим никто не занимается.
ticket-closed-before = { $outcome ->
    [put_right] Обращение уже закрывали: исправлено. Кто закрыл: { $by }.
   *[not_put_right] Обращение уже закрывали: не исправлено. Кто закрыл: { $by }.
}
ticket-wrote-again = Гость написал снова.
ticket-taken = Этим занимается { $by }.
ticket-closed = { $outcome ->
    [put_right] Исправлено. Закрыто: { $by }.
    [not_put_right] Не исправлено. Закрыто: { $by }.
   *[corrected] Гость поставил другую оценку. Делать ничего не нужно.
}
ticket-former = Гость просит его забыть: отправить ему уже ничего нельзя, и делать ничего не нужно.
ticket-apologised = С извинением сделан подарок, он есть в квитанциях гостя.
ticket-apologised-by = С извинением сделан подарок, он есть в квитанциях гостя. Кто подарил: { $by }.
ticket-apologised-lately = Подарок с извинением по обращению { $number } сделан { DATETIME($given, dateStyle: "medium") } Следующий можно сделать не раньше { DATETIME($again, dateStyle: "medium") }
ticket-apology-held = Подарок с извинением по обращению { $number } сделан { DATETIME($given, dateStyle: "medium") } Он ещё на карте гостя: пока гость его не получил, следующего нет.
ticket-other = У гостя есть ещё одно открытое обращение: { $number }.
ticket-asked = Гостя спросили, исправлено ли это.
ticket-asked-later = Исправлено ли это, гостя спросят позже: днём и не вместе с другим вопросом.
ticket-agreed = { $agreed ->
    [yes] Гость говорит: исправлено.
   *[no] Гость говорит: не исправлено.
}
ticket-waits = <b>Гость ждёт уже сутки, ответа ещё не было.</b>
ticket-unreachable = Гость заблокировал бота: сообщения сейчас не доходят.
ticket-how = <i>Ответьте на это сообщение, и ответ уйдёт гостю.</i>
ticket-passed-after-close = Обращение уже закрыто. Ответ всё равно передан гостю.
button-ticket-take = Займусь этим
button-apologise = Извиниться: { $item }
button-put-right = Исправлено
button-not-put-right = Не исправлено
button-ticket-reopen = Заняться снова
toast-ticket-taken = { $mine ->
    [yes] Вы этим занимаетесь
   *[no] Этим занимается { $by }
}
toast-apologised = На карте гостя: { $item }. Сообщение ему ушло
toast-apologised-untold = На карте гостя: { $item }. Сообщить об этом сейчас нельзя: бот заблокирован
toast-apologised-before = Это уже подарено: { $item }
# $asked: whether they are asked now, later or not.
toast-ticket-closed = { $asked ->
    [now] Закрыто. Гостя спросят, исправлено ли это
    [later] Закрыто. Гостя спросят позже, исправлено ли это
   *[not] Закрыто
}

## The list

tickets-heading = <b>Недовольные гости</b>
# $taken: somebody takes care of them.
tickets-waiting = { $waiting ->
    [0] Никто не ждёт
    [one] Ждёт { $waiting } гость
    [few] Ждут { $waiting } гостя
    [many] Ждут { $waiting } гостей
   *[other] Ждут { $waiting } гостя
}, { $taken ->
    [0] в работе ничего нет.
    [one] в работе { $taken } обращение.
    [few] в работе { $taken } обращения.
    [many] в работе { $taken } обращений.
   *[other] в работе { $taken } обращения.
}
tickets-none = Никто ничего не ждёт.
tickets-apologies = { $given ->
    [0] Подарков с извинением в этом месяце не было, можно до { $most }.
    [one] С извинением в этом месяце сделан { $given } подарок, можно до { $most }.
    [few] С извинением в этом месяце сделано { $given } подарка, можно до { $most }.
    [many] С извинением в этом месяце сделано { $given } подарков, можно до { $most }.
   *[other] С извинением в этом месяце сделано { $given } подарка, можно до { $most }.
}
tickets-apologies-points = Гости копят только баллы: полной карты нет, и дарить с извинением нечего.
tickets-apologies-by = { $by }: { $given }
tickets-apologies-how = Не больше стольких в месяц:
button-apologies-on = ✓ { $most }
# $age: since the customer waits; $by: who takes care of it.
button-ticket-open = { $state ->
    [open] ● { $name } · { $age }
    [taken] ○ { $name } · { $age } · { $by }
   *[closed] ✓ { $name } · { $age }
}
ticket-age-hours = { $hours } ч
ticket-age-days = { $days } дн.
button-tickets-further = Дальше
rule-apologies-a-month = подарков с извинением в месяц

## Refusals

error-ticket-taken = Этим занимается { $by }. Договоритесь или возьмите другое обращение: /tickets
error-ticket-over = Это уже закончено, делать ничего не нужно. Что открыто: /tickets
error-ticket-closed = Это уже закрыто: { $by }. Что открыто: /tickets
error-ticket-over-unsent = Ничего не отправлено: это уже закончено. Что открыто: /tickets
error-ticket-closed-unsent = Ничего не отправлено. Это уже закрыто: { $by }. Что открыто: /tickets
error-own-ticket = Здесь речь о вас как о госте. Этим должен заняться кто-то другой.
error-is-complaint = Это жалоба: управляющие отвечают на неё в своих чатах. Здесь делать ничего не нужно.
error-apologies-used-up = Подарки этого месяца ({ $most }) уже сделаны. Следующий можно сделать { DATETIME($again, dateStyle: "medium") }; владелец может разрешить больше в /tickets.
error-apologies-used-up-owner = Подарки этого месяца ({ $most }) уже сделаны. Следующий можно сделать { DATETIME($again, dateStyle: "medium") } или разрешить больше в /tickets.
error-apologised-lately = Гостю уже сделан подарок с извинением, обращение { $number }. Ответить словами можно всегда, а следующий подарок сделать не раньше { DATETIME($again, dateStyle: "medium") }
error-apology-held = Подарок с извинением по обращению { $number } ещё на карте гостя. Следующий можно сделать, когда гость его получит. Ответить словами можно всегда.
error-no-apologies = { $points ->
    [yes] Гости копят здесь только баллы: дарить с извинением нечего. Ответить словами можно всегда.
   *[no] Подарки с извинением здесь выключены. Владелец может разрешить их в /tickets; ответить словами можно всегда.
}
error-no-apologies-owner = Подарки с извинением выключены. Разрешить их можно в /tickets; ответить словами можно всегда.
error-not-your-question = Об этом спрашивали другого гостя, или это было давно. Просто напишите кафе здесь.

## /mydata

mydata-tickets = ЖАЛОБЫ И НИЗКИЕ ОЦЕНКИ
mydata-ticket = { $at } · { $cause ->
    [detractor] готовность рекомендовать кафе
    [aspect] одна сторона визита
   *[complaint] жалоба
}: { $state ->
    [open] пока никто не занимается
    [taken] этим занимаются
    [put_right] закрыто как исправленное
    [not_put_right] закрыто как неисправленное
   *[closed] закрыто
}{ $agreed ->
    [yes] , ваш ответ: исправлено
    [no] , ваш ответ: не исправлено
   *[nothing] {""}
}
