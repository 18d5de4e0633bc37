### What customers said, in numbers and reasons: for the owner.

command-voice = What customers say of you

## The page. $first: the day on which the time begins.

voice-heading = <b>What customers say</b>, since { DATETIME($first, dateStyle: "medium") }
voice-nobody = Nobody was asked in this time.
# $score and $error: in points, such as +30 and 14; $rate: per cent.
voice-score = Recommend you: <b>{ $score }</b>, give or take { $error }, from { $answers } of { $asked } asked ({ $rate }%).
voice-too-few = No score yet: { $answers } of { $asked } asked have answered ({ $rate }%). { $left ->
    [one] One more answer makes a score.
   *[other] { $left } more answers make a score.
}
voice-bands = Promoters (9-10): <b>{ $promoters }</b> · passives (7-8): <b>{ $passives }</b> · detractors (0-6): <b>{ $detractors }</b>
# $said: what voice-in-short or voice-counts say.
voice-counter = Counter { $number }
voice-location = { $name }: { $said }
voice-in-short = { $score } ± { $error } (answers: { $answers })
voice-counts = answers: { $answers } ({ $promoters } / { $passives } / { $detractors })
voice-aspects = <b>Aspects</b>, 1 to 5
voice-aspect = { $name }: <b>{ $average }</b> (answers: { $answers })
voice-aspect-few = { $name }: answers: { $answers }, too few for an average
voice-aspect-search = <code>/voice { $name }</code> lists what was said of it.
# $month: such as "November".
voice-praises = <b>Praised by customers</b>, { $month }
voice-praise = { $name }: { $praises }
# $right, $wrong: as managers say; $answered: no, minutes or hours; $wait: so many of them; $unanswered: tickets without one.
voice-tickets = <b>Unhappy customers</b>: { $opened } · open { $live }, closed as put right { $right }, as not put right { $wrong }{ $forgotten ->
        [0] {""}
       *[other] , customer forgotten { $forgotten }
    }
    { $answered ->
        [no] None of them has a first answer yet: /tickets
        [minutes] Half of the first answers came within { $wait } min; without one: { $unanswered }. /tickets
       *[hours] Half of the first answers came within { $wait } h; without one: { $unanswered }. /tickets
    }
voice-tickets-denied = Customers who say that it was not put right: { $denied }
voice-search = <code>/voice milk</code> searches the reasons of the last year.

button-voice-period = { $period ->
    [month] This month
    [quarter] 90 days
   *[year] A year
}
button-voice-period-on = ✓ { $period ->
    [month] This month
    [quarter] 90 days
   *[year] A year
}
button-voice-scores = 📊 All scores
button-voice-months = 📈 By month
button-voice-weeks = 📈 By week
button-voice-matrix = Who says what
button-voice-reasons = Reasons: { $band ->
    [promoter] promoters
    [passive] passives
   *[detractor] detractors
}
button-voice-asked = What customers are asked
button-voice-back = Back to the numbers

## Reasons

voice-reasons = <b>Reasons: { $band ->
    [promoter] promoters (9-10, and 5 of 5)
    [passive] passives (7-8, and 3-4 of 5)
   *[detractor] detractors (0-6, and 1-2 of 5)
}</b>
voice-reasons-none = Nobody has given one within a year.
# $words: what was searched for.
voice-found = Reasons with <b>{ $words }</b>: { $count }
voice-found-more = Here are the newest { $shown }; one more word narrows it down.
# $score: such as "3", or "the speed: 2/5"; $content: a message besides its text.
voice-reason = <b>{ $score }</b> · { DATETIME($day, dateStyle: "medium") }
voice-reason-sent = <b>{ $score }</b> · { DATETIME($day, dateStyle: "medium") } · { $content ->
    [photo] 🖼 picture
    [voice] 🎤 voice message
   *[other] 📎 attachment
}
# $content: photo or voice; $score: as above.
button-voice-play = { $content ->
    [photo] 🖼
   *[voice] 🎤
} { DATETIME($day, dateStyle: "medium") } · { $score }
voice-play-failed = This could not be sent on. It may have been deleted in the chat it came from, or your Telegram takes no voice messages.
button-voice-older = Older

## Who says what

voice-matrix = <b>Who says what, and comes how often</b>
voice-matrix-row = { $band ->
    [promoter] Promoters
    [passive] Passives
   *[detractor] Detractors
}: often <b>{ $fortnightly }</b> · monthly <b>{ $monthly }</b> · seldom <b>{ $seldom }</b>
# $often, $least and $most: visits within so many days.
voice-matrix-how = Each customer once, by their last answer within a year and their visits of the last { $days } days: often is { $often } or more, monthly { $least } to { $most }, seldom fewer.
voice-matrix-write = A button begins a post to those customers. As ever it reaches only who agreed to get offers.
voice-matrix-none = Nobody has answered within a year.
button-voice-write = ✍ { $count }: { $band ->
    [promoter] promoters
    [passive] passives
   *[detractor] detractors
}, { $often ->
    [fortnightly] often
    [monthly] monthly
   *[seldom] seldom
}
button-voice-draw = 📊 As a picture
toast-voice-aimed = The post that you have begun is for these customers now.
segment-voiced = { $band ->
    [promoter] promoters
    [passive] passives
   *[detractor] detractors
} here { $often ->
    [fortnightly] often
    [monthly] monthly
   *[seldom] seldom
}

## Pictures

voice-picture-scores = How likely they are to recommend you, 0-10
voice-picture-trend = { $step ->
    [week] Week by week
   *[month] Month by month
}
voice-picture-matrix = Customers by answer and visits
voice-band = { $band ->
    [promoter] promoters
    [passive] passives
   *[detractor] detractors
}
voice-often = { $often ->
    [fortnightly] often
    [monthly] monthly
   *[seldom] seldom
}
# $when: a week's first day, or a month.
voice-trend-line = { $when }: { $said }
voice-trend-none = Nobody has answered in this time.
voice-formula = Score: per cent of promoters (9-10) less per cent of detractors (0-6), of all answers. Give or take: one standard error, √((p + d − (p − d)²) / n); in two of three cases chance stays within it.
voice-limits = Only who answered is counted. Below { $fewest } answers there is no score: it would be chance.
voice-gaps = Gaps are times with fewer than { $fewest } answers{ $counts ->
    [yes] ; in brackets stand promoters, passives, detractors.
   *[no] .
}
toast-voice-drawing = I am drawing it.
voice-picture-failed = The picture could not be drawn or sent; above is what it says, in words. Tap the button again in a while.

## The morning

# $bands: such as "2 promoters, 1 detractor".
digest-answers = { $answers ->
    [one] { $answers } answer
   *[other] { $answers } answers
} to how likely they are to recommend you: { $bands }. /voice
digest-promoters = { $count ->
    [one] { $count } promoter
   *[other] { $count } promoters
}
digest-passives = { $count ->
    [one] { $count } passive
   *[other] { $count } passives
}
digest-detractors = { $count ->
    [one] { $count } detractor
   *[other] { $count } detractors
}
