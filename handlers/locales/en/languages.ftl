### The language that we speak with somebody, and the cafe's own sentences over ours.

# As the language calls itself; it stands on a button, so at most 18 characters.
language-name = English

# To a customer, with the keyboard in this language.
language-chosen = From now on I speak English with you.
language-ask = Which language shall I speak with you?
# $languages: the other languages, as they call themselves.
language-others = { $languages }: /language
toast-language = English it is

# To the owners. $lines: one sentence of the cafe's a line.
notice-texts-faulty =
    Some of your own sentences in the folder <code>texts</code> can't be used. Mine stand in their place until they are mended and I am started again.

    { $lines }
# $name: the sentence, file or folder.
text-problem = <code>{ $language }</code> <code>{ $name }</code>: { $reason ->
    [folder] the folder's name is no language
    [file] the file can't be read; save it as UTF-8
    [syntax] can't be read; look at signs and indents
    [twice] stands there twice, the first counts
    [unknown] I have no sentence of this name
    [arguments] has to speak of the same things as mine: all $names, no others
    [choices] lacks one of the choices that mine has
    [plural] lacks a plural form of its language
    [tags] its tags don't close, or may not stand there
    [long] is too long for its place
    [missing] is not there yet, I say it in English
    [unfinished] this language has too few sentences to be spoken
   *[broken] can't be said
}
text-problems-more = { $more ->
    [one] And { $more } more, in the log.
   *[other] And { $more } more, in the log.
}
