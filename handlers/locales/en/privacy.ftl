### Privacy: what is kept, the file of it, being forgotten.

## /privacy

privacy-heading = <b>What { $cafe } keeps of you</b>
privacy-who = Responsible for your data: { $responsible }
privacy-who-cafe = Responsible for your data: { $cafe }. Ask at the counter.
privacy-what =
    Kept: your Telegram account and name, your language, your card with every stamp and reward and who gave it, what you write to the cafe, what you answer when we ask how it was, your birthday if you told it (no year, and staff don't see it), what you let us send and when it was sent; of a paper card its number and the name it was made for; of a lost account whose card was moved to yours, which one it was. Never your phone number.
    It is kept so that your card works and mistakes can be put right. Nothing is sold, and nothing is sent to anybody else.
privacy-how-long = How long: messages as they came in { $received } days, letters to the cafe { $written } days, copies for emergencies { $backups } nights; everything else until you ask to be forgotten.
privacy-copies = Encrypted copies are also in the owner's own chat, for as long as the owner keeps them; whoever was forgotten since is still in those.
privacy-who-sees = Staff see your name and your card while they serve you. What you answer to our questions is for owners and managers: owners read it without names, and both read whose it is, and of which visit, when a score is low or you complain. Baristas don't read it; whoever served you reads your praise only if you say so, and without your name. Telegram carries the messages, under its own rules.
privacy-leave =
    /mydata gives you everything as a file. /forget erases it.
    After that a hash from which nobody can be found stays for a year, so that limits can't be dodged by leaving and coming back.

## /mydata

mydata-file = my-data
mydata-caption = Everything that is kept of you: one file to read, one for a machine.
mydata-heading = What { $cafe } keeps of you, { $at }
mydata-when = { DATETIME($day, dateStyle: "medium") }, { $time }
mydata-nothing = Nothing is kept: you have no card here.
mydata-work = You work here: { $name }, { $role ->
    [owner] owner
    [manager] manager
   *[barista] barista
}
mydata-person = YOU
mydata-name = Name: { $name }
mydata-identity = { $kind ->
    [left] Known before by: telegram { $id }
   *[other] Known by: { $kind } { $id }
}
mydata-language = Language: { $language }
mydata-joined = Since: { $at }
mydata-source = Came by the sign: { $source }
mydata-frozen = Card frozen: { $at }
mydata-card = YOUR CARD
mydata-rewards = REWARDS
mydata-reward = { $at } · { $item }: { $state ->
    [issued] yours
    [redeemed] handed over
    [cancelled] taken back
   *[expired] over
}
mydata-operations = RECEIPTS
mydata-operation = { $at } · { $receipt }
mydata-visits = VISITS
mydata-visit = { $at } · { $state ->
    [open] open
    [confirmed] stamps: { $stamps }
    [declined] put aside
    [undone] taken back
   *[expired] ran out
} · { $by }
mydata-letters = LETTERS
mydata-letter = { $at } · { $by }
mydata-you = you
mydata-content = { $content ->
    [text] (erased)
    [photo] (a picture)
    [voice] (voice)
    [video] (a video)
    [document] (a file)
    [sticker] (a sticker)
   *[other] (something else)
}
mydata-consents = AGREED TO
mydata-consent = { $at } · { $purpose }: { $given ->
    [yes] yes
   *[no] no
}
mydata-birthday = Birthday: { $day }, told { $at }
mydata-birthday-deleted = Birthday: deleted; one was told { $at }
mydata-wishes = WHAT WE MAY SEND
mydata-wish = { $at } · { $purpose ->
    [birthday] birthday
    [surveys] questions
   *[offers] offers
}: { $state ->
    [yes] yes
    [muted] muted
   *[no] no
}
# Nothing was said of it.
mydata-wish-unsaid = { $purpose ->
    [birthday] birthday
    [surveys] questions
   *[offers] offers
}: { $on ->
    [yes] yes, unless you say no
   *[no] no, unless you say yes
}
mydata-questions = ASKED
mydata-question = { $at } · { $kind ->
    [birthday] your birthday
    [survey] a question of ours
   *[offers] whether offers may come
}: { $state ->
    [answered] answered
    [skipped] not now
   *[open] no answer
}
mydata-answers = WHAT YOU ANSWERED
mydata-recommend = whether you would recommend us
mydata-answer = { $at } · { $what }: { $score }
mydata-praise = These words were passed on to { $by }, without your name: { $at }
mydata-messages = SENT TO YOU
mydata-message = { $at } · { $kind ->
    [broadcast] an offer
    [recurring] an offer
    [birthday] a birthday wish
    [milestone] a word about your cups
    [welcome] a welcome
    [win_back] an offer, after a while
    [survey] a question
    [aspect] a question
    [own_question] a question
   *[reminder] a reminder
}{ $muted ->
    [yes] , muted from there
   *[no] { "" }
}
mydata-refusals = REFUSED
mydata-refusal = { $at } · { $kind ->
    [UnknownCode] a wrong code
    [OwnCode] nobody serves themselves
    [OwnCard] nobody changes their own card
    [TooManyStamps] too many stamps at once
    [LimitReached] a limit of the cafe
    [AdjustLimitReached] more stamps put right by hand than the cafe allows in a day
    [PaperRedeemedToday] by paper card only one thing a day
    [OwnPaperCard] who works here can't take a paper card over
    [TooManyLetters] more letters than people can answer
   *[other] something that was not possible just then
}
mydata-none = nothing
mydata-elsewhere = Copies of messages, at most a week old, wait beside this for the case that something has to be looked into; backups hold the same as this file.

## /forget

forget-what = <b>Forget me</b> erases your name and account, your language, everything that you wrote and your card. It can't be undone.
forget-stamps = You lose your stamps: { $progress }.
forget-rewards = You lose your rewards: { $rewards }.
forget-work = You also stop working here: your role goes, and the owner is told.
forget-sure = What was collected and handed over stays as a number in the cafe's sums, without you. Erase everything?
button-forget-yes = Erase everything
button-forget-no = Keep it
toast-kept = Nothing was erased
forget-kept = Nothing was erased, your card is as it was.
forget-done = Everything is erased.
forget-farewell = I don't know you any more. Thank you for the coffees. If you come back, /start gives you an empty card. Messages in this chat are yours: Telegram deletes them when you do.
