### /rules: how the card works, for everybody, in plain words.

rules-heading = <b>{ $cafe }</b>: kuidas teie kaart töötab
rules-stamp-for = Templi saab selle eest: <b>{ $what }</b>.
rules-goal = { $goal ->
    [one] { $goal } tempel teeb kaardi täis
   *[other] { $goal } templit teeb kaardi täis
} ja täis kaart annab teile: <b>{ $item }</b>. Ülejäävad templid lähevad järgmisele kaardile.
rules-when = { $when ->
    [now] Selle saab kätte kohe või siis, kui soovite.
   *[next] Selle saab kätte alates järgmisest külastusest, millal soovite.
}
rules-consent = { $alone ->
    [yes] Barista annab selle leti ääres üle.
   *[no] Kaardilt läheb see maha alles pärast teie enda vajutust.
}
rules-lasting = Templid ja täis kaardid ei aegu; kingitusel on kirjas viimane päev. Kui templite arv muutub, saab alustatud kaart täis selle arvuga, mis on teile parem.
rules-most-visits = { $count ->
    [one] Kaardile saab templeid kõige rohkem { $count } kord päevas.
   *[other] Kaardile saab templeid kõige rohkem { $count } korda päevas.
}
rules-most-stamps = { $count ->
    [one] Ühe külastusega saab kõige rohkem { $count } templi.
   *[other] Ühe külastusega saab kõige rohkem { $count } templit.
}
rules-largest-bill = Arvet alates { $amount } sisestada ei saa.
rules-old-cards = Vana paberkaardi templid kantakse leti ääres üle, ühe korra, kuni { DATETIME($day, dateStyle: "medium") }.
rules-mistakes = Midagi on valesti? Kümne minuti jooksul saab barista selle tagasi võtta. Hiljem saab seda juhataja, teie kviitungi numbri järgi.
rules-privacy = Mida me hoiame ja kuidas lahkuda: /privacy.
rules-responsible = Kes vastutab teie andmete eest: { $who }
