### What limits ask and answer at the counter. Short: it is read with one hand on the cup.

## On the staff card

# $time: of the visit before, as the cafe's clock shows it.
staff-choice = Штамп уже был в { $time }. Ещё один к тому визиту или второй заход?
# The customer was forgotten since and came back: nothing can be added to that visit.
staff-choice-forgotten = Штамп был несколько минут назад, на прежней карте. Второй заход?
# $nth: which visit of the card this is today.
staff-why = Сегодня это { $nth }-й визит по этой карте. Почему ещё раз?
# $most: visits of a card on one day.
staff-limit = { $most ->
    [one] На сегодня штампов больше нет: по карте можно { $most } визит в день.
    [few] На сегодня штампов больше нет: по карте можно { $most } визита в день.
    [many] На сегодня штампов больше нет: по карте можно { $most } визитов в день.
   *[other] На сегодня штампов больше нет: по карте можно { $most } визита в день.
}
staff-reason = Почему: { $reason ->
    [second_round] второй заход
    [friend] заказ для друга
   *[correction] исправление
}
staff-joined = Добавлено к визиту в { $time }: { $by }.
staff-frozen = Карта заморожена: гость не узнал одну из операций. Штампы ставить можно, награды ждут управляющего.
staff-manager-asked = Спросили управляющего, разрешить ли: { $what }.
staff-own-bill-asked = Вопрос для { $by }: { $what } — верно? Запишется после ответа «Да».
staff-manager-granted = Разрешено: { $what } ({ $by }).
staff-manager-refused = Не разрешено: { $what } ({ $by }).
staff-manager-lapsed = Вовремя никто не ответил, не разрешено: { $what }.

## Buttons: 18 characters where two share a row, 32 alone.

button-join = { $stamps ->
    [1] Добавить к визиту в { $time }
   *[other] Добавить { $stamps } к визиту в { $time }
}
button-second-round = +{ $stamps } · Второй заход
button-friend = +{ $stamps } · Заказ для друга
button-correction = +{ $stamps } · Исправление
button-let-pass = Разрешить
button-let-not-pass = Нет

## The question to managers

# $by asks; $given: stamps that the visit has already; $nth: which visit of the card this is today.
approval-asked = Спрашивает <b>{ $by }</b>: { $given ->
    [0] <b>{ $what }</b> для { $name }, сегодня это { $nth }-й визит по карте.
    [one] <b>{ $what }</b> для { $name }, сверх { $given } в этом визите.
    [few] <b>{ $what }</b> для { $name }, сверх { $given } в этом визите.
    [many] <b>{ $what }</b> для { $name }, сверх { $given } в этом визите.
   *[other] <b>{ $what }</b> для { $name }, сверх { $given } в этом визите.
}
approval-large-bill = Счета от { $bound } проверяют, прежде чем их записать: запятая на своём месте?
# To whoever entered the bill, a manager or an owner on the own phone.
approval-own-bill = <b>{ $amount }</b> для { $name }: верно?
button-bill-right = Да
button-bill-wrong = Нет
approval-granted = Разрешено ({ $decider }): { $what } для { $name }, спросил(а) { $by }.
approval-refused = Не разрешено ({ $decider }): { $what } для { $name }, спросил(а) { $by }.
approval-lapsed = Вопрос закрыт: { $what } для { $name }, спросил(а) { $by }. По нему ничего не начислено.
toast-let-pass = Разрешено: { $what }
toast-let-not-pass = Не разрешено: { $what }

## Told to others

# To the customer, on the code that was shown.
code-joined = Готово, спасибо: добавлено к вашему визиту в { $time }. { $progress }. Вас обслуживает { $by }.
# To the owners.
notice-pace = { $stamps ->
    [one] <b>{ $name }</b>: не меньше { $stamps } штампа за час. Никому не отказано; что начислено, покажет /today.
    [few] <b>{ $name }</b>: не меньше { $stamps } штампов за час. Никому не отказано; что начислено, покажет /today.
    [many] <b>{ $name }</b>: не меньше { $stamps } штампов за час. Никому не отказано; что начислено, покажет /today.
   *[other] <b>{ $name }</b>: не меньше { $stamps } штампа за час. Никому не отказано; что начислено, покажет /today.
}
notice-pace-bills = <b>{ $name }</b>: баллы за счета на { $amount } и больше за час. Никому не отказано; что начислено, покажет /today.

## Refusals

error-reason-needed = { $need ->
    [reason] Сегодня эту карту уже отмечали много раз. Теперь карта спрашивает почему: нажмите причину на ней.
   *[choice] Штамп на этой карте был только что. Теперь карта спрашивает: ещё один к тому визиту или второй заход?
}
error-limit-stamps = { $most ->
    [one] За визит здесь не больше { $most } штампа. Поставьте меньше или спросите владельца.
    [few] За визит здесь не больше { $most } штампов. Поставьте меньше или спросите владельца.
    [many] За визит здесь не больше { $most } штампов. Поставьте меньше или спросите владельца.
   *[other] За визит здесь не больше { $most } штампа. Поставьте меньше или спросите владельца.
}
error-limit-visits = { $most ->
    [one] По одной карте здесь не больше { $most } визита в день. Попросите гостя зайти завтра.
    [few] По одной карте здесь не больше { $most } визитов в день. Попросите гостя зайти завтра.
    [many] По одной карте здесь не больше { $most } визитов в день. Попросите гостя зайти завтра.
   *[other] По одной карте здесь не больше { $most } визита в день. Попросите гостя зайти завтра.
}
# To an owner, whose limit it is.
error-limit-stamps-owner = { $most ->
    [one] За визит здесь не больше { $most } штампа.
    [few] За визит здесь не больше { $most } штампов.
    [many] За визит здесь не больше { $most } штампов.
   *[other] За визит здесь не больше { $most } штампа.
} Поставьте меньше или измените предел: /setup > { button-set-more } > { button-set-limits }.
error-limit-visits-owner = { $most ->
    [one] По одной карте здесь не больше { $most } визита в день.
    [few] По одной карте здесь не больше { $most } визитов в день.
    [many] По одной карте здесь не больше { $most } визитов в день.
   *[other] По одной карте здесь не больше { $most } визита в день.
} Изменить предел: /setup > { button-set-more } > { button-set-limits }.
error-manager-asked = Здесь нужно слово управляющего, и его уже спросили. Ответ появится на карте.
# To a manager or an owner, who needs nobody's word but a second look.
error-own-bill-asked = Большой счёт сначала проверяют, пока ничего не записано. Вопрос в вашем чате: «Да», если сумма верна.
error-manager-said-no = Управляющего спросили об этом визите, ответ — нет. Введите меньше или поговорите с ним.
error-approval-over = Вопрос закрыт: визит уже завершён или его время вышло. Попросите у стойки новый код.
error-join-over = К тому визиту уже ничего не добавить. Нажмите «Второй заход».
error-limits-odd = Такое ограничение не подойдёт. Выберите от 2 до 99 штампов за визит и от 2 до 50 визитов в день.
