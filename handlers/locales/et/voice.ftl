### What customers said, in numbers and reasons: for the owner.

command-voice = Mida kliendid teist räägivad

## The page. $first: the day on which the time begins.

voice-heading = <b>Mida kliendid räägivad</b>, alates { DATETIME($first, dateStyle: "medium") }
voice-nobody = Selle aja jooksul ei küsitud kelleltki.
# $score and $error: in points, such as +30 and 14; $rate: per cent.
voice-score = Soovitamisvalmidus: <b>{ $score }</b>, pluss-miinus { $error }. Vastuseid { $answers }, küsitud { $asked } ({ $rate }%).
voice-too-few = Hinnet veel ei ole. Vastuseid { $answers }, küsitud { $asked } ({ $rate }%). { $left ->
    [one] Puudu on veel { $left } vastus.
   *[other] Puudu on veel { $left } vastust.
}
voice-bands = Soovitajad (9-10): <b>{ $promoters }</b> · passiivsed (7-8): <b>{ $passives }</b> · kriitikud (0-6): <b>{ $detractors }</b>
# $said: what voice-in-short or voice-counts say.
voice-counter = Lett { $number }
voice-location = { $name }: { $said }
voice-in-short = { $score } ± { $error } (vastuseid: { $answers })
voice-counts = vastuseid: { $answers } ({ $promoters } / { $passives } / { $detractors })
voice-aspects = <b>Küljed</b>, 1 kuni 5
voice-aspect = { $name }: <b>{ $average }</b> (vastuseid: { $answers })
voice-aspect-few = { $name }: vastuseid: { $answers }, keskmise jaoks liiga vähe
voice-aspect-search = <code>/voice { $name }</code> näitab, mida selle kohta öeldi.
# $month: such as "November".
voice-praises = <b>Keda kliendid kiitsid</b>, { $month }
voice-praise = { $name }: { $praises }
# $right, $wrong: as managers say; $answered: no, minutes or hours; $wait: so many of them; $unanswered: tickets without one.
voice-tickets = <b>Rahulolematud külalised</b>: { $opened } · lahti { $live }, suletud: korda sai { $right }, ei saanud { $wrong }{ $forgotten ->
        [0] {""}
       *[other] , külaline unustati { $forgotten }
    }
    { $answered ->
        [no] Keegi pole veel esimest vastust saanud: /tickets
        [minutes] Pooled esimestest vastustest tulid { $wait } min jooksul; vastuseta: { $unanswered }. /tickets
       *[hours] Pooled esimestest vastustest tulid { $wait } h jooksul; vastuseta: { $unanswered }. /tickets
    }
voice-tickets-denied = Külalised ise ütlevad, et asi ei saanud korda: { $denied }
voice-search = <code>/voice piim</code> otsib viimase aasta põhjustest.

button-voice-period = { $period ->
    [month] See kuu
    [quarter] 90 päeva
   *[year] Aasta
}
button-voice-period-on = ✓ { $period ->
    [month] See kuu
    [quarter] 90 päeva
   *[year] Aasta
}
button-voice-scores = 📊 Kõik hinded
button-voice-months = 📈 Kuude kaupa
button-voice-weeks = 📈 Nädalate kaupa
button-voice-matrix = Kes mida räägib
button-voice-reasons = Põhjused: { $band ->
    [promoter] soovitajad
    [passive] passiivsed
   *[detractor] kriitikud
}
button-voice-asked = Mida külastajatelt küsitakse
button-voice-back = Tagasi arvude juurde

## Reasons

voice-reasons = <b>Põhjused: { $band ->
    [promoter] soovitajad (9-10 ja 5 viiest)
    [passive] passiivsed (7-8 ja 3-4 viiest)
   *[detractor] kriitikud (0-6 ja 1-2 viiest)
}</b>
voice-reasons-none = Aasta jooksul ei ole keegi põhjust öelnud.
# $words: what was searched for.
voice-found = Põhjused, milles on <b>{ $words }</b>: { $count }
voice-found-more = Siin on uusimad: { $shown }. Veel üks sõna kitsendab otsingut.
# $score: such as "3", or "the speed: 2/5"; $content: a message besides its text.
voice-reason = <b>{ $score }</b> · { DATETIME($day, dateStyle: "medium") }
voice-reason-sent = <b>{ $score }</b> · { DATETIME($day, dateStyle: "medium") } · { $content ->
    [photo] 🖼 pilt
    [voice] 🎤 häälsõnum
   *[other] 📎 manus
}
# $content: photo or voice; $score: as above.
button-voice-play = { $content ->
    [photo] 🖼
   *[voice] 🎤
} { DATETIME($day, dateStyle: "medium") } · { $score }
voice-play-failed = Seda ei õnnestunud edasi saata. Võib-olla on see saatja vestluses kustutatud või ei võta teie Telegram häälsõnumeid vastu.
button-voice-older = Varasemad

## Who says what

voice-matrix = <b>Kes mida räägib ja kui tihti käib</b>
voice-matrix-row = { $band ->
    [promoter] Soovitajad
    [passive] Passiivsed
   *[detractor] Kriitikud
}: tihti <b>{ $fortnightly }</b> · kord kuus <b>{ $monthly }</b> · harva <b>{ $seldom }</b>
# $often, $least and $most: visits within so many days.
voice-matrix-how = Iga klient üks kord: aasta viimase vastuse ja viimase { $days } päeva külastuste järgi. Tihti on vähemalt { $often }, kord kuus { $least } kuni { $most }, harva vähem.
voice-matrix-write = Nupp alustab postitust nendele klientidele. Nagu alati, saavad selle ainult need, kes on pakkumistega nõus.
voice-matrix-none = Aasta jooksul ei ole keegi vastanud.
button-voice-write = ✍ { $count }: { $band ->
    [promoter] soovitajad
    [passive] passiivsed
   *[detractor] kriitikud
}, { $often ->
    [fortnightly] tihti
    [monthly] kord kuus
   *[seldom] harva
}
button-voice-draw = 📊 Pildina
toast-voice-aimed = Teie alustatud postitus on nüüd nendele klientidele.
segment-voiced = { $band ->
    [promoter] soovitajad
    [passive] passiivsed
   *[detractor] kriitikud
}, käivad { $often ->
    [fortnightly] tihti
    [monthly] kord kuus
   *[seldom] harva
}

## Pictures

voice-picture-scores = Kui tõenäoliselt teid soovitatakse, 0-10
voice-picture-trend = { $step ->
    [week] Nädalate kaupa
   *[month] Kuude kaupa
}
voice-picture-matrix = Kliendid vastuste ja külastuste järgi
voice-band = { $band ->
    [promoter] soovitajad
    [passive] passiivsed
   *[detractor] kriitikud
}
voice-often = { $often ->
    [fortnightly] tihti
    [monthly] kord kuus
   *[seldom] harva
}
# $when: a week's first day, or a month.
voice-trend-line = { $when }: { $said }
voice-trend-none = Selle aja jooksul ei ole keegi vastanud.
voice-formula = Hinne: soovitajate (9-10) protsent miinus kriitikute (0-6) protsent kõigist vastustest. Pluss-miinus: üks standardviga, √((p + d − (p − d)²) / n); kahel juhul kolmest jääb juhus selle piiresse.
voice-limits = Arvesse lähevad ainult vastanud. Kui vastuseid on alla { $fewest }, hinnet ei ole: see oleks juhus.
voice-gaps = Lüngad: aeg, mil vastuseid on alla { $fewest }{ $counts ->
    [yes] ; sulgudes on soovitajad, passiivsed, kriitikud.
   *[no] .
}
toast-voice-drawing = Joonistan.
voice-picture-failed = Pilti ei õnnestunud joonistada või saata; üleval on sama sõnadega. Puudutage nuppu veidi hiljem uuesti.

## The morning

# $bands: such as "2 promoters, 1 detractor".
digest-answers = { $answers ->
    [one] { $answers } vastus
   *[other] { $answers } vastust
} küsimusele, kas teid soovitatakse: { $bands }. /voice
digest-promoters = { $count ->
    [one] { $count } soovitaja
   *[other] { $count } soovitajat
}
digest-passives = { $count ->
    [one] { $count } passiivne
   *[other] { $count } passiivset
}
digest-detractors = { $count ->
    [one] { $count } kriitik
   *[other] { $count } kriitikut
}
