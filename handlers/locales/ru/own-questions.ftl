### Собственный вопрос владельца: как его пишут, как отвечают и что получилось.

## Как его пишут

question-ask = Напишите вопрос, только словами: что вы хотите узнать? Как на него отвечать, скажете потом. Ничего не уйдёт, пока вы не увидите вопрос и не нажмёте на число.
question-heading = <b>Ваш вопрос</b>, черновик. Он лежит здесь, пока вы его не отправите или не выбросите.
# $answers: слова владельца, например «Чизкейк · Брауни».
question-answers = { $form ->
    [choice] Ответы: { $answers }
    [scale] Ответы: число от 1 до 5
    [text] Ответы: своими словами
   *[none] Ответы: укажите ниже
}
button-draft-answers = Как можно ответить
answers-page = <b>Как можно ответить?</b> Каждый отвечает один раз и час может менять ответ. Вопрос открыт две недели, и одновременно идёт только один вопрос.
button-answers = { $form ->
    [choice] Один из ваших ответов…
    [scale] Число от 1 до 5
   *[text] Своими словами
}
draft-ask-answers = Какие ответы? Каждый с новой строки: от двух до шести, не длиннее { $longest } знаков. Язык: { $language }.
draft-ask-answers-in = А на этом языке: { $language }? Те же ответы в том же порядке.

## Для гостей

question-how-scale = 1 – самая низкая оценка, 5 – самая высокая.
question-how-text = Ответьте на это сообщение, чтобы написать свой ответ.
question-answered = Ваш ответ: <b>{ $answer }</b>. Спасибо!
question-kept = Спасибо, ответ записан. В течение часа его можно изменить: просто ответьте на вопрос ещё раз.
question-over = Этот вопрос закрыт.
button-answer-change = Изменить ответ

## Что получилось

# $title: начало вопроса.
question-results = <b>{ $title }</b>
# $asked: до кого дошёл вопрос.
question-counts = Ответили { $answered } из { $asked } спрошенных.
# $percent: от числа спрошенных.
question-line = { $answer }: <b>{ $count }</b> ({ $percent } %)
question-mean = В среднем: { $mean } из { $most }
question-until = Проценты – от числа спрошенных. Ответить можно до { DATETIME($until, dateStyle: "medium") }
question-closed = Ответить больше нельзя. Проценты – от числа спрошенных.
question-caption = { $title } · Ответили { $answered } из { $asked } спрошенных. Проценты – от числа спрошенных.
question-texts = <b>Своими словами</b>, сначала новые, без имён.
question-no-texts = Словами пока никто не ответил.
question-close-ask = Закрыть вопрос? Тогда больше никого не спросят и никто не сможет ответить. Полученные ответы останутся.
button-question-results = Что ответили
button-question-texts = Читать ответы
button-question-picture = Картинкой
button-question-count = Пересчитать
button-question-close = Закрыть вопрос
button-question-close-yes = Да, закрыть
button-question-newer = Новее
button-question-older = Раньше
button-another-question = Спросить о другом

## В /mydata; вопрос и ответ стоят после

mydata-own-answers = ЧТО ВЫ ОТВЕТИЛИ НА НАШИ ВОПРОСЫ
mydata-own-answer = { $at }

## Отказы; помещаются во всплывающее окно

error-question-runs = «{ $title }» идёт до { DATETIME($until, dateStyle: "medium") } и вопрос всегда один. Сначала закройте его: /campaigns.
error-question-is-words = Вопрос – это слова и ответы: без картинки, ссылки, предложения, пробы и повтора. Для этого напишите пост.
error-answers-missing = Как можно ответить? Сначала укажите это в черновике.
error-answers-unfit = От двух до шести разных ответов, каждый с новой строки, не длиннее { $longest } знаков.
error-answers-differ = На первом языке ответов { $count }. Напишите столько же в том же порядке.
error-question-over = Этот вопрос закрыт. Если хотите что-то сказать, просто напишите сюда.
error-answer-fixed = Ответ можно менять один час, и он прошёл. Ответ остаётся таким, как вы его дали.
error-own-words-unfit = Ответ – это текст, не длиннее { $longest } знаков. Ответьте, пожалуйста, на вопрос ещё раз.
