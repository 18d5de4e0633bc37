### Surveys: what a customer is asked after a visit, and what follows on the answer.

## The question. Our exact words; the owner reads them before it is switched on.

survey-question = How likely are you to recommend { $cafe } to a friend or colleague?
survey-scale = 0: not at all likely, 10: extremely likely
# $aspect: the owner's own words, such as "the drink".
aspect-question = Your last visit to { $cafe }. How was this: <b>{ $aspect }</b>?
aspect-scale = 1: very bad, 5: very good
survey-over = This question is more than two weeks old and can't be answered any more. If there is something to tell, write it here as a new message.

## The answer

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
survey-thanks-skipped = Thank you all the same.
survey-further-over = You changed your score, so this is not asked any more.
# $name: who served them.
praise-question = Shall I pass your words on to <b>{ $name }</b>? Without your name.
praise-passed = Your words went to <b>{ $name }</b>, without your name.
survey-review = Would you tell others too? A few words are enough.
button-praise-pass = Pass them on
button-review = Write a review
# For who served them; what the customer wrote stands below.
notice-praised = Praise from somebody whom you served:
praise-forgotten = <i>Praise from somebody who has asked to be forgotten since. It counts still.</i>

## The owner's page: what is asked

listening-heading = <b>What is asked</b>
listening-kind = { $kind ->
    [survey] How likely they are to recommend you
   *[aspect] One aspect of the visit
}: { $on ->
    [yes] <b>on</b>
   *[no] off
}
# $hours: after the visit. $sample: per cent. $days: between two questions about an aspect.
listening-when = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
} after a visit, from the third visit on, never at night and never beside another question. { $sample ->
    [100] After every visit that is due
   *[other] After { $sample }% of the visits that are due, drawn by their numbers
}. One customer is asked the first question at most once in 90 days, and about an aspect at most once in { $days ->
    [one] { $days } day
   *[other] { $days } days
}. It counts as a post of the week.
listening-too-few = Nobody is asked yet: you have { $customers ->
    [one] { $customers } customer
   *[other] { $customers } customers
}, and with fewer than { $fewest } every answer would have a face.
listening-aspects = Aspects: { $aspects }
listening-review = Who gives 9 or 10 is shown the way to { $link }
listening-no-review = Who gives 9 or 10 is thanked. Is there a place where reviews are written? Then I show the way there.
listening-read = These are our words, and they stay as they are: only so can the numbers be compared. { $kind ->
    [survey] The score comes with a tap from 0 to 10
   *[aspect] The score comes with a tap from 1 to 5
}, then one question why. Read it to the end, then switch it on below.
listening-term = { $term ->
    [delay] How long after a visit is asked?
   *[sample] After which share of the visits? Their numbers decide, so nobody at the counter can choose.
}
listening-aspects-how = One of these is asked about at a time, in turn. Tap one to rename it.
listening-ask-link = Where can customers write about you? Send the link, such as that of your page on a map.
listening-ask-aspect = What is asked about? A word or two, such as "the drink"; 40 letters at most. Language: <b>{ $language }</b>.
listening-kept = Kept.
listening-aspect-listed = That is on the list already: nothing was added.
button-listening-kind = { $kind ->
    [survey] Recommendation
   *[aspect] Aspects
}: { $on ->
    [yes] switch off
   *[no] read, switch on
}
button-listening-on = I have read it: switch on
button-listening-term = { $term ->
    [delay] How long after the visit
   *[sample] After which share of visits
}
button-listening-value = { $term ->
    [delay] { $value } hours
   *[sample] { $value } %
}
# $value: such as "4 hours".
button-listening-value-on = ✓ { $value }
button-listening-aspects = The list of aspects
button-listening-back = Back
button-aspect-add = One more
# $aspect: the owner's own words.
button-aspect-off = Off the list: { $aspect }
button-review-link = Link for reviews
button-review-link-off = No link for reviews
toast-listening = { $on ->
    [yes] It is on, for visits from now on
   *[no] It is off
}
rule-review-link = where reviews are written

## Refusals; they fit a toast

error-survey-over = This question is more than two weeks old and can't be answered any more. If there is something to tell, write it here as a new message.
error-correction-over = A score can be changed for one hour, and that is over. It stays as you gave it; if there is more to tell, just write it here.
error-score-first = Tap a number there first, please. Then I ask why, and take your words. What you wrote now was not kept.
error-reason-kept = One reason is kept, your first; this was not. If there is more to tell, write it here as a new message, not as a reply: then it goes to people of the cafe.
error-reason-unfit = As a reason I take text, a voice message or a photo. Please reply to the question once more, or tap { button-reason-skip }.
error-recording-gone = This can't be played any more: whoever sent it has asked to be forgotten.
error-aspect-gone = This is not on the list any more. Open the list again.
error-too-many-aspects = { $most } is as long as the list can be. Take one off first.
error-last-aspect = One has to stay on the list while it is asked about. Switch these questions off first, or add another one.
error-review-link = This is no link that a button can carry. Write it as it stands in the browser, such as https://example.com/cafe.
