### The owner's rules about posts: quiet hours, how many, and what segments mean.

button-set-posting = Рассылка, ночь
# Two of these share a row, so at most 18 characters each.
button-quiet-from = Начало ночи
button-quiet-until = Конец ночи
button-segment-bounds = Кто «новый», кто «потерян»

posting-heading = <b>Рассылка</b>: предложения и поздравления. Квитанции и напоминания приходят всегда, ночью без звука.
# $begins, $ends: hours on the cafe's wall.
posting-night = С { $begins } до { $ends } ничего не рассылается: что должно было уйти, ждёт дня.
posting-always = Рассылка идёт в любое время суток.
posting-cap = { $posts ->
    [one] Одному гостю — не больше { $posts } предложения в неделю. Сколько разрешить?
   *[other] Одному гостю — не больше { $posts } предложений в неделю. Сколько разрешить?
}
set-quiet-from = С какого часа ничего не рассылать? Сейчас: { $hour }. Тот же час, что и конец, значит: без ночи.
set-quiet-until = С какого часа снова можно рассылать? Сейчас: { $hour }. Тот же час, что и начало, значит: без ночи.

segment-bounds-heading = <b>Что здесь значат эти слова</b>
bounds-new = { $days ->
    [one] • Новые: завели карту за последний { $days } день.
    [few] • Новые: завели карту за последние { $days } дня.
   *[other] • Новые: завели карту за последние { $days } дней.
}
bounds-here = { $days ->
    [one] • Были недавно: последний визит не раньше чем { $days } день назад.
    [few] • Были недавно: последний визит не раньше чем { $days } дня назад.
   *[other] • Были недавно: последний визит не раньше чем { $days } дней назад.
}
bounds-slipping = { $most ->
    [one] • Отдаляются: последний визит от { $least } до { $most } дня назад.
   *[other] • Отдаляются: последний визит от { $least } до { $most } дней назад.
}
bounds-lost = { $days ->
    [one] • Потеряны: последний визит больше { $days } дня назад.
   *[other] • Потеряны: последний визит больше { $days } дней назад.
}
# $days: a number in which the visits were.
bounds-regular = { $visits ->
    [one] • Завсегдатаи: от { $visits } визита (за дней: { $days }).
   *[other] • Завсегдатаи: от { $visits } визитов (за дней: { $days }).
}
bounds-habit = { $visits ->
    [one] • Утренние гости приходят с { $morning } до { $lunch }, обеденные — с { $lunch } до { $ends }: половина их визитов или больше, а всего не меньше { $visits } визита.
   *[other] • Утренние гости приходят с { $morning } до { $lunch }, обеденные — с { $lunch } до { $ends }: половина их визитов или больше, а всего не меньше { $visits } визитов.
}
button-bound-new-days = Новые: дни
button-bound-here-days = Были недавно: дни
button-bound-lost-days = Потеряны: дни
button-bound-regular-visits = Завсегдатаи: визиты
button-bound-regular-days = Завсегдатаи: дни
button-bound-habit-visits = Утро, обед: визиты
button-bound-morning-from = Начало утра
button-bound-lunch-from = Начало обеда
button-bound-lunch-until = Конец обеда
set-bound-new-days = Сколько дней после заведения карты гость новый? Сейчас: { $now }.
set-bound-here-days = Сколько дней после последнего визита гость «был недавно»? Сейчас: { $now }. Это должно быть меньше, чем для «потерян».
set-bound-lost-days = Через сколько дней после последнего визита гость потерян? Сейчас: { $now }. Это должно быть больше, чем для «был недавно».
set-bound-regular-visits = Сколько визитов делают завсегдатаем? Сейчас: { $now }.
set-bound-regular-days = За сколько дней считать эти визиты? Сейчас: { $now }.
set-bound-habit-visits = С какого числа визитов у гостя есть свой час? Сейчас: { $now }.
set-bound-morning-from = С какого часа утро? Сейчас: { $now }.
set-bound-lunch-from = С какого часа обед? Утро тогда кончается. Сейчас: { $now }.
set-bound-lunch-until = До какого часа обед? Сейчас: { $now }.

rule-quiet-from = начало ночи
rule-quiet-until = конец ночи
rule-posts-a-week = предложений в неделю
rule-segments = сегменты
error-bounds-odd = Так не сходится: «был недавно» кончается раньше, чем «потерян», а утро — раньше обеда. Сначала измените другое.
