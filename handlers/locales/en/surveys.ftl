### Surveys: what a customer is asked after a visit, and what follows on the answer.

## The question. Our exact words; the owner reads them before it is switched on.

survey-question = How likely are you to recommend { $cafe } to a friend or colleague?
survey-scale = 0: not at all likely, 10: extremely likely
# $aspect: the owner's own words, such as "the drink".
aspect-question = Your last visit to { $cafe }. How was this: <b>{ $aspect }</b>?
aspect-scale = 1: very bad, 5: very good
survey-over = This question is more than two weeks old and can't be answered any more. If there is something to tell, just write it here.

## The answer; two buttons share a row

survey-scored = You said { $score } of { $highest }.
button-score-change = Change
button-reason-skip = Skip the reason

## Why: a reply to this message is the reason. $band: promoter 9-10 (of an aspect 5), passive 7-8 (3-4), detractor.

survey-reason = { $band ->
    [promoter] What do you like most?
    [passive] What would make it a 10?
   *[detractor] What went wrong?
}
aspect-reason = { $band ->
    [promoter] What did you like?
    [passive] What would make it better?
   *[detractor] What went wrong?
}
survey-reason-how = If you like to tell it, reply to this message: with text, a voice message or a photo.

## Thanks

survey-thanks = { $band ->
    [promoter] Thank you! It is good to hear that.
    [passive] Thank you! It helps us to become better.
   *[detractor] Thank you for saying it openly. It helps us to put things right.
}
# $name: who served them.
praise-question = Shall I pass your words on to <b>{ $name }</b>? Without your name.
praise-passed = Your words went to <b>{ $name }</b>, without your name.
survey-review = Would you tell others too? A few words are enough.
button-praise-pass = Pass them on
button-review = Write a review
# For who served them. $words: what the customer wrote.
notice-praised = Praise from somebody whom you served:

    { $words }

## Refusals; they fit a toast

error-survey-over = This question is more than two weeks old and can't be answered any more. If there is something to tell, just write it here.
error-correction-over = A score can be changed for one hour, and that is over. It stays as you gave it; if there is more to tell, just write it here.
error-reason-unfit = As a reason I take text, a voice message or a photo. Please reply to the question once more, or tap { button-reason-skip }.
error-aspect-gone = This is not on the list any more. Open the list again.
error-too-many-aspects = { $most } is as long as the list can be. Take one off first.
error-last-aspect = One has to stay on the list while it is asked about. Switch these questions off first, or add another one.
error-review-link = This is no link that a button can carry. Write it as it stands in the browser, such as https://example.com/cafe.
