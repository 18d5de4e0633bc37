### Опросы: что спрашивают у гостя после визита и что следует за ответом.

## Вопрос. Точно наши слова; владелец читает их до включения.

survey-question = Насколько вероятно, что вы порекомендуете кафе «{ $cafe }» другу или коллеге?
survey-scale = 0 — совсем маловероятно, 10 — очень вероятно
# $aspect: the owner's own words, such as "the drink".
aspect-question = Ваш последний визит в «{ $cafe }». Как вам: <b>{ $aspect }</b>?
aspect-scale = 1 — очень плохо, 5 — очень хорошо
survey-over = Этому вопросу больше двух недель, и ответить на него уже нельзя. Если есть что рассказать, просто напишите сюда.

## Ответ; две кнопки стоят в одном ряду

survey-scored = Ваша оценка: { $score } из { $highest }.
button-score-change = Изменить
button-reason-skip = Без объяснений

## Why: a reply to this message is the reason. $band: promoter 9-10 (of an aspect 5), passive 7-8 (3-4), detractor.

survey-reason = { $band ->
    [promoter] Что вам нравится больше всего?
    [passive] Чего не хватило до десятки?
   *[detractor] Что пошло не так?
}
aspect-reason = { $band ->
    [promoter] Что вам понравилось?
    [passive] Что стоило бы улучшить?
   *[detractor] Что пошло не так?
}
survey-reason-how = Если хотите рассказать, ответьте на это сообщение: текстом, голосом или фото.

## Спасибо

survey-thanks = { $band ->
    [promoter] Спасибо! Нам очень приятно.
    [passive] Спасибо! Это поможет нам стать лучше.
   *[detractor] Спасибо, что сказали прямо. Это поможет нам всё исправить.
}
# $name: who served them.
praise-question = Передать ваши слова тому, кто вас обслуживал: <b>{ $name }</b>? Вашего имени не назовём.
praise-passed = Ваши слова переданы без вашего имени: <b>{ $name }</b>.
survey-review = Расскажете и другим? Хватит пары слов.
button-praise-pass = Передать
button-review = Написать отзыв
# For who served them. $words: what the customer wrote.
notice-praised = Похвала от гостя, которого вы обслуживали:

    { $words }

## Refusals; they fit a toast

error-survey-over = Этому вопросу больше двух недель, и ответить на него уже нельзя. Если есть что рассказать, просто напишите сюда.
error-correction-over = Оценку можно изменить в течение часа, и он прошёл. Она остаётся прежней; если есть что добавить, просто напишите сюда.
error-reason-unfit = Объяснить можно текстом, голосом или фото. Ответьте на вопрос ещё раз или нажмите «{ button-reason-skip }».
error-aspect-gone = Этого в списке больше нет. Откройте список заново.
error-too-many-aspects = Больше { $most } в списке быть не может. Сначала уберите что-нибудь.
error-last-aspect = Пока об этом спрашивают, в списке должно остаться хоть одно. Сначала выключите эти вопросы или добавьте другое.
error-review-link = Такую ссылку на кнопку не поставить. Напишите её, как в браузере, например https://example.com/cafe.
