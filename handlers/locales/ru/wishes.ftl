### What the cafe may send: questions under receipts, the page of it, muting, the birthday.

## Under a receipt; two buttons share a row, so at most 18 characters each.

question-birthday = Можно поздравить вас с днём рождения? Хватит дня и месяца. Сотрудники их не видят, а удалить дату можно в любой момент.
button-birthday-tell = Назвать дату
button-birthday-skip = Не сейчас
question-birthday-skipped = Хорошо, без даты. Если захотите назвать её позже: /messages
question-offers = Можно иногда присылать вам предложения? Не ночью, и отказаться можно одним нажатием.
button-offers-yes = Да, присылайте
button-offers-no = Нет, спасибо
question-offers-agreed = Будем присылать предложения. Отказаться можно одним нажатием под каждым из них или здесь: /messages
question-offers-refused = Хорошо, без предложений. Если захотите их получать: /messages

## /messages: what you may send me

wishes-heading = <b>Что вам может присылать { $cafe }</b>
# $on: yes or no. $posts: at most so many within seven days.
wishes-offers = Предложения: { $on ->
    [yes] да, не чаще { $posts } в неделю и не ночью.
   *[no] нет.
}
# $day: such as 12 March.
wishes-birthday = День рождения, { $day }: { $on ->
    [yes] можем поздравить.
   *[no] не поздравляем.
} Сотрудники дату не видят.
wishes-no-birthday = День рождения: дату мы не знаем и не поздравляем.
wishes-always = Квитанции и напоминания, что награда скоро сгорит, приходят всегда: они относятся к вашей карте.
button-wishes = Что мне можно присылать
button-wish-offers-on = Присылать предложения
button-wish-offers-off = Без предложений
button-wish-birthday-on = Поздравлять меня
button-wish-birthday-off = Не поздравлять
button-wishes-tell-birthday = Назвать день рождения
button-birthday-change = Изменить дату
button-birthday-delete = Удалить дату

## Muting from a message. At most 200 characters.

toast-muted = { $purpose ->
    [birthday] Поздравлений больше не будет.
    [surveys] Вопросов больше не будет.
   *[offers] Предложений больше не будет.
} Изменить это можно в любой момент: /messages

## The birthday

birthday-ask = Когда у вас день рождения? Напишите день и месяц, например <b>12 марта</b> или <b>12.03</b>.
birthday-month = Или нажмите месяц:
# $day: what Telegram's own profile says, such as 12 March.
button-birthday-hint = { $day }, как в Telegram
birthday-day = { $month }: какого числа?
birthday-read = Получилось: <b>{ $day }</b>. Нажмите ниже, верно ли это.
birthday-heard = Ваш день рождения: { $day }.
birthday-right = <b>{ $day }</b>, верно?
# $day: the first birthday that counts, with its year.
birthday-too-late = До него меньше двух недель, поэтому дата начнёт действовать { DATETIME($day, dateStyle: "medium") }: подарок нельзя заказать на завтра.
birthday-locks = Так вы разрешаете поздравлять вас. Удалить дату можно в любой момент, изменить — через год.
button-birthday-right = Да, верно
button-birthday-other = Другая дата
birthday-kept = Записали: <b>{ $day }</b>. Изменить, что мы присылаем: /messages
birthday-delete = Удалить дату? Поздравлений больше не будет.
birthday-delete-locked = Назвать новую можно будет { DATETIME($day, dateStyle: "medium") }
button-birthday-delete-yes = Удалить
button-birthday-delete-no = Оставить

## Refusals; they fit a toast.

error-not-for-you = Эта кнопка от другой карты или от той, которой уже нет. Что присылать вам, решаете вы: /messages
error-no-card-yet = У вас здесь ещё нет карты, поэтому ничего не приходит. Завести её: /start
error-date-unreadable = Не получается прочитать дату. Напишите день и месяц, например 12 марта или 12.03, или нажмите месяц.
error-birthday-locked = Дата не меняется год и две недели перед самим днём. Изменить её можно будет { DATETIME($day, dateStyle: "medium") }, удалить — в любой момент: /messages
error-no-birthday = Дату мы больше не знаем. Сначала назовите её: /messages
