### The language that we speak with somebody, and the cafe's own sentences over ours.

# As the language calls itself; it stands on a button, so at most 18 characters.
language-name = Русский

# To a customer, with the keyboard in this language.
language-chosen = Теперь я говорю с вами по-русски.
language-ask = На каком языке мне с вами говорить?
# $languages: the other languages, as they call themselves.
language-others = { $languages }: /language
toast-language = Теперь по-русски

# To the owners. $lines: one sentence of the cafe's a line.
notice-texts-faulty =
    Часть ваших собственных фраз из папки <code>texts</code> использовать нельзя. Вместо них стоят мои, пока вы их не поправите и не запустите меня снова.

    { $lines }
# $name: the sentence, file or folder.
text-problem = <code>{ $language }</code> <code>{ $name }</code>: { $reason ->
    [folder] имя папки — не язык
    [file] файл не читается, сохраните его в UTF-8
    [syntax] не читается, проверьте знаки и отступы
    [twice] встречается дважды, действует первая
    [unknown] фразы с таким именем у меня нет
    [arguments] должна говорить о том же, что моя: все $имена и никаких других
    [choices] не хватает одного из вариантов, которые есть в моей
    [plural] не хватает формы числа
    [tags] теги не закрыты или им здесь не место
    [long] слишком длинная для своего места
    [missing] пока нет, говорю по-английски
    [unfinished] в этом языке пока слишком мало фраз
   *[broken] не произносится
}
text-problems-more = { $more ->
    [one] И ещё { $more } в журнале.
    [few] И ещё { $more } в журнале.
    [many] И ещё { $more } в журнале.
   *[other] И ещё { $more } в журнале.
}
