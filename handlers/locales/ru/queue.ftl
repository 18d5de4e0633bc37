### Очередь: кто ждёт у стойки. Только текст и эмодзи, понятно и вслух.

queue-waiting = { $count ->
    [one] <b>Ждёт { $count } гость</b>
    [few] <b>Ждут { $count } гостя</b>
    [many] <b>Ждут { $count } гостей</b>
   *[other] <b>Ждут { $count } гостя</b>
}
queue-nobody = Никто не ждёт.
# $pair: emoji, name and number; $progress: such as 3 of 6.
queue-line = { $pair } · { $name } · { $progress }
queue-line-wish = { $pair } · { $name } · { $progress } · хочет: { $item }
# $item: a reward that they hold and have not asked for.
queue-line-held = { $pair } · { $name } · { $progress } · есть: { $item }
queue-more = … и ещё { $count }
queue-done = { $pair } · { $name } · +{ $added } · { $progress } · { $by }
# $given: the rewards, where the visit was about nothing else.
queue-done-given = { $pair } · { $name } · выдано: { $given } · { $by }
queue-undone = { $pair } · { $name } · отменено · { $by }
queue-looking = { $pair } · { $name } · карта открыта · { $by }
queue-served = Из очереди сегодня: { $count }
queue-progress = { $stamps } из { $goal }
queue-who-is-absent = Кого нет? Нажатие убирает гостя из списка, и он об этом узнает.
queue-old = Очередь теперь ниже.
queue-closed = Очередь здесь больше не показывается.

## Buttons: one for each who waits; the pair code is in all of them, so that the thumb can't hit the wrong one.

button-serve = { $pair } · { $progress }
# One tap is not enough: it opens the staff card. $wish: the reward, or three dots.
button-serve-look = { $pair } · { $wish }
button-not-here = Кого-то нет…
button-absent = Нет у стойки: { $pair }
button-queue-undo = Отмена { $pair }
button-queue-card = Ещё { $pair }

# After one tap: the stamp, and a reward that can be offered now.
toast-held = { $progress }. Можно выдать: { $item }, карта по кнопке
toast-queue-look = Сначала взгляните: карта в этом чате.
toast-queue-card = Карта в этом чате.
toast-queue-absent = Убрано из списка: { $pair }

## What customers and staff are told

code-queued = Бариста видит вас и в очереди.
# The code is good all the same; only the queue waits. $seconds: until it takes them again.
code-too-soon = В очереди вас пока нет: она принимает один запрос в минуту. У стойки код действует сразу: его можно отсканировать или ввести. Чтобы встать в очередь, нажмите <b>{ button-stamp-me }</b> ещё раз через { $seconds ->
    [one] { $seconds } секунду.
    [few] { $seconds } секунды.
    [many] { $seconds } секунд.
   *[other] { $seconds } секунды.
}
code-too-often-absent = Сегодня бариста несколько раз не нашёл вас у стойки, поэтому в очередь снова можно встать завтра. Код при этом действует сразу: дайте его отсканировать или ввести.
code-absent = Бариста не нашёл вас у стойки, поэтому ничего не начислено. Когда подойдёте, нажмите <b>{ button-stamp-me }</b> и покажите экран.
error-marked-absent = Отмечено «нет у стойки» ({ $by }). Попросите гостя ещё раз нажать «{ button-stamp-me }».
