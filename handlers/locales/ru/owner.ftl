### What owners read.

## Staff

invite-link =
    Отправьте эту ссылку новому бариста или дайте отсканировать картинку:
    { $link }
    { $hours ->
        [one] Она для одного человека и действует { $hours } час.
        [few] Она для одного человека и действует { $hours } часа.
        [many] Она для одного человека и действует { $hours } часов.
       *[other] Она для одного человека и действует { $hours } часа.
    } Прежде чем кого-то впустить, я спрошу вас.
invite-picture = Приглашение картинкой.
invite-came = Приглашение открыто: <b>{ $name }</b>. Роль: { $role ->
    [owner] владелец
    [manager] управляющий
   *[barista] бариста
}. Впустить?
invite-accepted = <b>{ $name }</b> теперь в команде. Роль: { $role ->
    [owner] владелец
    [manager] управляющий
   *[barista] бариста
}.
invite-refused = Вы не впустили: <b>{ $name }</b>. Ссылка больше не действует.
invite-void = Это приглашение больше не действует.
somebody = кто-то
button-invite-accept = Да, впустить
button-invite-refuse = Нет
toast-invite-accepted = Теперь в команде
toast-invite-refused = Не впустили
# To the person who came.
notice-accepted = Владелец вас впустил. Добро пожаловать.
notice-refused = Владелец вас не впустил. Если это ошибка, попросите новую ссылку.

## Questions

cancelled = Оставлено как было.
cancel-nothing = Отменять нечего.

## The bot speaks of itself

# $name: who came. The other owners read it.
notice-owner-added = По ссылке владельца пришёл новый владелец: <b>{ $name }</b>. Это не вы и не тот, кого вы просили? Тогда проверьте, у кого есть доступ к компьютеру, на котором работает бот.
notice-given-up = Одно сообщение не удалось обработать после нескольких попыток. С карт ничего не пропало; в журнале это <code>{ $reference }</code>.
notice-paused = Telegram попросил подождать до { $time }. Ничего не пропало; дальше я справлюсь без вас.
