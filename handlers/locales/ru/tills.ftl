### Tills: a shared phone at the counter, who is on shift at it, and the PIN that a shift may ask for.

till-greeting = Это касса <b>{ $till }</b> в <b>{ $cafe }</b>.
till-how = Сканируйте QR гостя, присылайте шесть цифр или работайте с очередью, как на своём телефоне. Всё идёт под именем того, кто на смене.
till-on-shift = На смене: <b>{ $name }</b>, до { $time }. Кто-то другой? Нажмите своё имя.
till-nobody = На смене никого. Нажмите своё имя.
# On the keyboard, alone in its row.
button-on-shift = Кто на смене
button-end-shift = Закончить смену
toast-on-shift = На смене: { $name }
toast-shift-ended = Смена закончена
# Digits are tapped, not typed: others read the screen. $typed of $most.
pin-ask = <b>{ $name }</b>, ваш PIN: набрано цифр { $typed } из { $most }.
own-pin-ask = Выберите PIN для касс, цифр: { $most }. Пока: <code>{ $digits }</code>
own-pin-how = Цифры нажимайте, не пишите: написанное остаётся в чате. Без PIN достаточно нажать своё имя.
button-pin-erase = Стереть
button-pin-clear = Убрать мой PIN
pin-done = PIN задан: кассы будут его спрашивать. Сменить или убрать — /pin.
pin-cleared = PIN убран: кассы его не спрашивают.
notice-till-accepted = Владелец сделал этот аккаунт кассой <b>{ $till }</b>. Нажмите внизу <b>{ button-on-shift }</b>, затем своё имя.
notice-till-removed = Этот аккаунт больше не касса.
error-wrong-pin = { $left ->
    [0] Неверный PIN. Это была последняя попытка: подождите десять минут.
    [one] Неверный PIN. Осталась { $left } попытка.
    [few] Неверный PIN. Осталось { $left } попытки.
    [many] Неверный PIN. Осталось { $left } попыток.
   *[other] Неверный PIN. Осталось { $left } попытки.
}
error-pin-paused = Пять неверных PIN за десять минут: пауза до десяти минут. Смену может взять кто-то другой.
error-pin-locked = Сегодня слишком много неверных PIN: этот закрыт до конца дня. Его хозяин может убрать его командой /pin в своём чате со мной.
notice-pin-guessed = Сегодня для <b>{ $name }</b> набрано неверных PIN: { $wrong }, последний — на кассе <b>{ $till }</b>. До конца дня ни одна касса этот PIN не примет. Его хозяин может убрать его командой /pin. Если это не <b>{ $name }</b>, спросите, кто там стоял.
