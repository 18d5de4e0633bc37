### Опросы: что спрашивают у гостя после визита и что следует за ответом.

## Вопрос. Точно наши слова; владелец читает их до включения.

survey-question = Насколько вероятно, что вы порекомендуете кафе «{ $cafe }» другу или коллеге?
survey-scale = 0 — совсем маловероятно, 10 — очень вероятно
# $aspect: the owner's own words, such as "the drink".
aspect-question = Ваш последний визит в «{ $cafe }». Как вам: <b>{ $aspect }</b>?
aspect-scale = 1 — очень плохо, 5 — очень хорошо
survey-over = Этому вопросу больше двух недель, и ответить на него уже нельзя. Если есть что рассказать, напишите сюда новым сообщением.

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
survey-thanks-skipped = Спасибо и на этом.
survey-further-over = Вы изменили оценку, поэтому здесь мы больше ни о чём не спрашиваем.
# $name: who served them.
praise-question = Передать ваши слова тому, кто вас обслуживал: <b>{ $name }</b>? Вашего имени не назовём.
praise-passed = Ваши слова переданы без вашего имени: <b>{ $name }</b>.
survey-review = Расскажете и другим? Хватит пары слов.
button-praise-pass = Передать
button-review = Написать отзыв
# For who served them; what the customer wrote stands below.
notice-praised = Похвала от гостя, которого вы обслуживали:
praise-forgotten = <i>Похвала от гостя, который с тех пор попросил его забыть. Она по-прежнему в счёте.</i>

## The owner's page: what is asked

listening-heading = <b>О чём спрашиваем</b>
listening-kind = { $kind ->
    [survey] Порекомендуют ли вас
   *[aspect] Одна сторона визита
}: { $on ->
    [yes] <b>включено</b>
   *[no] выключено
}
# $hours: after the visit. $sample: per cent. $days: between two questions about an aspect.
listening-when = Через { $hours ->
    [one] { $hours } час
    [few] { $hours } часа
    [many] { $hours } часов
   *[other] { $hours } часа
} после визита, начиная с третьего, никогда ночью и никогда рядом с другим вопросом. { $sample ->
    [100] После каждого подходящего визита
   *[other] После { $sample } % подходящих визитов, выбор по их номерам
}. Первый вопрос один гость получает не чаще раза в 90 дней, о стороне визита не чаще раза в { $days ->
    [one] { $days } день
    [few] { $days } дня
    [many] { $days } дней
   *[other] { $days } дня
}. Вопрос считается рассылкой недели.
listening-too-few = Пока никого не спрашиваем: у вас { $customers ->
    [one] { $customers } гость
    [few] { $customers } гостя
    [many] { $customers } гостей
   *[other] { $customers } гостя
}, а если их меньше { $fewest }, за каждым ответом видно лицо.
listening-aspects = Стороны визита: { $aspects }
listening-review = Кто ставит 9 или 10, увидит ссылку { $link }
listening-no-review = За 9 и 10 мы благодарим. Есть место, где пишут отзывы? Тогда я покажу туда дорогу.
listening-read = Это наши слова, и они не меняются: только так числа можно сравнивать. { $kind ->
    [survey] Оценка ставится нажатием от 0 до 10
   *[aspect] Оценка ставится нажатием от 1 до 5
}, потом один вопрос, почему. Прочитайте до конца и включите ниже.
listening-term = { $term ->
    [delay] Через сколько после визита спрашивать?
   *[sample] После какой доли визитов? Решают их номера, так что у стойки никто не выбирает.
}
listening-aspects-how = Спрашиваем о чём-то одном, по очереди. Нажмите, чтобы переименовать.
listening-ask-link = Где гости могут написать о вас? Пришлите ссылку, например на вашу страницу на карте.
listening-ask-aspect = О чём спрашивать? Слово или два, например «напиток»; не больше 40 букв. Язык: <b>{ $language }</b>.
listening-kept = Сохранено.
listening-aspect-listed = Это уже есть в списке, ничего не добавлено.
button-listening-kind = { $kind ->
    [survey] Рекомендация
   *[aspect] Стороны
}: { $on ->
    [yes] выключить
   *[no] прочитать
}
button-listening-on = Прочитано, включить
button-listening-term = { $term ->
    [delay] Через сколько после визита
   *[sample] После какой доли визитов
}
button-listening-value = { $term ->
    [delay] { $value } ч
   *[sample] { $value } %
}
# $value: such as "4 hours".
button-listening-value-on = ✓ { $value }
button-listening-aspects = Список сторон визита
button-listening-back = Назад
button-aspect-add = Добавить
# $aspect: the owner's own words.
button-aspect-off = Убрать: { $aspect }
button-review-link = Ссылка для отзывов
button-review-link-off = Без ссылки для отзывов
toast-listening = { $on ->
    [yes] Включено, для визитов с этой минуты
   *[no] Выключено
}
rule-review-link = где пишут отзывы

## Refusals; they fit a toast

error-survey-over = Этому вопросу больше двух недель, и ответить на него уже нельзя. Если есть что рассказать, напишите сюда новым сообщением.
error-correction-over = Оценку можно изменить в течение часа, и он прошёл. Она остаётся прежней; если есть что добавить, просто напишите сюда.
error-score-first = Сначала нажмите там на число. Потом я спрошу, почему, и приму ваши слова. Написанное сейчас не сохранено.
error-reason-kept = Сохраняется одно объяснение, первое; это — нет. Если есть что добавить, напишите сюда новым сообщением, не ответом: тогда его прочтут люди в кафе.
error-reason-unfit = Объяснить можно текстом, голосом или фото. Ответьте на вопрос ещё раз или нажмите «{ button-reason-skip }».
error-recording-gone = Послушать это уже нельзя: отправивший попросил его забыть.
error-aspect-gone = Этого в списке больше нет. Откройте список заново.
error-too-many-aspects = Больше { $most } в списке быть не может. Сначала уберите что-нибудь.
error-last-aspect = Пока об этом спрашивают, в списке должно остаться хоть одно. Сначала выключите эти вопросы или добавьте другое.
error-review-link = Такую ссылку на кнопку не поставить. Напишите её, как в браузере, например https://example.com/cafe.
