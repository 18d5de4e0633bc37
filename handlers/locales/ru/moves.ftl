### Карта переходит к другому аккаунту: квитанции и вопрос управляющему.

## Что перешло

moved-stamps = { $count ->
    [one] { $count } штамп
    [few] { $count } штампа
    [many] { $count } штампов
   *[other] { $count } штампа
}
moved-rewards = { $count ->
    [one] { $count } награда
    [few] { $count } награды
    [many] { $count } наград
   *[other] { $count } награды
}
moved-nothing = пустая карта
receipt-moved = № { $number } · с вашей другой карты: { $moved } · { $progress }
receipt-moved-away = № { $number } · на другую карту: { $moved } · { $progress }
receipt-moved-away-why = Перенос: { $by }. Если это ошибка, скажите у стойки.
receipt-moved-why = Перенос сделан за вас: { $by }.
staff-line-moved = № { $number } · с другой карты: { $moved }
staff-line-moved-away = № { $number } · на другую карту: { $moved }
staff-moved = Всё это теперь на другой карте.
correction-card-moved = № { $number } · <b>{ $name }</b> · сюда перенесена карта потерянного аккаунта: { $moved } · { $by }. Карта: { $progress }.

## /move

move-how = Для потерянного аккаунта: <code>/move 123 456 телефон украли</code>. Первый номер с квитанции старого аккаунта, второй с квитанции нового, потом причина. Квитанция нового приходит с первой покупкой.
move-ask = <b>Перенести карту?</b>
move-from = Откуда: <b>{ $name }</b> · { $card }
move-to = Куда: <b>{ $name }</b> · { $card }
move-what-happens = Перейдёт всё, старый аккаунт больше не узнаётся. Отменить нельзя. Владельцы это увидят.
button-move-yes = Да, перенести
button-move-no = Нет
toast-moved = Перенесено
toast-moved-before = Это уже перенесли раньше
toast-move-kept = Ничего не перенесено
move-kept = Ничего не перенесено.

## Отказы

error-card-moved-away = Всё с той карты теперь на другой, поправить можно только её: /adjust с тем же номером и причиной.
error-same-card = Обе квитанции с одной карты. Первая нужна со старого аккаунта, вторая с нового.
