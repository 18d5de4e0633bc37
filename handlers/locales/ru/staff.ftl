### What baristas read. Text and emoji only, complete when read aloud.

## Welcome

# $name: the staff member's; $role: barista, manager or owner.
staff-greeting = Здравствуйте, { $name }. Ваша роль в <b>{ $cafe }</b>: { $role ->
    [owner] владелец
    [manager] управляющий
   *[barista] бариста
}.
staff-how =
    Чтобы поставить штамп: кто нажал <b>{ button-stamp-me }</b>, тот виден под кнопкой <b>{ button-queue }</b>, и хватит одного нажатия.
    Или наведите камеру телефона на QR гостя, или пришлите мне его фото либо шесть цифр, например <code>418 302</code>.
    <code>418302 +2</code> ставит сразу два. В группе пишите /confirm 418302.
staff-how-bill = Открытой карте счёт можно прислать без цифр: просто <code>{ $example }</code>; в рабочем чате ответьте суммой на карту.
staff-how-owner = /invite приводит нового бариста, /setup показывает и меняет правила вашей карты, /campaigns показывает, что разослано и что уходит само, /voice — что говорят о вас гости; /question задаёт им ваш собственный вопрос.
staff-how-day = /today показывает день на одной странице, с тем, что прошло с пометкой; /close закрывает день.
staff-how-chat = /staffchat делает группу рабочим чатом: там для всех очередь и письма гостей.
staff-own-card = <b>{ button-my-card }</b> внизу — ваша собственная карта, на выходной.
staff-waiting = Спасибо. Владелец решает, впустить ли вас; я напишу, когда будет ответ.
confirm-how = Добавьте шесть цифр: /confirm 418302 или /confirm 418302 +2.
confirm-moved = Карта в нашем с вами личном чате.
hint-staff-digits = Чтобы открыть карту гостя, пришлите шесть цифр или отсканируйте QR. Остальное — /help.
hint-staff-help = С этим я ничего не могу сделать. Код — это шесть цифр, например <code>418 302</code>; /help перечислит, что я умею.

## The staff card

staff-card-heading = { $pair } · <b>{ $name }</b>
staff-card-heading-nameless = <b>{ $name }</b>
guest = гость
staff-progress = <b>{ $progress }</b>
staff-rewards = Награды: { $rewards }
staff-picked = Хочет сейчас: <b>{ $item }</b>
staff-asked = Спросили гостя, выдать ли: { $item }
staff-answer-no = Гость ответил «нет»: { $item }.
staff-undo-blocked = Отмена закрыта: награда за этот визит уже выдана.
staff-declined = Не сейчас: отложено ({ $by }), ничего не начислено.
staff-expired = Время вышло: ничего не начислено. Попросите новый код.
staff-undone = Отменено: { $by }.
staff-filled = { $rewards ->
    [1] Карта полная: { $item }
    [one] Карты полные: { $item } × { $rewards }
    [few] Карты полные: { $item } × { $rewards }
    [many] Карты полные: { $item } × { $rewards }
   *[other] Карты полные: { $item } × { $rewards }
}, { $when ->
    [now] можно выдать сейчас.
   *[next] со следующего визита.
}

# One line for each thing done in the visit. $number: the receipt's number; $by: who did it.
staff-line-stamps = № { $number } · +{ $added } · { $by }
staff-line-undone = № { $number } · −{ $removed }, отменено · { $by }
staff-line-handed-over = № { $number } · { $item }: выдано · { $by }
staff-line-handover-undone = № { $number } · { $item }: выдача отменена · { $by }

## Buttons: 18 characters where two share a row, 32 alone.

# $pair: emoji and number, so that the thumb can't hit the wrong card.
button-plus-one = +1 · { $pair }
button-plus = +{ $stamps }
button-hand-over = Выдать: { $item }
button-not-now = Не сейчас
button-undo = Отменить
# A visit of more than one stamp: it takes all of them.
button-undo-all = Отменить все { $stamps }
button-make-it-two = Сделать 2
button-add = Добавить к этому визиту
button-back = Назад
button-undo-handover = Отменить: { $item }

## Toasts: what one says aloud

toast-somebody-first = Раньше вас: { $by }. { $progress }
toast-filled = { $rewards ->
    [1] Карта полная: { $item }
    [one] Карты полные: { $item } × { $rewards }
    [few] Карты полные: { $item } × { $rewards }
    [many] Карты полные: { $item } × { $rewards }
   *[other] Карты полные: { $item } × { $rewards }
}. { $progress }
toast-declined = Отложено, ничего не начислено
toast-undone = Отменено: { $progress }
toast-asked = Спросили гостя: { $item }?
toast-handed-over = Выдано: { $item }
toast-handover-undone = Выдача отменена. { $progress }
