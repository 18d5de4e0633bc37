### What people write: short answers of the owner's, letters to the cafe, and what staff reply.
### letter = сообщение · answer = ответ · former customer = бывший гость. No past tense after a name.

## Customers write

letter-passed = Сообщение передано в кафе. Вам ответят здесь, как только освободится рука.
letter-passed-too = И это передано в кафе. Пишите, сколько нужно: читает человек.
letter-talk = Передано.
letter-talk-too = Это тоже передано.
letter-enough = Спасибо. За этот час кафе больше не успеет прочитать, поэтому сообщение не передано. Загляните к нам или напишите позже.
letter-enough-too = Это тоже не удалось передать. Спросите, пожалуйста, у стойки.
letter-stranger = Передать это нельзя: вам не смогут ответить. Отправьте /start, чтобы получить карту, и напишите снова.
letter-stranger-too = Без карты доступно только то, что кафе отвечает всем. Карту даёт /start.
button-pass-on = Не то: спросить кафе
toast-passed = { $passed ->
    [enough] За этот час кафе больше не успеет прочитать. Загляните к нам
    [nobody_there] Пока некому прочитать. Загляните к нам
    [stranger] Сначала отправьте /start и получите карту, чтобы вам могли ответить
   *[other] Передано в кафе
}
help-chat = Просто напишите: на что могу, отвечу сразу, остальное передам в кафе. /privacy говорит, что мы храним.

## Letters, as staff see them

# $name: the customer; $content: what was sent.
letter-heading = { $content ->
    [photo] Фото от гостя <b>{ $name }</b>:
    [voice] Голос гостя <b>{ $name }</b>:
    [video] Видео от гостя <b>{ $name }</b>:
    [document] Файл от гостя <b>{ $name }</b>:
    [sticker] Стикер от гостя <b>{ $name }</b>:
    [contact] Чей-то контакт от гостя <b>{ $name }</b>, номер не передаётся:
    [location] Место на карте от гостя <b>{ $name }</b>:
    [poll] Опрос от гостя <b>{ $name }</b>:
    [other] От гостя <b>{ $name }</b> пришло то, что передать нельзя. Спросите, что это.
   *[text] <b>{ $name }</b> пишет:
}
letter-how = <i>Ответьте на это сообщение, и ответ уйдёт гостю.</i>
letter-answered = ↩ Ответ: { $by }
letter-answer-lost = ↩ Ответ: { $by }. Не доставлен, бот заблокирован.
letter-former = <i>Удалено: гость просит его забыть. Ответ до него не дойдёт.</i>
letter-blanked = <i>Удалено: сообщения хранятся месяц.</i>
letter-not-copied = Это передать нельзя. Отправьте текст, фото, голос, видео или файл.
former-customer = бывший гость { $number }
notice-answer-lost = Ответ не доставлен: гость заблокировал бота. Какой именно, видно в сообщении выше.

## What staff reply, as the customer sees it

answer-heading = { $content ->
    [photo] <b>{ $by }</b>, фото:
    [voice] <b>{ $by }</b>, голос:
    [video] <b>{ $by }</b>, видео:
    [document] <b>{ $by }</b>, файл:
    [sticker] <b>{ $by }</b>, стикер:
    [contact] <b>{ $by }</b>, контакт:
    [location] <b>{ $by }</b>, место на карте:
    [poll] <b>{ $by }</b> спрашивает:
   *[other] <b>{ $by }</b>:
}

## Short answers, written by managers

staff-how-answers = В /answers лежат короткие ответы гостям: часы, адрес, меню, Wi-Fi. Остальное попадает в рабочий чат, а пока его нет — владельцам; ответ на сообщение дойдёт до гостя.
answers-what = Это гости получают сразу. Всё остальное, что они пишут, попадает в рабочий чат, а пока его нет — владельцам; ответ на сообщение уходит им.
answer-kind = { $kind ->
    [hours] Часы работы
    [address] Адрес
    [menu] Меню
   *[wifi] Wi-Fi
}
answer-own = Другой ответ
# What people write who ask for it: words between commas.
answer-triggers = { $kind ->
    [hours] часы, открыто, открыты, работаете, закрываетесь, до скольки, во сколько
    [address] адрес, где, как пройти, как доехать, парковка
    [menu] меню, цены, цена, сколько стоит, еда, напитки
   *[wifi] вайфай, вай-фай, wifi, wi-fi, интернет, пароль
}
answer-name = <b>{ $name }</b>
answer-none-yet = Ответа на это пока нет.
answer-says = { $language }: { $text }
answer-asked-by = Слова, по которым он приходит: { $triggers }
answer-has-picture = С картинкой.
button-answer-another = Другой ответ…
button-answer-write = Написать
button-answer-triggers = Слова вопроса
button-answer-delete = Удалить
button-answer-delete-yes = Да, удалить
answer-delete-ask = Удалить ответ «{ $name }»? На это снова будут отвечать люди.
toast-answer-deleted = Удалено
answer-ask = Что отвечать? Отправьте текст или фото с подписью. /cancel оставит всё как есть.
# $kind: as in answer-name.
answer-placeholder = { $kind ->
    [hours] Пн–пт 8–18, сб 10–16
    [address] Длинная улица, 12, во дворе
    [menu] Кофе 3, торт 4
    [wifi] Сеть cup, пароль onemorecup
   *[own] Да, с собаками можно
}
answer-only-text = Нужен текст или фото с подписью. Отправьте или нажмите /cancel.
answer-saved = Сохранено. Слова вопроса: { $triggers }. Гость получит:
answer-triggers-ask = По каким словам приходит этот ответ? Отправьте их через запятую, на всех языках ваших гостей. /cancel оставит всё как есть.
answer-triggers-placeholder = собака, с собакой, питомец
answer-triggers-saved = Сохранено. Слова вопроса: { $triggers }

## Refusals

error-too-many-letters = За этот час кафе больше не успеет прочитать. Загляните к нам или напишите позже.
error-letter-over = Этого сообщения больше нет. Ответьте на более новое сообщение этого гостя.
error-customer-gone = Этот гость просит его забыть: отправить ему больше ничего нельзя. Делать ничего не нужно.
error-answer-gone = Этого ответа больше нет. Откройте /answers ещё раз.
error-triggers-unfit = Нужно от 1 до { $most } слов с буквами, в каждом не больше { $longest } знаков. Отправьте ещё раз.
