### Who works here: the owner's list, invites, removals, and what staff decide about themselves.

## The list

staff-list-heading = <b>Кто здесь работает</b>
# $tills: the tills at which they are on shift.
staff-list-line = { $name } · { $role ->
    [owner] владелец
    [manager] управляющий
   *[barista] бариста
}
staff-list-line-at = { $name } · { $role ->
    [owner] владелец
    [manager] управляющий
   *[barista] бариста
} · на кассе: { $tills }
staff-list-more = … и ещё { $count ->
    [one] { $count } человек
    [few] { $count } человека
    [many] { $count } человек
   *[other] { $count } человека
}
staff-list-tills = <b>Кассы</b>
staff-list-till = { $till } · { $name }, до { $time }
staff-list-till-empty = { $till } · на смене никого
staff-list-chat = Рабочий чат: <b>{ $title }</b>
staff-list-no-chat = Рабочего чата пока нет, его создаёт /staffchat.
button-invite-barista = Пригласить бариста
button-invite-manager = Пригласить управляющего
button-pick-people = Выбрать людей
button-add-till = Добавить кассу

## One of them

staff-member-how = Это имя гости видят в квитанциях. Каждый задаёт своё командой /name.
button-make-manager = Сделать управляющим
button-make-barista = Сделать бариста
button-remove-staff = Убрать из команды
staff-remove-ask = Убрать из команды: <b>{ $name }</b>? Кнопки перестанут работать сразу; коды, приглашения и открытые визиты закончатся. Собственная карта, как у гостя, останется.
button-remove-yes = Да, убрать
button-remove-no = Нет
toast-staff-removed = Больше не в команде: { $name }
toast-now-manager = Теперь управляющий: { $name }
toast-now-barista = Теперь бариста: { $name }
till-remove-ask = Убрать кассу <b>{ $till }</b>? Её кнопки перестанут работать сразу.
button-till-rename = Переименовать
button-till-end = Закончить смену
button-till-remove = Убрать кассу
till-name-ask = { $most ->
    [one] Как называется касса? Пришлите название, до { $most } знака. /cancel оставит как есть.
    [few] Как называется касса? Пришлите название, до { $most } знаков. /cancel оставит как есть.
    [many] Как называется касса? Пришлите название, до { $most } знаков. /cancel оставит как есть.
   *[other] Как называется касса? Пришлите название, до { $most } знака. /cancel оставит как есть.
}
till-name-placeholder = Название кассы
till-name-done = Теперь касса называется <b>{ $till }</b>.
toast-till-removed = Касса убрана

## Invites

invite-link-manager =
    Отправьте эту ссылку новому управляющему или дайте отсканировать картинку:
    { $link }
    { $hours ->
        [one] Она для одного человека и действует { $hours } час.
        [few] Она для одного человека и действует { $hours } часа.
        [many] Она для одного человека и действует { $hours } часов.
       *[other] Она для одного человека и действует { $hours } часа.
    } Прежде чем кого-то впустить, я спрошу вас.
invite-link-till =
    Откройте эту ссылку на телефоне или планшете, который останется у стойки, или отсканируйте им картинку:
    { $link }
    { $hours ->
        [one] Она для одного аккаунта и действует { $hours } час.
        [few] Она для одного аккаунта и действует { $hours } часа.
        [many] Она для одного аккаунта и действует { $hours } часов.
       *[other] Она для одного аккаунта и действует { $hours } часа.
    } Прежде чем он станет кассой, я спрошу вас.
pick-ask = Нажмите кнопку внизу и выберите людей, не больше { $most }. Первым написать я не могу: для каждого вы получите ссылку, которую надо переслать.
button-pick-now = Выбрать людей
pick-over = Перешлите каждому его ссылку. Когда он придёт, я спрошу вас ещё раз.
invite-for-one =
    Для кого: <b>{ $name }</b>. По этой ссылке начинается работа за нашей стойкой.
    { $link }
    { $hours ->
        [one] Она только для { $name } и действует { $hours } час.
        [few] Она только для { $name } и действует { $hours } часа.
        [many] Она только для { $name } и действует { $hours } часов.
       *[other] Она только для { $name } и действует { $hours } часа.
    }
invite-known = Уже в команде: <b>{ $name }</b>.
invite-came-till = Приглашение открыто: <b>{ $name }</b>. Этот аккаунт станет кассой, общим телефоном у стойки. Впустить?
invite-accepted-till = <b>{ $name }</b> теперь касса.
staff-waiting-till = Спасибо. Владелец решает, станет ли этот аккаунт кассой; я напишу сюда, когда будет ответ.

## What somebody is told about their own work

notice-role = Владелец изменил вашу роль, теперь она: { $role ->
    [owner] владелец
    [manager] управляющий
   *[barista] бариста
}.
notice-removed = Вы больше не в команде. Кнопки внизу — для вашей собственной карты, и всё, что на ней есть, на месте.
# The owners read it.
notice-left = Больше не в команде, по собственному желанию: <b>{ $name }</b>.
staff-screen-over = Это сообщение было для команды.
departure-asked = Больше нет в рабочем чате: <b>{ $name }</b>. Этот человек ещё работает здесь?
departure-kept = <b>{ $name }</b> больше не в рабочем чате, но работает здесь.
departure-removed = <b>{ $name }</b> больше не в рабочем чате и здесь больше не работает.
button-departure-remove = Убрать
button-departure-keep = Оставить
toast-departure-kept = { $name } остаётся в команде
leave-ask = Больше не работать здесь? Кнопки для стойки исчезнут сразу. Вернуть вас может только владелец.
button-leave-yes = Да, ухожу
button-leave-no = Нет, остаюсь
leave-stayed = Хорошо. Ничего не изменилось.
name-ask = { $most ->
    [one] Какое имя увидят гости? Сейчас это <b>{ $name }</b>. Пришлите имя, до { $most } буквы. /cancel оставит как есть.
    [few] Какое имя увидят гости? Сейчас это <b>{ $name }</b>. Пришлите имя, до { $most } букв. /cancel оставит как есть.
    [many] Какое имя увидят гости? Сейчас это <b>{ $name }</b>. Пришлите имя, до { $most } букв. /cancel оставит как есть.
   *[other] Какое имя увидят гости? Сейчас это <b>{ $name }</b>. Пришлите имя, до { $most } буквы. /cancel оставит как есть.
}
name-placeholder = Ваше имя для гостей
name-only-text = { $most ->
    [one] Мне нужно имя текстом, с буквами, до { $most } знака. Пришлите его или /cancel.
    [few] Мне нужно имя текстом, с буквами, до { $most } знаков. Пришлите его или /cancel.
    [many] Мне нужно имя текстом, с буквами, до { $most } знаков. Пришлите его или /cancel.
   *[other] Мне нужно имя текстом, с буквами, до { $most } знака. Пришлите его или /cancel.
}
name-done = Теперь гости видят имя <b>{ $name }</b>.
staff-how-own = /name меняет имя, которое видят гости, /pin задаёт PIN для касс, /leave заканчивает вашу работу здесь.
staff-how-staff = /staff показывает, кто здесь работает, приглашает и убирает.

## Undo last

button-queue = Очередь
button-undo-last = Отменить последнее
undo-last-visit = Отменено: { $stamps ->
    [one] { $stamps } штамп
    [few] { $stamps } штампа
    [many] { $stamps } штампов
   *[other] { $stamps } штампа
}, { $pair }. { $progress }.
undo-last-reward = Возвращено на карту: { $item }, { $pair }.

## Refusals

error-invite-for-another = Эта ссылка сделана для другого человека. Попросите у владельца свою.
error-already-till = Этот аккаунт — касса. Откройте ссылку на своём телефоне.
error-not-till = Этот аккаунт не касса. Кассу добавляет владелец: /staff.
error-own-phone = Это личное: сделайте это в своём чате со мной, не на кассе.
error-staff-gone = Этот человек здесь больше не работает. Ничего не изменилось.
error-till-gone = Эту кассу убрали. Остальные показывает /staff.
error-last-owner = Кафе нужен владелец, а этот последний. Сначала сделайте владельцем другого: ссылку даст python -m bot owner-link на компьютере.
error-name-unfit = { $most ->
    [one] В имени нужны буквы, и не больше { $most } знака. Пришлите другое.
    [few] В имени нужны буквы, и не больше { $most } знаков. Пришлите другое.
    [many] В имени нужны буквы, и не больше { $most } знаков. Пришлите другое.
   *[other] В имени нужны буквы, и не больше { $most } знака. Пришлите другое.
}
error-nothing-to-undo = За последние десять минут вашего здесь нечего отменить. Ничего не изменилось.
error-not-by-undo = Ваше последнее действие, № { $number }, не визит, и эта кнопка его не отменяет. Поправить карту может менеджер: /adjust { $number }. Ничего не изменилось.
error-not-by-undo-manager = Ваше последнее действие, № { $number }, не визит, и эта кнопка его не отменяет. Поправить карту можете вы: /adjust { $number }. Ничего не изменилось.
error-customer-forgotten = Последний гость, которого вы обслужили, стёр все свои данные, отменять больше нечего. Чтобы отменить визит до него, нажмите кнопку на карточке того визита.
