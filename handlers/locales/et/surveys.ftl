### Küsitlused: mida külastajalt pärast külastust küsitakse ja mis vastusele järgneb.

## Küsimus. Täpselt meie sõnad; omanik loeb need enne sisselülitamist läbi.

survey-question = Kui tõenäoline on, et soovitaksite kohvikut { $cafe } sõbrale või kolleegile?
survey-scale = 0: üldse mitte tõenäoline, 10: väga tõenäoline
# $aspect: the owner's own words, such as "the drink".
aspect-question = Teie viimane külastus, { $cafe }. Kuidas jäite rahule: <b>{ $aspect }</b>?
aspect-scale = 1: väga halb, 5: väga hea
survey-over = See küsimus on üle kahe nädala vana ja sellele enam vastata ei saa. Kui on midagi öelda, kirjutage lihtsalt siia.

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
survey-reason-how = Kui soovite seda rääkida, vastake sellele sõnumile: teksti, häälsõnumi või fotoga.

## Tänu

survey-thanks = { $band ->
    [promoter] Aitäh! Seda on hea kuulda.
    [passive] Aitäh! See aitab meil paremaks saada.
   *[detractor] Aitäh, et ütlesite ausalt. See aitab meil asja korda teha.
}
# $name: who served them.
praise-question = Kas annan teie sõnad edasi? Teid teenindas <b>{ $name }</b>. Teie nime ei ütle.
praise-passed = Teie sõnad on edasi antud, ilma teie nimeta: <b>{ $name }</b>.
survey-review = Kas ütleksite seda ka teistele? Piisab paarist sõnast.
button-praise-pass = Andke edasi
button-review = Kirjutan arvustuse
# For who served them. $words: what the customer wrote.
notice-praised = Kiitus kelleltki, keda te teenindasite:

    { $words }

## Refusals; they fit a toast

error-survey-over = See küsimus on üle kahe nädala vana ja sellele enam vastata ei saa. Kui on midagi öelda, kirjutage lihtsalt siia.
error-correction-over = Hinnet saab muuta ühe tunni jooksul ja see on möödas. Hinne jääb; kui on midagi lisada, kirjutage lihtsalt siia.
error-reason-unfit = Põhjuseks sobib tekst, häälsõnum või foto. Vastake küsimusele veel kord või vajutage { button-reason-skip }.
error-aspect-gone = Seda enam nimekirjas ei ole. Avage nimekiri uuesti.
error-too-many-aspects = Üle { $most } ei mahu nimekirja. Võtke enne midagi maha.
error-last-aspect = Kui selle kohta küsitakse, peab üks nimekirja jääma. Lülitage enne need küsimused välja või lisage uus.
error-review-link = Seda linki ei saa nupule panna. Kirjutage see nii, nagu see on brauseris, näiteks https://example.com/cafe.
