### Vouchers: printed one-time slips of one stamp each.

# To owners and managers, under how to give a stamp.
staff-how-vouchers = <code>/vouchers 40</code> напечатает 40 талонов по одному штампу: если телефон сел, нет интернета или заказ уезжает с доставкой.

## The list

vouchers-heading = <b>Талоны</b>
vouchers-how = Талон даёт один штамп: гость сканирует его в течение { $days } дней, не больше { $most } в день на карту. Нажмите, сколько напечатать, или напишите: <code>/vouchers 40</code>
vouchers-none = Листов с талонами ещё не печатали.
# $number: the sheet's; $until: a date; $by: who had it printed.
vouchers-line = № { $number } · { $state ->
    [void] аннулирован
    [expired] срок вышел { DATETIME($until, dateStyle: "medium") }
   *[open] до { DATETIME($until, dateStyle: "medium") }
} · использовано { $used }, не взято { $left }, аннулировано { $void } · { $by }
button-vouchers-print = Печать: { $slips }
button-vouchers-sheet = № { $number }: не взято { $left }
button-vouchers-sheet-over = № { $number }: всё

## A sheet, a slip

voucher-sheet = <b>Лист № { $number }</b> · { $slips ->
    [one] { $slips } талон
    [few] { $slips } талона
    [many] { $slips } талонов
   *[other] { $slips } талона
} · напечатан { DATETIME($on, dateStyle: "medium") }, { $by }
# $numbers: such as "1-11, 13-40".
voucher-open = Действуют: { $numbers }
voucher-left = Срок вышел: { $numbers }
voucher-void = Аннулированы: { $numbers }
voucher-used = Использованы: { $numbers }
# $number: of the slip on its sheet; $day and $time: when.
voucher-used-at = { $number } ({ DATETIME($day, dateStyle: "medium") }, { $time })
voucher-sheet-how = Чтобы аннулировать один талон, напишите его номер: <code>/vouchers { $example }</code>
button-void-sheet = Аннулировать весь лист
button-void-sheet-yes = { $left ->
    [one] Да, аннулировать { $left } талон
    [few] Да, аннулировать { $left } талона
    [many] Да, аннулировать { $left } талонов
   *[other] Да, аннулировать { $left } талона
}
voucher-void-ask = По оставшимся талонам этого листа больше ничего не начислят. Полученное остаётся.
voucher-slip = Талон <b>{ $slip }</b>: { $state ->
    [open] действует до { DATETIME($until, dateStyle: "medium") }
    [used] использован
    [void] аннулирован
   *[expired] срок вышел { DATETIME($until, dateStyle: "medium") }
}
# After a slip that was collected.
voucher-slip-receipt = квитанция № { $number }, отменить: /undo { $number }
button-void-slip = Аннулировать { $slip }
toast-voucher-void = Аннулировано, на листе осталось: { $left }
toast-vouchers-drawing = Рисую, одну минуту

## The file

voucher-file = <b>Лист № { $number }</b> · { $slips ->
    [one] { $slips } талон
    [few] { $slips } талона
    [many] { $slips } талонов
   *[other] { $slips } талона
} по одному штампу. Срок — до { DATETIME($until, dateStyle: "medium") } Печатайте в масштабе 100 % и разрежьте по линиям. Талон может использовать любой, кто его держит: берегите файл как деньги.
voucher-file-instead = Лист № { $numbers } недействителен: считается только этот.
voucher-file-failed = Файл не дошёл до Telegram, поэтому лист № { $number } недействителен. Попробуйте ещё раз через минуту.

## On paper: plain, no emoji, as short as can be

paper-voucher-worth = Один штамп
paper-voucher-how = Отсканируйте камерой и нажмите «Старт»
paper-voucher-until = Один раз, до { DATETIME($until, dateStyle: "medium") }

## The customer

receipt-slip = талон { $slip }

## Refusals

error-unknown-slip = Этого талона я не знаю: возможно, он старше моих данных. Покажите его у стойки.
error-slip-over = { $why ->
    [expired] Срок этого талона вышел. Спросите у стойки.
   *[void] Кафе аннулировало этот талон. Спросите у стойки.
}
error-own-slip = Эти талоны выдали вы, а себе штампы не ставят. Для другого гостя он ещё действует.
error-slips-used-up = { $most ->
    [one] На одну карту в день принимается не больше { $most } талона.
    [few] На одну карту в день принимается не больше { $most } талонов.
    [many] На одну карту в день принимается не больше { $most } талонов.
   *[other] На одну карту в день принимается не больше { $most } талона.
} Этот ещё действует: отсканируйте его завтра.
# $most as above; the slip is good today only.
error-slips-used-up-today = { $most ->
    [one] На одну карту в день принимается не больше { $most } талона, а этот действует только сегодня.
    [few] На одну карту в день принимается не больше { $most } талонов, а этот действует только сегодня.
    [many] На одну карту в день принимается не больше { $most } талонов, а этот действует только сегодня.
   *[other] На одну карту в день принимается не больше { $most } талона, а этот действует только сегодня.
} Отдайте его кому-нибудь или спросите у стойки.
error-slip-without-stamps = Это кафе больше не даёт штампов. Покажите талон у стойки.
error-slip-gone = Такого талона нет. Какие действуют, покажет /vouchers.
error-slip-collected = Этот талон уже использован, аннулировать нечего.
# $number: of its receipt.
error-slip-collected-by = Этот талон уже использован, квитанция № { $number }, аннулировать нечего. Отменить: /undo { $number }
error-slips-out-of-range = На листе от 1 до { $most } талонов. Напишите так: /vouchers 40
