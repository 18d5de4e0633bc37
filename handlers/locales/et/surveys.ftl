### Küsitlused: mida külastajalt pärast külastust küsitakse ja mis vastusele järgneb.

## Küsimus. Täpselt meie sõnad; omanik loeb need enne sisselülitamist läbi.

survey-question = Kui tõenäoline on, et soovitaksite kohvikut { $cafe } sõbrale või kolleegile?
survey-scale = 0: üldse mitte tõenäoline, 10: väga tõenäoline
# $aspect: the owner's own words, such as "the drink".
aspect-question = Teie viimane külastus, { $cafe }. Kuidas jäite rahule: <b>{ $aspect }</b>?
aspect-scale = 1: väga halb, 5: väga hea
survey-over = See küsimus on üle kahe nädala vana ja sellele enam vastata ei saa. Kui on midagi öelda, kirjutage siia uus sõnum.

## Vastus; kaks nuppu on ühes reas

survey-scored = Teie hinne: { $score } / { $highest }.
button-score-change = Muudan
button-reason-skip = Jätan vahele

## Why: a reply to this message is the reason. $band: promoter 9-10 (of an aspect 5), passive 7-8 (3-4), detractor.

survey-reason = { $band ->
    [promoter] Mis teile kõige rohkem meeldib?
    [passive] Mis teeks sellest kümne?
   *[detractor] Mis läks valesti?
}
aspect-reason = { $band ->
    [promoter] Mis teile meeldis?
    [passive] Mida võiks paremini teha?
   *[detractor] Mis läks valesti?
}
survey-reason-how = Kui soovite sellest rääkida, vastake sellele sõnumile: teksti, häälsõnumi või fotoga.

## Tänu

survey-thanks = { $band ->
    [promoter] Aitäh! Seda on hea kuulda.
    [passive] Aitäh! See aitab meil paremaks saada.
   *[detractor] Aitäh, et ütlesite ausalt. See aitab meil asja korda teha.
}
survey-thanks-skipped = Aitäh ikkagi.
survey-further-over = Muutsite hinnet, nii et seda me enam ei küsi.
# $name: who served them.
praise-question = Kas annan teie sõnad edasi? Teid teenindas <b>{ $name }</b>. Teie nime ei ütle.
praise-passed = Teie sõnad on edasi antud, ilma teie nimeta: <b>{ $name }</b>.
survey-review = Kas ütleksite seda ka teistele? Piisab paarist sõnast.
button-praise-pass = Andke edasi
button-review = Kirjutan arvustuse
# For who served them; what the customer wrote stands below.
notice-praised = Kiitus kelleltki, keda te teenindasite:
praise-forgotten = <i>Kiitus kelleltki, kes on vahepeal palunud end unustada. Arvesse läheb see endiselt.</i>

## The owner's page: what is asked

listening-heading = <b>Mida küsitakse</b>
listening-kind = { $kind ->
    [survey] Kas teid soovitataks
   *[aspect] Üks külg külastusest
}: { $on ->
    [yes] <b>sees</b>
   *[no] väljas
}
# $hours: after the visit. $sample: per cent. $days: between two questions about an aspect.
listening-when = { $hours ->
    [one] { $hours } tund
   *[other] { $hours } tundi
} pärast külastust, alates kolmandast, mitte kunagi öösel ega mõne teise küsimuse kõrval. { $sample ->
    [100] Pärast iga sobivat külastust
   *[other] Pärast { $sample } % sobivatest külastustest, valik nende numbrite järgi
}. Esimest küsimust saab üks külastaja kõige rohkem kord 90 päeva jooksul ja ühe külje kohta kõige rohkem kord { $days ->
    [one] { $days } päeva
   *[other] { $days } päeva
} jooksul. Küsimus läheb arvesse nädala postitusena.
listening-too-few = Praegu ei küsita kelleltki: teil on { $customers ->
    [one] { $customers } külastaja
   *[other] { $customers } külastajat
} ja kui neid on alla { $fewest }, on igal vastusel nägu.
listening-aspects = Küljed: { $aspects }
listening-review = Kes annab 9 või 10, näeb teed siia: { $link }
listening-no-review = Kes annab 9 või 10, seda tänatakse. Kas on koht, kuhu kirjutatakse arvustusi? Siis näitan teed sinna.
listening-read = Need on meie sõnad ja need ei muutu: ainult nii saab arve võrrelda. { $kind ->
    [survey] Hinne antakse vajutusega 0 kuni 10
   *[aspect] Hinne antakse vajutusega 1 kuni 5
}, siis üks küsimus, miks. Lugege lõpuni ja lülitage all sisse.
listening-term = { $term ->
    [delay] Kui kaua pärast külastust küsitakse?
   *[sample] Pärast kui suurt osa külastustest? Otsustavad nende numbrid, nii et letis ei saa keegi valida.
}
listening-aspects-how = Korraga küsitakse ühe kohta, kordamööda. Vajutage, et anda uus nimi.
listening-ask-link = Kuhu saavad külastajad teist kirjutada? Saatke link, näiteks teie lehele kaardil.
listening-ask-aspect = Mille kohta küsitakse? Sõna või kaks, näiteks „jook“; kõige rohkem 40 tähte. Keel: <b>{ $language }</b>.
listening-kept = Salvestatud.
listening-aspect-listed = See on nimekirjas juba olemas, midagi ei lisatud.
button-listening-kind = { $kind ->
    [survey] Soovitamine
   *[aspect] Küljed
}: { $on ->
    [yes] lülitan välja
   *[no] loen läbi
}
button-listening-on = Loetud: lülitan sisse
button-listening-term = { $term ->
    [delay] Kui kaua pärast külastust
   *[sample] Kui suurt osa külastustest
}
button-listening-value = { $term ->
    [delay] { $value } tundi
   *[sample] { $value } %
}
# $value: such as "4 hours".
button-listening-value-on = ✓ { $value }
button-listening-aspects = Külgede nimekiri
button-listening-back = Tagasi
button-aspect-add = Lisan veel
# $aspect: the owner's own words.
button-aspect-off = Maha: { $aspect }
button-review-link = Arvustuste link
button-review-link-off = Ilma arvustuste lingita
toast-listening = { $on ->
    [yes] See on sees, alates praegustest külastustest
   *[no] See on väljas
}
rule-review-link = kuhu kirjutatakse arvustusi

## Refusals; they fit a toast

error-survey-over = See küsimus on üle kahe nädala vana ja sellele enam vastata ei saa. Kui on midagi öelda, kirjutage siia uus sõnum.
error-correction-over = Hinnet saab muuta ühe tunni jooksul ja see on möödas. Hinne jääb; kui on midagi lisada, kirjutage lihtsalt siia.
error-score-first = Palun vajutage kõigepealt seal numbrit. Siis küsin, miks, ja võtan teie sõnad vastu. Praegu kirjutatut ei salvestatud.
error-reason-kept = Alles hoitakse üks põhjus, esimene; seda mitte. Kui on midagi lisada, kirjutage siia uus sõnum, mitte vastus: siis jõuab see kohviku inimesteni.
error-reason-unfit = Põhjuseks sobib tekst, häälsõnum või foto. Vastake küsimusele veel kord või vajutage { button-reason-skip }.
error-recording-gone = Seda ei saa enam mängida: saatja palus end unustada.
error-aspect-gone = Seda enam nimekirjas ei ole. Avage nimekiri uuesti.
error-too-many-aspects = Üle { $most } ei mahu nimekirja. Võtke enne midagi maha.
error-last-aspect = Kui selle kohta küsitakse, peab üks nimekirja jääma. Lülitage enne need küsimused välja või lisage uus.
error-review-link = Seda linki ei saa nupule panna. Kirjutage see nii, nagu see on brauseris, näiteks https://example.com/cafe.
