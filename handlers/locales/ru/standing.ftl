### Campaigns that go out by themselves: what customers read beside the owner's words, and the owner's page.

## For customers

# $visits: such as 10, the tenth.
told-visits = Это ваш { $visits }-й визит.
told-years = { $years ->
    [1] Вы с нами уже год.
    [one] Вы с нами уже { $years } год.
    [few] Вы с нами уже { $years } года.
    [many] Вы с нами уже { $years } лет.
   *[other] Вы с нами уже { $years } года.
}
# $items: such as "Free coffee"; $how: it came now, or has been waiting.
told-gift = { $how ->
    [waits] На вашей карте ждёт
   *[new] Теперь на вашей карте
}: <b>{ $items }</b>.
told-gift-until = { $how ->
    [waits] На вашей карте ждёт
   *[new] Теперь на вашей карте
}: <b>{ $items }</b>, до { DATETIME($until, dateStyle: "medium") }

## What we would say, until the owner says it otherwise

standing-words = { $kind ->
    [birthday] С днём рождения! Хорошо, что вы с нами.
    [milestone] Спасибо, что приходите так часто. Мы вам рады.
    [welcome] Приятно было познакомиться. Заходите ещё: будем рады.
    [win_back] Давно вас не было. Заходите, когда будете рядом.
   *[reminder] Чтобы вы не забыли:
}

## The owner's page

standing-heading = <b>Отправляется само</b>
standing-how = Ничего из этого не отправляется, пока вы не прочитали текст и не включили. Если изменить текст или подарок, снова выключится. Текст, подарок и результаты — за кнопкой.
button-standing = { $kind ->
    [birthday] День рождения
    [milestone] Юбилейные визиты
    [welcome] Знакомство
    [win_back] Возвращение
   *[reminder] Напоминания
}: { $on ->
    [yes] вкл.
    [again] не прочитано
   *[no] выкл.
}
standing-one = <b>{ $kind ->
    [birthday] День рождения
    [milestone] Юбилейные визиты
    [welcome] Знакомство
    [win_back] Возвращение
   *[reminder] Напоминания
}</b>: { $on ->
    [yes] включено
    [again] выключено, пока вы не прочитаете заново
   *[no] выключено
}
# $hour: on the clock in the cafe. $days, $least, $cool: numbers of days; the welcome and the win-back have their own.
standing-when = { $kind ->
    [birthday] На квитанции первого визита в этот день, а если гость к этому времени не пришёл — в { $hour }. Получают те, кто назвал дату хотя бы за две недели; подарок лежит на карте с утра.
    [milestone] На квитанции 10-го, 50-го и 100-го визита и первого визита после каждого полного года.
    [welcome] В { $hour } через { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    } после первого визита, если второго не было. Входит в недельный предел предложений. Приходит только тем, кто к этому дню согласился получать предложения, а большинство об этом спрашивают лишь на третьем визите. Поэтому получат немногие: те, кто сам включил предложения.
    [win_back] В { $hour }, когда гостя нет больше чем вдвое дольше обычного, но не раньше чем через { $least ->
        [one] { $least } день
        [few] { $least } дня
        [many] { $least } дней
       *[other] { $least } дня
    }. Тем, кто был меньше четырёх раз, — через { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    }. Один раз за каждое отсутствие и не чаще раза в { $cool ->
        [one] { $cool } день
        [few] { $cool } дня
        [many] { $cool } дней
       *[other] { $cool } дня
    }. Нужно согласие на предложения; входит в недельный предел предложений.
   *[reminder] В { $hour }: если награда ждёт, а гостя нет 14 дней; за 14 и за 3 дня до конца подарка. Это часть карты, поэтому приходит всем.
}
standing-timing = { $timing ->
    [hour] В котором часу поздравлять тех, кто к этому времени не пришёл? Тихих часов в списке нет.
    [welcome_days] Через сколько дней после первого визита?
    [least_days] Сколько дней гостя должно не быть как минимум?
    [away_days] Через сколько дней, если гость был меньше четырёх раз?
   *[cool_down] Сколько дней не звать того же гостя снова?
}
standing-usual-ask = Вернуть готовый текст? Ваш пропадёт на всех языках, и рассылка выключится, пока вы не прочитаете готовый.
standing-reminders = Без них подарок, который действует дольше 3 дней, не сгорает: о чём не предупредили, то остаётся.
standing-no-gift = Только текст, без подарка.
standing-gift = Подарок: <b>{ $item }</b>, { $how ->
    [card] появляется на карте сам
   *[tap] гость берёт его кнопкой под сообщением
}, получить можно { $days ->
    [0] в тот же день
    [one] ещё { $days } день
    [few] ещё { $days } дня
    [many] ещё { $days } дней
   *[other] ещё { $days } дня
}.
standing-stays = { $days ->
    [one] Напоминания выключены: что действует дольше { $days } дня, не сгорает.
    [few] Напоминания выключены: что действует дольше { $days } дней, не сгорает.
    [many] Напоминания выключены: что действует дольше { $days } дней, не сгорает.
   *[other] Напоминания выключены: что действует дольше { $days } дней, не сгорает.
}
standing-sent = Отправлено: { $sent }{ $unknown ->
    [0] {""}
   *[other] , неизвестно: { $unknown }
}{ $failed ->
    [0] {""}
   *[other] , не дошло: { $failed }
}
standing-given = Подарков: { $given }, получено у стойки: { $redeemed }
standing-visits = Визитов в течение 7 дней после: { $visits }
standing-read = Вот что придёт. Прочитайте до конца и включите кнопкой внизу.
# $line: as it arrives, such as "You have been with us for a year."
standing-instead = { $kind ->
    [milestone] После полного года начинается так
   *[reminder] Перед концом подарка внизу стоит
}: { $line }
# $labels: such as "Take it, No more offers".
standing-below = Кнопки внизу: <b>{ $labels }</b>
standing-ask-words = Вот как это приходит сейчас. Напишите, что должно быть вместо этого: жирный шрифт, курсив и ссылки сохранятся. Не больше 900 букв.
standing-words-placeholder = С днём рождения
standing-ask-gift = Какой будет подарок? Несколько слов, как на вашей доске. Язык: <b>{ $language }</b>.
standing-gift-placeholder = Кусок торта
standing-kept = Сохранено. Вот как это придёт.
standing-kept-gift = Сохранено.
standing-only-text = Только текст, пожалуйста: без картинок и стикеров. Прежний текст сохранён; /cancel оставит его как есть.
button-standing-words = Текст: { $language }
button-standing-gift = Подарок
button-standing-read = Прочитать и включить
button-standing-on = Прочитано: включить
button-standing-off = Выключить
button-standing-back = Назад
button-standing-list = Всё, что отправляется само
button-standing-runs = Что вы отправляли
button-timing = { $timing ->
    [hour] В котором часу
    [welcome_days] Через сколько дней
    [least_days] Сколько дней нет гостя
    [away_days] Сколько нет гостя с 1–3 визитами
   *[cool_down] Дней до следующего раза
}
button-standing-usual = Вернуть готовый текст
button-standing-usual-yes = Да, вернуть готовый текст
button-leap-day = 29 февраля: { $march ->
    [yes] 1 марта
   *[no] 28 февраля
}
button-gift-none = Ничего
button-gift-usual = { $item }
button-gift-own = Что-то другое
button-gift-days = { $days ->
    [0] В тот же день
    [one] { $days } день
    [few] { $days } дня
    [many] { $days } дней
   *[other] { $days } дня
}
toast-standing = { $on ->
    [yes] Включено
   *[no] Выключено. Что уже на картах, останется.
}
toast-standing-sample = Это только вид. Под настоящим сообщением кнопка работает.
error-words-changed = Текст или подарок изменились с тех пор, как вы их прочитали. Откройте и прочитайте снова; ничего не отправлено.
