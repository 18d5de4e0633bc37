### Bills and points: what a bill earns, and paying a part of it with points.

# $count: how many, for the plural; $said: the number as it is written.
points = { $count ->
    [one] { $said } балл
    [few] { $said } балла
    [many] { $said } баллов
   *[other] { $said } балла
}
points-worth = { $points } ({ $worth })
bill-earned = счёт { $amount }: +{ $points }
bill-paid = счёт { $amount }, из них баллами { $spent }: +{ $points }
# No points: the cafe gives them from a larger bill on.
bill-too-small = счёт { $amount }: без баллов, он меньше наименьшего счёта
bill-balance = на карте { $points }

## Receipts

receipt-bill = № { $number } · { $bill } · спасибо, { $by }
receipt-points-spent = № { $number } · оплата баллами: { $bill } · { $by }
receipt-bill-taken-back = № { $number } · счёт { $amount } отменён · на карте { $points }
receipt-bill-taken-back-why = Отменено: { $by }.
# $earned: what really left the card; what was spent already is said in a line of its own.
receipt-bill-undone = Счёт на { $amount } отменён, списано: { $earned }. На карте { $points }.
receipt-bill-undone-paid = Счёт на { $amount } отменён, списано: { $earned }, возвращено: { $spent }. На карте { $points }.
# To the owners, after who took back what.
correction-bill-taken-back = № { $number } · <b>{ $name }</b> · отменён счёт на { $amount } ({ $by }).
correction-bill = Со счётом на { $amount } с карты списано: { $earned }. На карте: { $points }.
correction-bill-paid = Со счётом на { $amount } с карты списано: { $earned }, возвращено за оплату баллами: { $spent }. На карте: { $points }.
correction-points-written-off = Кроме того, с этого счёта уже потрачено и списано в убыток: { $points }.
receipt-points-written-off = Ещё часть баллов с этого счёта уже потрачена: { $points }. То, что вы за них получили, остаётся вашим.
receipt-points-made-good = Из возвращённого снова списано: { $points }. Счёт, который принёс эти баллы, был отменён раньше.

## The staff card

staff-points = На карте: { $points }
# $amounts: how many buttons with an amount stand below; $group: whether others talk here.
staff-bill-how = Счёт: { $amounts ->
    [0] { "" }
   *[other] нажмите сумму или{ " " }
}{ $group ->
    [yes] ответьте на эту карту суммой
   *[no] просто пришлите сумму
}, например <code>{ $example }</code>.
staff-bill-kept = Счёт: <b>{ $amount }</b>
staff-wishes-to-spend = Хочет оплатить баллами, до { $cap } % счёта.
staff-spend-asked = Спросили гостя: оплатить { $worth } баллами?
staff-spend-no = Гость не хочет платить баллами.
staff-line-bill = № { $number } · { $bill } · { $by }
staff-line-points-spent = № { $number } · оплата баллами, { $bill } · { $by }
staff-line-bill-undone = № { $number } · счёт { $amount } отменён · { $by }
staff-line-bill-taken-back = № { $number } · счёт { $amount }, поздняя отмена · { $by }
# What the barista takes in money after points paid a part of the bill.
staff-left-to-pay = Осталось оплатить: <b>{ $left }</b>
bill-left = осталось оплатить { $left }
button-pay-points = Баллами: { $worth }
toast-bill = +{ $points }
toast-bill-too-small = Без баллов: счёт меньше наименьшего
toast-spend-asked = Спросили гостя: оплатить { $worth } баллами?
toast-spent = Оплачено баллами: { $worth }
toast-spent-left = Оплачено баллами: { $worth }. Осталось оплатить { $left }

## The customer

card-points = У вас <b>{ $points }</b>. Каждый счёт приносит { $percent } % баллами, баллами можно оплатить до { $cap } % счёта.
button-spend-points = Оплатить баллами
code-spending = С этим кодом вы платите баллами до { $cap } % счёта.
code-confirmed-bill = Готово: { $bill }. Вас обслуживает { $by }.
code-undone-bill = Этот визит отменён ({ $by }).
spending-asked = { $by } спрашивает: оплатить { $worth } из { $amount } баллами ({ $points })? Баллы спишутся, только когда вы согласитесь.
spending-agreed = { $worth } из { $amount } оплачено баллами: { $points }.
spending-refused = Вы отказались. Баллы остаются на карте.
spending-lapsed = Этот вопрос больше не действует. Баллы остаются на карте, если в квитанции не сказано иначе.

## Rules in plain words

rules-points = Каждый счёт приносит баллы: { $percent } % от суммы. Один балл стоит { $worth }.
rules-points-minimum = Счёт меньше { $amount } баллов не приносит.
rules-points-consent = { $alone ->
    [yes] Баллы списывает бариста у стойки.
   *[no] Баллы уходят с карты только после вашего нажатия.
}
rules-points-lasting = Баллы не сгорают.
rules-points-spend = Баллами можно оплатить до { $cap } % счёта. За эту часть новые баллы не начисляются.

## Refusals

error-amount-unreadable = Не получается прочитать сумму, ничего не записано. Отправьте цифры и счёт так: 418302 { $example }
error-no-bills-sale = В этом кафе собирают штампы, счёт ничего не приносит, и код не сделан. Отправьте штампы так: /sale +2
# The same where a sale code was to be made: no digits of a customer are there.
error-amount-unreadable-sale = Не получается прочитать сумму, код не сделан. Отправьте счёт так: /sale { $example }
error-no-bills = В этом кафе собирают штампы, счёт ничего не приносит. Отправьте только цифры или цифры и +2.
error-no-stamps = В этом кафе с каждого счёта начисляют баллы. Отправьте цифры и сумму, например 418302 { $example }
error-no-stamps-sale = В этом кафе с каждого счёта начисляют баллы, поэтому код не сделан. Отправьте счёт так: /sale { $example }
error-no-slips = Талон даёт штамп, а в этом кафе собирают баллы за счета. Поэтому ничего не напечатано. Что собирают, выбирает владелец: /setup.
error-no-stamps-to-adjust = Здесь собирают баллы за счета, а /adjust считает штампы. Ничего не изменилось. Неверный счёт отмените: /undo и его номер, а потом запишите заново по новому коду.
error-bill-alone = У визита уже есть штампы, поэтому ничего не записано. Пришлите счёт без их числа: { $example }
error-no-card-for-bill = Ни одна карта здесь не ждёт счёта, ничего не записано. Ответьте суммой на карту или пришлите цифры с ней: 418302 { $example }
error-bill-entered = Счёт этого визита уже записан. Чтобы исправить, отмените визит.
error-bill-too-large = Счета от { $amount } здесь не вводят. Проверьте запятую или спросите владельца. Ничего не записано.
# To an owner, whose limit it is.
error-bill-too-large-owner = Счета от { $amount } здесь не вводят. Проверьте запятую или измените предел: /setup > { button-set-more } > { button-set-limits }.
error-sale-bill-too-large = На счёт от { $amount } код продажи не делается: его должны проверить. Проверьте запятую или откройте код самого гостя: карта спросит.
error-bill-missing = Сначала запишите счёт: баллами можно оплатить его часть.
error-nothing-to-spend = На карте сейчас нет баллов, которыми можно оплатить часть счёта, поэтому ничего не изменилось. Счёт оплачивают как обычно.

## The owner's pages

program-collects = Что собирают: { $collects ->
    [points] <b>баллы</b>
    [both] <b>штампы и баллы</b>
   *[stamps] <b>штампы</b>
}
program-points = { $percent } % каждого счёта возвращается баллами, баллами можно оплатить до { $cap } % счёта ({ $currency }; балл стоит { $worth }).
program-minimum = Счёт меньше { $least } баллов не приносит.
program-minimum-none = Баллы приносит любой счёт.
program-amounts = Кнопки обычных счетов: { $amounts }
program-amounts-none = Кнопок обычных счетов пока нет: каждую сумму набирают.
set-collects = Что собирают ваши гости? Для баллов сотрудники вводят сумму счёта.
set-points = Верхний ряд: сколько от счёта возвращается. Второй ряд: какую часть счёта можно оплатить баллами.
set-currency = В какой валюте ваши счета?
button-set-collects = Что собирают
button-set-points = Как работают баллы
button-set-currency = Валюта
button-set-minimum = Наименьший счёт
button-set-amounts = Обычные счета, по кнопке
button-collect-stamps = Штампы
button-collect-points = Баллы
button-collect-both = Штампы и баллы
# Five of them share a row.
button-earn-percent = { $percent } %
# Four of them share a row.
button-spend-percent = ≤ { $percent } %
ask-amounts = Какие счета бывают чаще всего? Отправьте до пяти сумм через пробел, например { $examples }, или 0, если кнопки не нужны. /cancel оставит всё как есть.
ask-minimum = С какой суммы начисляются баллы? Отправьте сумму, например { $example }, или 0, если с любой. /cancel оставит всё как есть.
rule-collects = что собирают
rule-currency = валюта
rule-earn-percent = баллы, % счёта
rule-spend-percent = баллами до, %
rule-minimum-bill = наименьший счёт
rule-usual-amounts = обычные счета
rule-collects-value = { $collects ->
    [points] баллы
    [both] штампы и баллы
   *[stamps] штампы
}
error-points-held = У гостей уже есть баллы в { $currency }, поэтому валюта остаётся: от неё зависит, сколько стоят их баллы.
error-amounts-unfit = Не получается прочитать, ничего не изменилось. Сумма выглядит так: { $example }. Обычных счетов может быть не больше { $most }, через пробел.

## Bills, points and slips on the day's page

day-bills = { $bills ->
    [one] { $bills } счёт: { $amount }
    [few] { $bills } счёта: { $amount }
    [many] { $bills } счетов: { $amount }
   *[other] { $bills } счёта: { $amount }
}
# Bills that an earlier day's close has; they were taken back since.
day-bills-back = Записано раньше, теперь отменено: { $bills ->
    [one] { $bills } счёт
    [few] { $bills } счёта
    [many] { $bills } счетов
   *[other] { $bills } счёта
} на { $amount }
day-points-given = Начислено: { $points }
day-points-spent = Оплачено баллами: { $points }
day-points-written-off = Списано в убыток: { $points }
day-points-adjusted = Исправлено или сгорело: { $points }
day-vouchers = Печатных талонов использовано: { $count }
day-free-and-paid = { $visits ->
    [one] Из них в { $visits } визите, где и платили
    [few] Из них в { $visits } визитах, где и платили
    [many] Из них в { $visits } визитах, где и платили
   *[other] Из них в { $visits } визита, где и платили
}
# Who owes whom: the card was filled at one counter, the free item handed over at another.
day-settlement = Собрано в { $given_at }, выдано в { $redeemed_at }: { $count }

## Where a visit had a bill and no stamp

queue-done-bill = { $pair } · { $name } · счёт записан · { $by }
outage-visit-bill = { $pair } · { $name } · счёт записан, { $progress }{ $undone ->
    [yes] { " " }(отменено)
   *[no] { "" }
}
button-outage-undo-bill = Отменить счёт · { $pair }
undo-last-bill = Отменено: счёт, { $pair }. { $progress }
forget-points = С карты пропадёт: { $points }.

## The first screen

greeting-points = Добро пожаловать в <b>{ $cafe }</b>. Здесь собирают баллы: каждый счёт возвращает { $percent } % баллами.
greeting-points-too = И каждый счёт в { $cafe } приносит баллы: { $percent } % суммы.
