### What customers read.
###
### Words that stay the same on every page (English = here):
### stamp = штамп (штампа, штампов) · card = карта · full card = полная карта · reward = награда
### code = код · pair code = кличка кода (лиса 42) · receipt = квитанция, «№ 41» · visit = визит
### barista = бариста · hand over = выдать · undo = отменить · put aside = отложить · counter = стойка
### We say «вы», never «Вы» and never «ты». A name has no gender here: no past tense after { $by };
### write «Отменено: { $by }». What the owner named ({ $item }) stays in the nominative: put it after a colon.

## The keyboard: two share a row, so at most 18 characters each.

button-stamp-me = Поставить штамп
button-my-card = Моя карта
button-rewards = Награды
button-history = История

## Welcome

# $cafe: the cafe's name; $goal: stamps that fill a card; $item: what a filled card gives.
greeting =
    Добро пожаловать в <b>{ $cafe }</b>. Это ваша карта: { $goal ->
        [one] { $goal } штамп — и она полная
        [few] { $goal } штампа — и она полная
        [many] { $goal } штампов — и она полная
       *[other] { $goal } штампа — и она полная
    }, а за полную карту: <b>{ $item }</b>.
greeting-how = У стойки нажмите <b>{ button-stamp-me }</b> и покажите экран.
what-we-keep = <i>Что мы храним: ваш аккаунт и имя в Telegram, язык и то, что вы здесь собираете. Номер телефона — никогда. Подробнее: /privacy</i>
# Somebody without a role scanned a customer's code.
code-is-for-staff = Этот код для бариста: покажите его у стойки. Он действует только в руках сотрудника, поэтому с ним ничего не случилось.
code-get-your-own = Чтобы завести свою карту, нажмите <b>{ button-my-card }</b> внизу.
help-customer =
    <b>{ button-stamp-me }</b> показывает ваш код для стойки.
    <b>{ button-my-card }</b> показывает ваши штампы, <b>{ button-rewards }</b> — что можно получить, <b>{ button-history }</b> — каждое изменение.
    Что-то не так? Скажите бариста: ошибку можно отменить у стойки в течение десяти минут.
    /messages показывает, что мы можем вам присылать; там это можно изменить.

## The card

# $stamps of $goal; $left: how many are missing.
progress = { $left ->
    [0] { $stamps } из { $goal }, полная со следующим штампом
    [1] { $stamps } из { $goal }, остался один
   *[other] { $stamps } из { $goal }
}
card-heading = <b>{ $cafe }</b>
card-stamps = Ваша карта: <b>{ $progress }</b>. За полную карту: { $item }.
card-rewards = У вас есть: { $rewards }. Чтобы получить, нажмите <b>{ button-rewards }</b>.

## Rewards

# $count: how many of one kind are held.
reward-count = { $count ->
    [1] { $item }
   *[other] { $item } × { $count }
}
rewards-none = Наград пока нет. { $progress }, а за полную карту: { $item }.
rewards-held = У вас есть: { $rewards }. У стойки выберите нужное и покажите экран.
button-use-reward = Получить: { $item }

## The code

code-live =
    Покажите это бариста:

    { $pair }
    <code>{ $digits }</code>
code-reward = С этим кодом вы получаете: <b>{ $item }</b>.
code-validity = { $minutes ->
    [one] Код действует один раз, { $minutes } минуту.
    [few] Код действует один раз, { $minutes } минуты.
    [many] Код действует один раз, { $minutes } минут.
   *[other] Код действует один раз, { $minutes } минуты.
}
code-picture = { $pair }: бариста может отсканировать.
# $pair: emoji, name and number.
pair-code = { $emoji } <b>{ $animal } { $number }</b>
code-opened = { $by } смотрит вашу карту.
code-confirmed = Готово, спасибо: { $progress }. Вас обслуживает { $by }.
# $progress: of the card that was begun after the full one.
code-confirmed-full = Готово, спасибо: { $rewards ->
    [1] карта полная, вам: { $item }
    [one] карты полные, вам: { $item } × { $rewards }
    [few] карты полные, вам: { $item } × { $rewards }
    [many] карты полные, вам: { $item } × { $rewards }
   *[other] карты полные, вам: { $item } × { $rewards }
}. На следующей: { $progress }. Вас обслуживает { $by }.
code-declined = Код отложен ({ $by }), ничего не начислено. Нажмите <b>{ button-stamp-me }</b>, чтобы получить новый.
code-visit-ran-out = Ничего не успели начислить. Нажмите <b>{ button-stamp-me }</b>, чтобы получить новый код.
code-undone = Визит отменён ({ $by }): { $progress }.
code-ran-out = Время кода вышло. Нажмите <b>{ button-stamp-me }</b>, чтобы получить новый.
code-void = Вместо этого кода уже есть новый.
# The card was moved to another account while the code was open.
code-moved = Всё с этой карты теперь на другой, поэтому этот код больше не действует.
code-picture-used = Использован.
code-picture-over = Этот код больше не действует.

## History

history-empty = Здесь пока пусто: первая квитанция придёт с первой покупкой.
history-heading = Ваши квитанции, сначала новые:
history-line = { DATETIME($day, dateStyle: "medium") } · { $receipt }
# At the end of a line, where the change was more than stamps.
history-filled = { $rewards ->
    [1] карта полная
    [one] { $rewards } полная карта
    [few] { $rewards } полные карты
    [many] { $rewards } полных карт
   *[other] { $rewards } полной карты
}
history-reward-undone = { $rewards ->
    [1] награда за неё тоже отменена
    [one] награды за неё тоже отменены
    [few] награды за неё тоже отменены
    [many] награды за неё тоже отменены
   *[other] награды за неё тоже отменены
}
button-older = Раньше
button-newest = К новым

## Staff ask whether to hand a reward over

offer-asked = { $by } спрашивает: выдать вам сейчас <b>{ $item }</b>? Если да, награда уйдёт с вашей карты.
offer-agreed = Выдано: <b>{ $item }</b>, { $by }. Приятного вам.
offer-refused = Вы ответили «нет». <b>{ $item }</b> остаётся на вашей карте.
offer-lapsed = Вопрос закрыт. <b>{ $item }</b> остаётся на вашей карте, если в квитанции не сказано иначе.
button-offer-yes = Да, пожалуйста
button-offer-no = Нет, оставить
toast-offer-agreed = На здоровье
toast-offer-refused = Остаётся на карте

## Anything else

hint-customer-buttons = Я умею четыре вещи: <b>{ button-stamp-me }</b> у стойки, <b>{ button-my-card }</b>, <b>{ button-rewards }</b> и <b>{ button-history }</b>. Это кнопки внизу.
hint-customer-people = Этого я не понимаю, но люди за стойкой помогут: спросите их или отправьте /help, чтобы узнать, что я умею.
hint-customer-digits = Шесть цифр вводит бариста. Нажмите <b>{ button-stamp-me }</b> и покажите экран у стойки.
hint-group = Я работаю в личном чате: { $link }
hint-anonymous = Не видно, кто вы: вы пишете от имени группы или канала. Переключитесь на свой аккаунт и отправьте ещё раз.
