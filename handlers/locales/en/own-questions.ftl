### A question of the owner's own: writing it, answering it, and what came of it.

## Writing it

question-ask = Write your question, words alone: what would you like to know? How it may be answered comes next. Nothing goes out before you have seen it and tapped the number.
question-heading = <b>Your question</b>, a draft. It stays here until you send it or throw it away.
# $answers: the owner's own words, such as "Cheesecake · Brownie".
question-answers = { $form ->
    [choice] Answers: { $answers }
    [scale] Answers: a number from 1 to 5
    [text] Answers: in their own words
   *[none] Answers: say it below
}
question-ask-version = Write the question in this language: { $language }. The answers come along; under <b>{ button-draft-answers }</b> you say them in this language too.
question-throw-ask = Throw this question away? Nobody is asked it then.
question-sample-says = This one is only for looking: nothing can be answered or muted here. Whoever is asked answers once, or mutes such questions.
button-draft-answers = What may they answer
answers-page = <b>What may they answer?</b> Everybody answers once and can change it for an hour. The question stays open for two weeks, and one question runs at a time.
button-answers = { $form ->
    [choice] One of your answers…
    [scale] A number from 1 to 5
   *[text] In their own words
}
draft-ask-answers = Which answers? Each on a line of its own: two to six of them, { $longest } characters each at most. Language: { $language }.
draft-ask-answers-in = And in { $language }? The same answers in the same order.

## For customers

question-how-scale = 1 is the lowest, 5 the highest.
question-how-text = Reply to this message with your answer.
question-answered = Your answer: <b>{ $answer }</b>. Thank you!
question-kept = Thank you, I have your answer. For an hour you can change it: just reply to the question once more.
question-over = This question is closed.
button-answer-change = Change my answer

## What came of it

# $title: how the question begins.
question-results = <b>{ $title }</b>
# $asked: whom it reached.
question-counts = { $asked ->
    [one] { $answered } of { $asked } person asked has answered.
   *[other] { $answered } of { $asked } people asked have answered.
}
# $percent: of those asked.
question-line = { $answer }: <b>{ $count }</b> ({ $percent } %)
question-line-few = { $answer }: <b>{ $count }</b>
question-bar = { $count } ({ $percent } %)
question-mean = Mean: { $mean } of { $most }
question-runs = This question runs: <b>{ $title }</b>. It can be answered until { DATETIME($until, dateStyle: "medium") }. Below is the next one.
question-until = It can be answered until { DATETIME($until, dateStyle: "medium") }.
question-closed = It can't be answered any more.
question-percents = Per cent are of those asked.
question-few = Below { $fewest } answers there are counts alone, no per cent and no mean: they would be chance.
question-limits = Counted is one answer from each of those whom the question reached, the last one that they gave. Practice and whoever was forgotten are left out. What the others think, who did not answer, it can't say.
question-texts = <b>In their own words</b>, the newest first, without names.
question-no-texts = Nobody has answered in words yet.
question-close-ask = Close this question? Nobody is asked any more then, and nobody can answer. What was answered stays.
button-question-results = What they answered
button-question-texts = Read the answers
button-question-picture = As a picture
button-question-count = Count again
button-question-close = Close the question
button-question-close-yes = Yes, close it
button-question-newer = Newer
button-question-older = Older
button-another-question = Ask something else

## In /mydata; question and answer stand behind it

mydata-own-answers = OUR OTHER QUESTIONS, AND YOUR ANSWERS
mydata-own-answer = { $at }
mydata-own-scale = { $number } of { $most }

## Refusals; they fit a toast

error-question-runs = “{ $title }” runs until { DATETIME($until, dateStyle: "medium") }, and there is one at a time. Close it under /campaigns first.
error-question-is-words = A question is words with its answers: no picture, file, link, offer, trial or weekly repeat. For these write a post: /broadcast
error-answers-missing = It was not said yet how it may be answered. Say it in the draft first.
error-answers-unfit = I can't take these. Write two to six different answers, each on a line of its own, at most { $longest } characters each.
error-answers-differ = In the first language there are { $count } answers. Write as many, in the same order.
error-question-over = This question is closed. If there is something to tell, write it here as a new message.
error-answer-fixed = An answer can be changed for one hour, and that is over. It stays as you gave it; if there is more to tell, write it here as a new message.
error-answered-by-tap = This question is answered with a tap on a button below it. If there is something to tell, write it here as a new message.
error-own-words-unfit = As an answer I take text, at most { $longest } characters. Please reply to the question once more.
