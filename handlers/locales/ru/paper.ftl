### Бумажные карты: что на них стоит, что с ними делает персонал и как они попадают в Telegram.

## На карте: просто, без эмодзи, коротко

papercard-title = Карта штампов
papercard-how = Покажите карту у стойки или назовите её номер.
papercard-move = Есть Telegram? Сканируйте код, и штампы перейдут туда.

## Персонал: сделать, найти, заменить, заблокировать

papercard-printed = Бумажная карта <b>{ $numbers }</b>. Печатайте в масштабе 100 % и режьте по линиям. Код с карты нигде не хранится: если файл потеряется, замените карту.
papercard-print-failed = Файл не дошёл до Telegram. Отправьте /paper с номером и нажмите «{ button-paper-reprint }»: { $numbers }
papercards-in-use = Этими картами уже пользуются, поэтому ничего не напечатано. Найти их — /papers; «{ button-paper-replace }» напечатает новую.
papercard-heading = <b>Бумажная карта { $number }</b>
papercard-heading-named = <b>{ $name }</b> · бумажная карта { $number }
papercard-standing = { $parts }
papercard-active = Сделана { DATETIME($day, dateStyle: "medium") }, { $by }. { $used ->
    [yes] Используется.
   *[no] Ещё не использовалась.
}
papercard-blocked = ⛔ Заблокирована { DATETIME($day, dateStyle: "medium") } в { $time }, { $by }. Замена даст гостю новую карту со всем, что здесь есть.
papercard-replaced = Заменена { DATETIME($day, dateStyle: "medium") } в { $time }, { $by }. Всё это теперь на новой карте.
papercard-moved = Перешла в Telegram гостя { DATETIME($day, dateStyle: "medium") } в { $time }.
button-paper = Бумажная карта
button-paper-replace = Заменить
button-paper-reprint = Напечатать ещё раз
button-paper-block = Заблокировать
paper-ask = «Заменить» печатает этому гостю новую карту. Потерянную заблокируйте.
staff-paper-expired = Время вышло: ничего не начислено. Сканируйте карту ещё раз.
staff-paper-blocked = ⛔ Эта бумажная карта заблокирована.
toast-paper-replaced = Заменена. Новая карта уже в пути
toast-paper-reprinted = Отправляем; прежний код больше не действует
toast-paper-blocked = Заблокирована: по ней ничего нельзя получить
button-paper-forget = Забыть гостя
button-paper-forget-yes = Да, стереть
paper-forget-ask = Стереть того, для кого сделана эта карта? Имя и карта исчезнут со всем, что на ней. Отменить нельзя.
paper-forgotten = Стёрто. По этой карте больше ничего нет.
# To the owners. $before: the number that was replaced.
notice-paper-renewed = { $how ->
    [again] <b>{ $by }</b>: бумажная карта { $number } напечатана ещё раз, со всем, что на ней есть.
   *[replaced] <b>{ $by }</b>: бумажная карта { $before } заменена на { $number }, со всем, что на ней было.
} Если гость об этом не просил: /paper { $number } и заблокируйте её.
papers-heading = <b>Бумажные карты</b>, сначала новые. По имени ищу так: <code>/papers Ольга</code>.
papers-none = Бумажных карт пока нет. /paper сделает первую.
papers-none-named = На это имя карт не делали. /papers покажет последние.
papers-blocked = заблокирована

## Кто открывает ссылку карты

papercard-offer = Это бумажная карта <b>{ $number }</b>, { $cafe }.
papercard-offer-ask = Перенести эту карту и всё, что на ней, в ваш Telegram? Бумажная после этого не действует.
button-paper-move = Да, перенести
button-paper-keep = Нет, оставить на бумаге
papercard-yours = Всё с этой бумажной карты уже на вашей карте здесь. Нажмите <b>{ button-my-card }</b>, чтобы посмотреть.
papercard-kept = Ничего не изменилось: бумажная карта действует как раньше.
papercard-is-here = Готово: всё с бумажной карты теперь здесь. Бумажную можно выбросить.
papercard-welcome = Добро пожаловать, { $cafe }. У стойки нажмите <b>{ button-stamp-me }</b> и покажите экран.

## Отказы

error-number-mistyped = Номер не сходится: цифра неверна, пропущена или лишняя. Посмотрите на карту и введите её восемь цифр ещё раз.
error-paper-in-use = Этой картой уже пользуются, её код остаётся прежним. Для новой нажмите «{ button-paper-replace }».
error-unknown-paper = Такой бумажной карты я не знаю. Сканируйте её ещё раз или найдите через /papers.
error-paper-blocked = Бумажная карта заблокирована { DATETIME($day, dateStyle: "medium") }, { $by }. Новую сделают у стойки.
# To staff. $number: of the card.
error-paper-blocked-staff = Бумажная карта заблокирована { DATETIME($day, dateStyle: "medium") }, { $by }. Чтобы сделать новую со всем, что на ней есть: /paper { $number }, потом { button-paper-replace }.
error-paper-replaced = Эту бумажную карту заменили новой. Пользуйтесь новой.
error-paper-replaced-by = Эту бумажную карту заменили на { $number }. Пользуйтесь ею.
error-paper-moved = Всё с этой карты перешло в Telegram { DATETIME($day, dateStyle: "medium") } в { $time }. Теперь штампы копятся там.
error-paper-redeemed = По бумажной карте можно получить что-то раз в день, и сегодня это уже было. Завтра снова, а с Telegram сразу: сканируйте карту.
error-own-paper = Кто здесь работает или сделал эту карту, не может перенести её себе. Владелец это тоже видит.
error-too-many-papers = На лист помещается карт: { $most }. Отправьте /paper с числом от 1 до { $most }, сколько угодно раз.
