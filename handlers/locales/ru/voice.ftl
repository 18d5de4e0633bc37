### What customers said, in numbers and reasons: for the owner.

command-voice = Что говорят о вас гости

## The page. $first: the day on which the time begins.

voice-heading = <b>Что говорят гости</b>, с { DATETIME($first, dateStyle: "medium") }
voice-nobody = За это время никого не спрашивали.
# $score and $error: in points, such as +30 and 14; $rate: per cent.
voice-score = Готовность рекомендовать: <b>{ $score }</b>, плюс-минус { $error }. Ответов: { $answers }, спрошено: { $asked } ({ $rate } %).
voice-too-few = Оценки пока нет. Ответов: { $answers }, спрошено: { $asked } ({ $rate } %). { $left ->
    [one] Не хватает ещё { $left } ответа.
    [few] Не хватает ещё { $left } ответов.
    [many] Не хватает ещё { $left } ответов.
   *[other] Не хватает ещё { $left } ответа.
}
voice-bands = Промоутеры (9-10): <b>{ $promoters }</b> · нейтральные (7-8): <b>{ $passives }</b> · критики (0-6): <b>{ $detractors }</b>
# $said: what voice-in-short or voice-counts say.
voice-counter = Точка { $number }
voice-location = { $name }: { $said }
voice-in-short = { $score } ± { $error } (ответов: { $answers })
voice-counts = ответов: { $answers } ({ $promoters } / { $passives } / { $detractors })
voice-aspects = <b>Стороны визита</b>, от 1 до 5
voice-aspect = { $name }: <b>{ $average }</b> (ответов: { $answers })
voice-aspect-few = { $name }: ответов: { $answers }, для среднего мало
voice-aspect-search = <code>/voice { $name }</code>: что об этом сказали.
# $month: such as "November".
voice-praises = <b>Кого хвалили гости</b>, { $month }
voice-praise = { $name }: { $praises }
# $right, $wrong: as managers say; $answered: no, minutes or hours; $wait: so many of them; $unanswered: tickets without one.
voice-tickets = <b>Недовольные гости</b>: { $opened } · открыто { $live }, закрыто как исправленное { $right }, как неисправленное { $wrong }{ $forgotten ->
        [0] {""}
       *[other] , по просьбе гостя забыто { $forgotten }
    }
    { $answered ->
        [no] Первого ответа ещё никто не получил: /tickets
        [minutes] Половина первых ответов пришла не позже чем через { $wait } мин; без ответа: { $unanswered }. /tickets
       *[hours] Половина первых ответов пришла не позже чем через { $wait } ч; без ответа: { $unanswered }. /tickets
    }
voice-tickets-denied = Сами гости говорят, что не исправлено: { $denied }
voice-search = <code>/voice молоко</code> ищет по причинам за последний год.

button-voice-period = { $period ->
    [month] Этот месяц
    [quarter] 90 дней
   *[year] Год
}
button-voice-period-on = ✓ { $period ->
    [month] Этот месяц
    [quarter] 90 дней
   *[year] Год
}
button-voice-scores = 📊 Все оценки
button-voice-months = 📈 По месяцам
button-voice-weeks = 📈 По неделям
button-voice-matrix = Кто что говорит
button-voice-reasons = Причины: { $band ->
    [promoter] промоутеры
    [passive] нейтральные
   *[detractor] критики
}
button-voice-asked = О чём спрашивают гостей
button-voice-back = Назад к цифрам

## Reasons

voice-reasons = <b>Причины: { $band ->
    [promoter] промоутеры (9-10 и 5 из 5)
    [passive] нейтральные (7-8 и 3-4 из 5)
   *[detractor] критики (0-6 и 1-2 из 5)
}</b>
voice-reasons-none = За год никто не назвал причину.
# $words: what was searched for.
voice-found = Причины, где есть <b>{ $words }</b>: { $count }
voice-found-more = Здесь самые новые: { $shown }. Ещё одно слово сузит поиск.
# $score: such as "3", or "the speed: 2/5"; $content: a message besides its text.
voice-reason = <b>{ $score }</b> · { DATETIME($day, dateStyle: "medium") }
voice-reason-sent = <b>{ $score }</b> · { DATETIME($day, dateStyle: "medium") } · { $content ->
    [photo] 🖼 фото
    [voice] 🎤 голосовое
   *[other] 📎 вложение
}
# $content: photo or voice; $score: as above.
button-voice-play = { $content ->
    [photo] 🖼
   *[voice] 🎤
} { DATETIME($day, dateStyle: "medium") } · { $score }
voice-play-failed = Переслать это не удалось. Возможно, сообщение удалили там, откуда оно пришло, или ваш Telegram не принимает голосовые.
button-voice-older = Раньше

## Who says what

voice-matrix = <b>Кто что говорит и как часто приходит</b>
voice-matrix-row = { $band ->
    [promoter] Промоутеры
    [passive] Нейтральные
   *[detractor] Критики
}: часто <b>{ $fortnightly }</b> · раз в месяц <b>{ $monthly }</b> · редко <b>{ $seldom }</b>
# $often, $least and $most: visits within so many days.
voice-matrix-how = Каждый гость один раз: по последнему ответу за год и по числу визитов за { $days } дней. Часто — от { $often }, раз в месяц — от { $least } до { $most }, редко — меньше.
voice-matrix-write = Кнопка начинает сообщение этим гостям. Его, как всегда, получат только те, кто согласился на предложения.
voice-matrix-none = За год никто не ответил.
button-voice-write = ✍ { $count }: { $band ->
    [promoter] промоутеры
    [passive] нейтральные
   *[detractor] критики
}, { $often ->
    [fortnightly] часто
    [monthly] раз в месяц
   *[seldom] редко
}
button-voice-draw = 📊 Картинкой
toast-voice-aimed = Сообщение, которое вы начали, теперь для этих гостей.
segment-voiced = { $band ->
    [promoter] промоутеры
    [passive] нейтральные
   *[detractor] критики
}, { $often ->
    [fortnightly] часто
    [monthly] раз в месяц
   *[seldom] редко
}

## Pictures

voice-picture-scores = Насколько вероятно, что вас порекомендуют, 0-10
voice-picture-trend = { $step ->
    [week] По неделям
   *[month] По месяцам
}
voice-picture-matrix = Гости по ответам и визитам
voice-band = { $band ->
    [promoter] промоутеры
    [passive] нейтральные
   *[detractor] критики
}
voice-often = { $often ->
    [fortnightly] часто
    [monthly] раз в месяц
   *[seldom] редко
}
# $when: a week's first day, or a month.
voice-trend-line = { $when }: { $said }
voice-trend-none = За это время никто не ответил.
voice-formula = Оценка: процент промоутеров (9-10) минус процент критиков (0-6) от всех ответов. Плюс-минус: одна стандартная ошибка, √((p + d − (p − d)²) / n); в двух случаях из трёх случайность остаётся в этих пределах.
voice-limits = Учтены только те, кто ответил. Если ответов меньше { $fewest }, оценки нет: это была бы случайность.
voice-gaps = Пропуски: время, когда ответов меньше { $fewest }{ $counts ->
    [yes] ; в скобках промоутеры, нейтральные, критики.
   *[no] .
}
toast-voice-drawing = Рисую.
voice-picture-failed = Картинку не удалось нарисовать или отправить; выше то, что на ней, словами. Нажмите кнопку ещё раз чуть позже.

## The morning

# $bands: such as "2 promoters, 1 detractor".
digest-answers = { $answers ->
    [one] { $answers } ответ
    [few] { $answers } ответа
    [many] { $answers } ответов
   *[other] { $answers } ответа
} на вопрос, порекомендуют ли вас: { $bands }. /voice
digest-promoters = { $count ->
    [one] { $count } промоутер
    [few] { $count } промоутера
    [many] { $count } промоутеров
   *[other] { $count } промоутера
}
digest-passives = { $count ->
    [one] { $count } нейтральный
    [few] { $count } нейтральных
    [many] { $count } нейтральных
   *[other] { $count } нейтрального
}
digest-detractors = { $count ->
    [one] { $count } критик
    [few] { $count } критика
    [many] { $count } критиков
   *[other] { $count } критика
}
