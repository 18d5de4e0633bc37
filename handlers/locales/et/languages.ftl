### The language that we speak with somebody, and the cafe's own sentences over ours.

# As the language calls itself; it stands on a button, so at most 18 characters.
language-name = Eesti

# To a customer, with the keyboard in this language.
language-chosen = Nüüd räägin teiega eesti keeles.
language-ask = Mis keeles ma teiega räägin?
# $languages: the other languages, as they call themselves.
language-others = { $languages }: /language
toast-language = Nüüd eesti keeles

# To the owners. $lines: one sentence of the cafe's a line.
notice-texts-faulty =
    Osa teie enda lausetest kaustas <code>texts</code> ei saa kasutada. Nende asemel on minu omad, kuni need parandate ja mind uuesti käivitate.

    { $lines }
# $name: the sentence, file or folder.
text-problem = <code>{ $language }</code> <code>{ $name }</code>: { $reason ->
    [folder] kausta nimi pole keel
    [file] faili ei saa lugeda, salvestage see UTF-8-na
    [syntax] ei saa lugeda, vaadake märke ja taandeid
    [twice] on kaks korda, kehtib esimene
    [unknown] sellise nimega lauset mul pole
    [arguments] peab rääkima samast mis minu oma: kõik $nimed ja ei ühtki muud
    [choices] puudub mõni valik, mis minu lauses on
    [plural] puudub mõni arvuvorm
    [tags] märgendid on sulgemata või ei tohi seal olla
    [long] on oma koha jaoks liiga pikk
    [missing] veel puudub, ütlen seda inglise keeles
    [unfinished] selles keeles on lauseid veel liiga vähe
   *[broken] ei saa öelda
}
text-problems-more = { $more ->
    [one] Ja veel { $more } on logis.
   *[other] Ja veel { $more } on logis.
}
