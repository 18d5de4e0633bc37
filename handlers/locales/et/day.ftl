### Päev: selle leht, sulgemine, hommikune kokkuvõte. Loevad juhatajad ja omanikud.

day-heading = <b>{ DATETIME($day, dateStyle: "medium") }</b>
day-quiet = Leti ääres ei juhtunud midagi.
day-visits = { $visits ->
    [one] <b>{ $visits }</b> külastus
   *[other] <b>{ $visits }</b> külastust
}, { $customers }
day-customers = uusi { $new }, tuttavaid { $returning }
day-stamps = Templeid: { $stamps }
day-undone = Tagasi võetud: { $visits ->
    [one] { $visits } külastus
   *[other] { $visits } külastust
}
day-adjusted = Juhataja parandatud: { $stamps }
day-old-cards = Vanadelt paberkaartidelt: { $stamps }
day-written-off = Maha kantud templeid: { $stamps }
day-expired = Aegunud: { $stamps }
day-handed-over = Tasuta antud: { $item } × { $count }
day-nothing-free = Tasuta ei antud midagi.
# Free on an earlier day, whose close has it; it was taken back since.
day-given-back = Varem antud, nüüd tagasi võetud: { $item } × { $count }
day-person = { $name }: { $visits ->
    [one] { $visits } külastus
   *[other] { $visits } külastust
}, { $stamps ->
    [one] { $stamps } tempel
   *[other] { $stamps } templit
}{ $rewards ->
    [0] { "" }
   *[other] , tasuta { $rewards }
}
day-refusals = Keeldumisi: { $refusals }
day-flags = Märkega läbi lastud: { $flags }
day-flags-open = { $flags ->
    [one] Vaadake üle { $flags } märge:
   *[other] Vaadake üle { $flags } märget:
}
day-flag = nr { $number } · { $name }: { $kind ->
    [above_goal] rohkem templeid, kui kaardil kohti
    [many_stamps] väga palju templeid
    [large_bill] suur arve
    [override] juhataja loal
   *[further_visit] veel üks külastus samal päeval
}{ $reason ->
    [second_round] { " " }(teine ring)
    [friend] { " " }(sõbra tellimus)
    [correction] { " " }(parandus)
   *[none] { "" }
}
# $flag: the line of day-flag.
day-flag-asked = { $flag } · { $state ->
    [answered] vastatud
   *[asked] küsitud, vastust veel pole
}
# A flag of an earlier day. $flag: its line.
day-flag-earlier = { DATETIME($day, dateStyle: "medium") } · { $flag }
button-flag-ok = Korras: nr { $number }
button-flag-ask = Küsi: nr { $number }
toast-flag-ok = Märgitud korras olevaks
toast-flag-asked = Küsitud
day-closed = Suletud kell { $time }{ $by ->
    [none] { "" }
   *[other] , sulges { $by }
}.
day-closed-later = Pärast sulgemist juhtus veel midagi; /close võtab selle arvesse.
refusal-kind = { $kind ->
    [UnknownCode] vale kood
    [OwnCode] oma kood
    [TooManyStamps] liiga palju templeid
    [LimitReached] piir täis
    [BillTooLarge] liiga suur arve
    [OwnCard] oma kaart
    [AdjustLimitReached] paranduste piir
    [WrongPin] vale PIN
    [TooManyLetters] liiga palju kirju
    [OwnSlip] oma talong
    [SlipsUsedUp] päeva talongid otsas
    [OwnSaleCode] oma müügikood
    [NotByYourself] müügikoodi piir
    [PaperRedeemedToday] teine preemia paberkaardiga
    [OwnPaperCard] oma paberkaart
   *[other] muu
}

## Kokkuvõte

digest-heading = Tere hommikust. Eile, { DATETIME($day, dateStyle: "medium") }:
digest-flags = { $flags ->
    [one] { $flags } märge ootab teid: /today.
   *[other] { $flags } märget ootab teid: /today.
}
digest-backup = { $hours ->
    [0] Viimane varukoopia on alla tunni vana.
    [one] Viimane varukoopia on { $hours } tunni vanune.
   *[other] Viimane varukoopia on { $hours } tunni vanune.
}
digest-no-backup = Varukoopiat veel ei ole. See tehakse igal ööl; kui see rida jääb, vaadake /about.
digest-backup-problem = Viimane varukoopia ei õnnestunud. Põhjuse ütleb /about.
digest-only-copy = Teie andmete ainus koopia on selles arvutis. Kui BACKUP_PASSPHRASE on seatud, tuleb krüpteeritud koopia igal ööl siia.
digest-all-well = Kõik kontrollid on korras.

error-flag-gone = Keegi on selle juba üle vaadanud. Avage /today uuesti.
error-own-flag = Selle andsite ise või on see teie enda kaardil. Paluge vaadata teisel juhatajal või omanikul.
notice-flag-asked = { $by } küsib kviitungi nr { $number } kohta: { $kind ->
    [above_goal] rohkem templeid, kui kaardil kohti.
    [many_stamps] väga palju templeid.
    [large_bill] suur arve. Kas see on õige?
    [override] juhataja loal.
   *[further_visit] veel üks sama kaardi külastus samal päeval.
} Palun kirjutage siia, kuidas see oli: teie järgmine sõnum läheb küsijale.
# $by: who was asked; $text: what they wrote.
notice-flag-answered = { $by } kviitungi nr { $number } kohta: { $text }
flag-answer-passed = Edasi antud: { $name } loeb, mida kviitungi nr { $number } kohta kirjutasite.
flag-answer-words = Palun vastake sõnadega: need antakse edasi.
