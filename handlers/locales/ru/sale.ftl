### Sale codes: a one-time QR that staff show and the customer scans.

button-sale = Код продажи
# To staff, under how to give a stamp.
staff-how-sale = <b>{ button-sale }</b> или <code>/sale +2</code> покажет QR, который сканирует гость: он получит штампы, а новый гость ещё и карту.

## What staff ask for, and what they show

sale-menu = <b>{ button-sale }</b>: что купили? Гость сканирует QR и получает своё, даже если карты ещё нет.
sale-how-stamps = Или напишите: <code>/sale +2</code>
sale-how-bill = Или напишите сумму: <code>/sale { $example }</code>
sale-moved = Код продажи в вашем личном чате со мной: им может воспользоваться любой, кто его видит.
# $what: such as "2 stamps", or a bill.
sale-stamps = { $stamps ->
    [one] { $stamps } штамп
    [few] { $stamps } штампа
    [many] { $stamps } штампов
   *[other] { $stamps } штампа
}
sale-bill = счёт { $amount }
sale-heading = Код продажи: <b>{ $what }</b>
sale-live = Гость сканирует картинку ниже камерой телефона и нажимает «Старт». Код действует один раз, { $seconds } секунд.
sale-picture = Отсканируйте: { $what }
sale-picture-over = Этот код больше не действует.
sale-picture-used = Получено.
sale-picture-failed = Картинка не дошла, код недействителен. Возьмите шесть цифр гостя.
sale-used = Код использован.
sale-ran-out = Время кода вышло, им никто не воспользовался.
sale-void = Код недействителен: его сменил новый, или смена закончилась.
sale-collected-before = Этот код уже использован: карта здесь.
# $name: the customer; $limit: what held them back.
sale-refused = Ничего не начислено, <b>{ $name }</b>: { $limit ->
    [visits_a_day] эту карту сегодня отмечали часто
    [overrides_a_day] эту карту сегодня отмечали часто
    [large_bill] такой крупный счёт решает управляющий
   *[other] столько штампов за визит решает управляющий
}. Откройте код самого гостя: там спросят недостающее. Для другого гостя этот код ещё действует.
button-sale-again = Ещё раз то же самое

## The customer

# $standing: such as "5 of 6, one to go".
collected-before = Вы это уже получили: { $standing }.
# After the refusal of a code or voucher, to somebody who has no card yet.
collect-own-card = Карту здесь можно завести и так: нажмите { button-my-card } внизу.

# To the customer who collected by a sale code while waiting.
notice-queue-left = Это и была ваша покупка, так что в очереди вы больше не стоите. Ваш код ещё действует, если захотите что-то ещё.

## Refusals

error-collected-undone = Это отменили у стойки, и больше оно ничего не даст. Если это ошибка, спросите там.
error-already-collected = Этим уже воспользовался другой гость. Попросите у стойки новый.
error-sale-code-over = Этот код больше не действует. Попросите новый или нажмите «{ button-stamp-me }» и покажите свой.
error-sale-code-too-large = { $most ->
    [one] Код продажи даёт здесь не больше { $most } штампа.
    [few] Код продажи даёт здесь не больше { $most } штампов.
    [many] Код продажи даёт здесь не больше { $most } штампов.
   *[other] Код продажи даёт здесь не больше { $most } штампа.
} Для большего откройте код самого гостя: карта спросит, чего не хватает.
error-own-sale-code = Этот код сделали вы, а себе ничего не начисляют. Он ещё действует: пусть его отсканирует гость.
error-not-by-yourself = Здесь нужно слово сотрудника, поэтому ничего не начислено. Нажмите «{ button-stamp-me }» и покажите свой код.
