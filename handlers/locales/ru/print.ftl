### /print, что стоит на бумаге и что слышат те, кто пришёл по табличке.
### sign = табличка · table tent = тейбл-тент · staff sheet = памятка

## The menu: what can be printed, and what hangs out there

print-heading = <b>Что напечатать?</b>
print-how = Всё приходит в PDF и картинкой того же размера. Чёрно-белого принтера достаточно.
print-none = Пока нигде не висит ни одной таблички.
print-live = Висят сейчас, и сколько гостей по ним пришло:
# $number: the sign's, as text; $product: what was printed.
print-sign = № { $number } · { $product } · { $joins ->
    [one] { $joins } гость
    [few] { $joins } гостя
    [many] { $joins } гостей
   *[other] { $joins } гостя
}
product-a6 = Табличка A6
product-a5 = Табличка A5
product-four = Четыре таблички на A4
product-tent = Тейбл-тент
product-staff = Памятка для персонала
button-print-a6 = Табличка A6
button-print-a5 = Табличка A5
button-print-four = Четыре на A4
button-print-tent = Тейбл-тент
button-print-staff = Памятка для персонала
button-print-new = Новые таблички вместо старых
print-language = <b>{ $product }</b>: на каком языке?
button-print-both = На двух языках
toast-print-drawing = Рисую, одну минуту
# To owners and managers, under how to give a stamp.
staff-how-print = /print печатает таблички на стойку и столики и памятку для персонала.

## The files

print-file-sign = <b>{ $product }</b> · № { $number }
print-file = <b>{ $product }</b>
print-at-full-size = Печатайте в масштабе 100 %, без подгонки под страницу.
print-and-cut = Печатайте в масштабе 100 % и разрежьте по линиям.
print-and-fold = Печатайте в масштабе 100 % и согните посередине.
print-failed = Файлы не дошли до Telegram. Нажмите ещё раз через минуту.

## New signs

print-new-ask = { $signs ->
    [one] { $signs } табличка, которая висит сейчас, сразу устареет. Кто её отсканирует, того бот попросит найти новую, и за ней он уже не числится.
    [few] { $signs } таблички, которые висят сейчас, сразу устареют. Кто их отсканирует, того бот попросит найти новую, и за старой он уже не числится.
    [many] { $signs } табличек, которые висят сейчас, сразу устареют. Кто их отсканирует, того бот попросит найти новую, и за старой он уже не числится.
   *[other] { $signs } таблички, которые висят сейчас, сразу устареют. Кто их отсканирует, того бот попросит найти новую, и за старой он уже не числится.
} Карты гостей остаются как есть. Делайте это, когда сможете повесить новые.
button-print-new-yes = Да, заменить: { $signs }
toast-print-new = { $signs ->
    [one] Устарела { $signs } табличка
    [few] Устарели { $signs } таблички
    [many] Устарели { $signs } табличек
   *[other] Устарели { $signs } таблички
}
print-new-done = Старые таблички больше не действуют. Напечатайте новые:

## Somebody comes by a sign

sign-out-of-date = Эта табличка устарела: в кафе есть новая. Отсканируйте новую у стойки или нажмите внизу <b>{ button-my-card }</b>, и карта ваша.
# To staff who try a sign.
sign-works = Табличка № { $number } действует. По ней { $joins ->
    [one] пришёл { $joins } гость
    [few] пришли { $joins } гостя
    [many] пришли { $joins } гостей
   *[other] пришли { $joins } гостя
}; вы не в счёт.
sign-replaced = Табличка № { $number } устарела: снимите её. Новая есть в /print.
sign-unknown = Этой таблички я не знаю: возможно, она старше моих данных. Карты по ней всё равно открываются. Таблички, которые я считаю, есть в /print.

## On paper: plain, no emoji, as short as can be. Long words are printed smaller.

# Above what a full card gives.
paper-collect = { $goal ->
    [one] За { $goal } штамп
    [few] За { $goal } штампа
    [many] За { $goal } штампов
   *[other] За { $goal } штампа
}
# $stamp_for: the owner's words, such as "each hot drink".
paper-stamp-for = Штамп за { $stamp_for }
# Where points alone are collected: what comes back of a bill, and below it what points pay.
paper-points-collect = С каждого счёта вам вернётся
# $amount: the smallest bill that gives points.
paper-points-collect-from = Со счёта от { $amount } вам вернётся
paper-points-item = { $percent } %
paper-points-pay = баллами: ими можно оплатить до { $cap } % следующего счёта
# Three steps, each with a few words beneath.
paper-step-scan = Сканируйте
paper-step-scan-how = камерой телефона
paper-step-start = Нажмите «Старт»
paper-step-start-how = в Telegram
paper-step-say = Нажмите «{ button-stamp-me }»
# $pair: a pair code, such as "fox 42".
paper-step-say-how = назовите зверя и число на экране, например «{ $pair }»
# The two above in few words, for a sign in two languages.
paper-step-say-both = Нажмите «{ button-stamp-me }», назовите, что видите: «{ $pair }»
paper-sign-number = № { $number }

paper-staff-title = За стойкой
paper-staff-bot = Сканируйте, чтобы открыть бота.
paper-staff-open = Гость показывает код: откройте его любым способом
paper-staff-open-scan = Отсканируйте QR камерой телефона и нажмите «Старт».
paper-staff-open-digits = Отправьте боту шесть цифр: 418302. А 418302 +2 даст сразу два штампа.
paper-staff-open-queue = Нажмите на гостя в списке ожидающих. Он называет свою кличку, например «{ $pair }».
paper-staff-open-group = В рабочем чате те же шесть цифр, а если бот там не администратор: /confirm 418302.
paper-staff-give = Поставьте штамп
paper-staff-give-one = Нажмите +1. Гость сразу увидит это на своём экране.
paper-staff-give-more = Ещё в тот же визит: «{ button-add }».
paper-staff-give-undo = Ошибка: «{ button-undo }», в течение десяти минут.
paper-staff-give-reward = Полная карта: нажмите на награду. Гость подтвердит на своём экране.
paper-staff-silent = Бот не отвечает?
paper-staff-silent-again = Подождите минуту и нажмите ещё раз. Дважды ничего не начислится.
paper-staff-silent-paper = Всё ещё тишина: обслужите гостя и запишите на бумаге имя, время и штампы.
paper-staff-silent-later = Позже попробуйте снова с новым кодом или отдайте запись владельцу или управляющему.
paper-staff-lead = Владельцу и управляющим
paper-staff-lead-undo = Ошибка старше десяти минут: /undo, номер квитанции и причина.
paper-staff-lead-adjust = Штампы с бумаги: /adjust, номер квитанции гостя, +1 и причина.
paper-staff-lead-invite = Новый человек за стойкой: /staff.
paper-staff-lead-print = Новые таблички и эта памятка: /print.
