### What is being sent, and what came of it: for the owner.

command-campaigns = Что вы разослали и что из этого вышло

## A run. $day and $time: on the cafe's wall.

# $title: the first words of the post.
run-title = <b>{ $title }</b>
run-untitled = Сообщение без слов
run-waits-now = Уйдёт через несколько секунд. Ещё можно отменить.
run-waits = Уйдёт { DATETIME($day, dateStyle: "full") } в { $time }. До этого можно отменить.
run-repeats = Уходит снова каждую неделю; прекратить можно в /campaigns.
# $bar: ten cells.
run-bar = { $bar } { $done } из { $total }
run-preparing = Смотрю, кому отправить: пока { $count }.
run-speed = { $speed } в секунду, осталось { $minutes ->
    [0] меньше минуты
    [one] около { $minutes } минуты
    [few] около { $minutes } минут
    [many] около { $minutes } минут
   *[other] около { $minutes } минуты
}
run-asked-to-wait = Telegram попросил подождать до { $time }; отправлено { $sent } из { $total }; дальше я справлюсь без вас.
run-quiet = Тихие часы до { $time }. Потом продолжу без вас.
run-paused = Пауза. Ничего больше не уйдёт, пока вы не нажмёте <b>{ button-run-resume }</b>.
run-pilot = Первая часть получила. { $left ->
    [one] Ещё { $left } человек ждёт
    [few] Ещё { $left } человека ждут
    [many] Ещё { $left } человек ждут
   *[other] Ещё { $left } человека ждут
} вашего решения; без него рассылка сама закончится { DATETIME($day, dateStyle: "medium") } в { $time }.
run-finished = Готово { DATETIME($day, dateStyle: "medium") } в { $time }.
run-stopped = Остановлено { DATETIME($day, dateStyle: "medium") } в { $time }; не получили: { $left }.
run-missed = Не отправлено. Срок был { DATETIME($day, dateStyle: "medium") } в { $time }, а меня слишком долго не было.
# $question: yes or no.
run-taken-back = Отменено до начала. Это снова черновик: { $question ->
    [yes] /question
   *[no] /broadcast
}

## The report

run-sent = Отправлено: { $count }
# $reasons: such as "blocked the bot 7, account deleted 2".
run-failed = Не дошло: { $count } ({ $reasons })
run-failure = { $reason ->
    [blocked] заблокировали бота
    [deactivated] аккаунт удалён
    [not_found] нет такого чата
   *[other] отказ Telegram
}
run-unknown = Возможно, дошло, второй раз не отправляем: { $count } ({ $names })
run-skipped = Пропущены: { $count } ({ $reasons })
run-left-out = { $reason ->
    [gone] удалены или переехали
    [frozen] карта заморожена
    [no_telegram] без Telegram
    [unreachable] недоступны
    [no_consent] не соглашались
    [muted] отписались
    [cap] уже получали на этой неделе
    [late] уже поздно
    [asked] в этот день уже спрашивали о другом
    [stopped] остановлено
    [no_words] нет текста для них
   *[other] уже получали
}
run-held-out = Ничего не получили, по жребию, для сравнения: { $count }
run-muted = Попросили больше не писать: { $count }
run-offers = Предложение: взяли { $taken }, получили у стойки { $redeemed }
run-visits = Их визиты за 7 дней: { $visits }
run-visits-so-far = Их визиты пока: { $visits }. Считаю до { DATETIME($day, dateStyle: "medium") }, { $time }.
# $got and $held: visits per head; $low and $high: bounds of the difference.
run-lift = Визитов на человека: { $got } с сообщением, { $held } без него. { $verdict ->
    [more] Оно привело гостей
    [fewer] С ним приходили реже
   *[chance] Это может быть случайность
}: разница лежит между { $low } и { $high } (95 %).
run-lift-unknown = Привело ли оно гостей: слишком мало данных.

button-run-take-back = Отменить
button-run-pause = Пауза
button-run-resume = Продолжить
button-run-stop = Остановить
button-run-rest = Отправить остальным: { $left }
button-run-count = Пересчитать
toast-run-taken-back = Отменено. Это снова черновик.
toast-run-paused = Пауза.
toast-run-resumed = Продолжаю.
toast-run-stopped = Остановлено.
toast-run-counted = Пересчитано.

## What was sent

runs-heading = <b>Что вы разослали</b>
runs-none = Пока ничего. Написать сообщение: /broadcast
runs-repeating = Повторяется каждую неделю: <b>{ $title }</b>
button-run-open = { $state ->
    [waiting] ⏳
    [running] ▶
    [paused] ⏸
    [stopped] ⏹
    [missed] –
   *[finished] ✓
} { DATETIME($day, dateStyle: "short") } · { $title }
button-end-repeating = Прекратить: { $title }
toast-repeating-ended = Больше не рассылается.

## Refusals

error-campaign-gone = Этого сообщения больше нет. Разосланное: /campaigns, новое сообщение: /broadcast
error-post-missing = Ещё ничего не написано. Сначала напишите сообщение.
error-last-date-over = Последняя дата пройдёт раньше, чем оно уйдёт. Выберите дату позже.
error-hold-out-small = Получат { $reached }: для сравнения мало. Оно имеет смысл от { $least }.
error-run-moved-on = { $state ->
    [waiting] Ждёт своего часа. Отмените или дайте начаться.
    [running] Уже рассылается. Можно поставить на паузу или остановить.
    [paused] Уже на паузе.
    [stopped] Уже остановлено. Отчёт: /campaigns
    [taken_back] Отменено. Это черновик: сообщение — /broadcast, вопрос — /question
    [missed] Срок прошёл, пока меня не было. Ничего не ушло.
   *[finished] Уже готово. Отчёт: /campaigns
}
