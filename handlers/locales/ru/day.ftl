### День: его страница, закрытие, утренняя сводка. Читают управляющие и владельцы.

day-heading = <b>{ DATETIME($day, dateStyle: "medium") }</b>
day-quiet = За стойкой ничего не происходило.
day-visits = { $visits ->
    [one] <b>{ $visits }</b> визит
    [few] <b>{ $visits }</b> визита
    [many] <b>{ $visits }</b> визитов
   *[other] <b>{ $visits }</b> визита
}, { $customers }
day-customers = новых: { $new }, постоянных: { $returning }
day-stamps = Штампы: { $stamps }
day-undone = Отменено: { $visits ->
    [one] { $visits } визит
    [few] { $visits } визита
    [many] { $visits } визитов
   *[other] { $visits } визита
}
day-adjusted = Исправлено управляющими: { $stamps }
day-old-cards = Перенесено с бумажных карт: { $stamps }
day-written-off = Списано штампов: { $stamps }
day-expired = Сгорело: { $stamps }
day-handed-over = Выдано бесплатно: { $item } × { $count }
day-nothing-free = Бесплатно ничего не выдавали.
# Free on an earlier day, whose close has it; it was taken back since.
day-given-back = Выдано раньше, теперь отменено: { $item } × { $count }
day-person = { $name }: { $visits ->
    [one] { $visits } визит
    [few] { $visits } визита
    [many] { $visits } визитов
   *[other] { $visits } визита
}, { $stamps ->
    [one] { $stamps } штамп
    [few] { $stamps } штампа
    [many] { $stamps } штампов
   *[other] { $stamps } штампа
}{ $rewards ->
    [0] { "" }
   *[other] , бесплатно: { $rewards }
}
day-refusals = Отказы: { $refusals }
day-flags = Прошло с пометкой: { $flags }
day-flags-open = { $flags ->
    [one] Посмотрите { $flags } пометку:
    [few] Посмотрите { $flags } пометки:
    [many] Посмотрите { $flags } пометок:
   *[other] Посмотрите { $flags } пометки:
}
day-flag = № { $number } · { $name }: { $kind ->
    [above_goal] больше штампов, чем на карте
    [many_stamps] очень много штампов
    [large_bill] крупный счёт
    [override] с разрешения управляющего
   *[further_visit] ещё один визит за день
}{ $reason ->
    [second_round] { " " }(второй заход)
    [friend] { " " }(заказ друга)
    [correction] { " " }(исправление)
   *[none] { "" }
}
# $flag: the line of day-flag.
day-flag-asked = { $flag } · { $state ->
    [answered] есть ответ
   *[asked] спросили, ответа пока нет
}
# A flag of an earlier day. $flag: its line.
day-flag-earlier = { DATETIME($day, dateStyle: "medium") } · { $flag }
button-flag-ok = № { $number }: хорошо
button-flag-ask = Спросить: № { $number }
toast-flag-ok = Отмечено: всё хорошо
toast-flag-asked = Вопрос отправлен
day-closed = День закрыт в { $time }{ $by ->
    [none] { "" }
   *[other] , { $by }
}.
day-closed-later = После закрытия что-то было; /close учтёт и это.
refusal-kind = { $kind ->
    [UnknownCode] неверный код
    [OwnCode] свой код
    [TooManyStamps] слишком много штампов
    [LimitReached] достигнут предел
    [BillTooLarge] слишком крупный счёт
    [OwnCard] своя карта
    [AdjustLimitReached] предел исправлений
    [WrongPin] неверный PIN
    [TooManyLetters] слишком много сообщений
    [OwnSlip] свой талон
    [SlipsUsedUp] талоны на день исчерпаны
    [OwnSaleCode] свой код продажи
    [NotByYourself] предел по коду продажи
    [PaperRedeemedToday] вторая награда по бумажной карте
    [OwnPaperCard] своя бумажная карта
   *[other] другое
}

## Сводка

digest-heading = Доброе утро. Вчера, { DATETIME($day, dateStyle: "medium") }:
digest-flags = { $flags ->
    [one] { $flags } пометка ждёт вас в /today.
    [few] { $flags } пометки ждут вас в /today.
    [many] { $flags } пометок ждут вас в /today.
   *[other] { $flags } пометки ждут вас в /today.
}
digest-backup = { $hours ->
    [0] Последней резервной копии меньше часа.
    [one] Последней резервной копии { $hours } час.
    [few] Последней резервной копии { $hours } часа.
    [many] Последней резервной копии { $hours } часов.
   *[other] Последней резервной копии { $hours } часа.
}
digest-no-backup = Резервной копии ещё нет. Она делается каждую ночь; если эта строка останется, загляните в /about.
digest-backup-problem = Последняя резервная копия не удалась. Почему, скажет /about.
digest-only-copy = Единственная копия ваших данных — на этом компьютере. Задайте BACKUP_PASSPHRASE, и зашифрованная копия будет каждую ночь приходить сюда.
digest-all-well = Все проверки пройдены.

error-flag-gone = Это уже кто-то посмотрел. Откройте /today заново.
error-own-flag = Это дали вы сами, или это ваша карта. Попросите посмотреть другого управляющего или владельца.
notice-flag-asked = { $by } спрашивает о квитанции № { $number }: { $kind ->
    [above_goal] больше штампов, чем на карте.
    [many_stamps] очень много штампов.
    [large_bill] крупный счёт. Всё верно?
    [override] с разрешения управляющего.
   *[further_visit] ещё один визит этой карты за день.
} Напишите здесь, пожалуйста, как было дело: ваше следующее сообщение уйдёт тому, кто спросил.
# $by: who was asked; $text: what they wrote.
notice-flag-answered = { $by } о квитанции № { $number }: { $text }
flag-answer-passed = Передано: { $name } прочитает, что вы написали о квитанции № { $number }.
flag-answer-words = Ответьте, пожалуйста, словами: их мы передадим.
