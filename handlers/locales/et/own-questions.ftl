### Omaniku enda küsimus: kuidas see kirjutatakse, kuidas sellele vastatakse ja mis sellest sai.

## Kirjutamine

question-ask = Kirjutage küsimus, ainult sõnadega: mida soovite teada? Kuidas vastata saab, küsin pärast. Midagi ei lähe välja enne, kui olete seda näinud ja arvu puudutanud.
question-heading = <b>Teie küsimus</b>, mustand. See on siin, kuni te selle saadate või ära viskate.
# $answers: omaniku sõnad, näiteks "Juustukook · Brownie".
question-answers = { $form ->
    [choice] Vastused: { $answers }
    [scale] Vastused: arv 1 kuni 5
    [text] Vastused: oma sõnadega
   *[none] Vastused: valige allpool
}
question-ask-version = Kirjutage küsimus selles keeles: { $language }. Vastused jäävad; nupu <b>{ button-draft-answers }</b> alt saab need öelda ka selles keeles.
question-throw-ask = Kas viskan küsimuse ära? Siis ei küsita seda kelleltki.
question-sample-says = See on ainult vaatamiseks: siin ei saa vastata ega vaigistada. Kellelt küsitakse, vastab ühe korra või vaigistab sellised küsimused.
button-draft-answers = Kuidas saab vastata
answers-page = <b>Kuidas saab vastata?</b> Igaüks vastab ühe korra ja saab vastust tund aega muuta. Küsimus on avatud kaks nädalat ja korraga käib üks küsimus.
button-answers = { $form ->
    [choice] Üks teie vastustest…
    [scale] Arv 1 kuni 5
   *[text] Oma sõnadega
}
draft-ask-answers = Millised vastused? Igaüks omal real: kaks kuni kuus, igaüks kuni { $longest } tähemärki. Keel: { $language }.
draft-ask-answers-in = Ja selles keeles: { $language }? Samad vastused samas järjekorras.

## Klientidele

question-how-scale = 1 on madalaim, 5 kõrgeim.
question-how-text = Vastamiseks vastake sellele sõnumile.
question-answered = Teie vastus: <b>{ $answer }</b>. Aitäh!
question-kept = Aitäh, vastus on kirjas. Tunni jooksul saate seda muuta: vastake küsimusele lihtsalt uuesti.
question-over = See küsimus on suletud.
button-answer-change = Muuda vastust

## Mis sellest sai

# $title: küsimuse algus.
question-results = <b>{ $title }</b>
# $asked: kelleni küsimus jõudis.
question-counts = Vastas { $answered }, küsiti { $asked } inimeselt.
# $percent: neist, kellelt küsiti.
question-line = { $answer }: <b>{ $count }</b> ({ $percent } %)
question-line-few = { $answer }: <b>{ $count }</b>
question-bar = { $count } ({ $percent } %)
question-mean = Keskmine: { $mean }, kõrgeim on { $most }
question-runs = Praegu käib küsimus: <b>{ $title }</b>. Vastata saab kuni { DATETIME($until, dateStyle: "medium") }. All on järgmine.
question-until = Vastata saab kuni { DATETIME($until, dateStyle: "medium") }.
question-closed = Vastata enam ei saa.
question-percents = Protsendid on neist, kellelt küsiti.
question-few = Kui vastuseid on alla { $fewest }, on ainult arvud, protsente ega keskmist ei ole: need oleksid juhus.
question-limits = Arvesse läheb üks vastus, viimane, igaühelt, kelleni küsimus jõudis. Harjutamine ja kustutatud kliendid on välja jäetud. Mida arvavad need, kes ei vastanud, siit ei selgu.
question-texts = <b>Oma sõnadega</b>, uuemad eespool, ilma nimedeta.
question-no-texts = Sõnadega pole veel keegi vastanud.
question-close-ask = Kas sulgeda küsimus? Siis ei küsita enam kelleltki ja keegi ei saa vastata. Antud vastused jäävad alles.
button-question-results = Mida vastati
button-question-texts = Loe vastuseid
button-question-picture = Pildina
button-question-count = Loenda uuesti
button-question-close = Sulge küsimus
button-question-close-yes = Jah, sulge
button-question-newer = Uuemad
button-question-older = Vanemad
button-another-question = Küsi midagi muud

## Käsu /mydata vastuses; küsimus ja vastus on selle järel

mydata-own-answers = MEIE TEISED KÜSIMUSED JA TEIE VASTUSED
mydata-own-answer = { $at }
mydata-own-scale = { $number }, kõrgeim on { $most }

## Keeldumised; mahuvad hüpikusse

error-question-runs = „{ $title }“ käib kuni { DATETIME($until, dateStyle: "medium") } ja korraga on üks küsimus. Sulgege see enne: /campaigns.
error-question-is-words = Küsimus on sõnad ja vastused: ilma pildi, faili, lingi, pakkumise, proovi ja korduseta. Nende jaoks on postitus: /broadcast
error-answers-missing = Veel pole öeldud, kuidas saab vastata. Öelge see kõigepealt mustandis.
error-answers-unfit = Nii ei sobi. Kirjutage kaks kuni kuus erinevat vastust, igaüks omal real ja kuni { $longest } tähemärki.
error-answers-differ = Esimeses keeles on vastuseid { $count }. Kirjutage sama palju samas järjekorras.
error-question-over = See küsimus on suletud. Kui soovite midagi öelda, kirjutage siia uus sõnum.
error-answer-fixed = Vastust saab muuta ühe tunni ja see on möödas. Vastus jääb selliseks, nagu andsite; kui on midagi lisada, kirjutage siia uus sõnum.
error-answered-by-tap = Sellele küsimusele vastatakse nupuga selle all. Kui soovite midagi öelda, kirjutage siia uus sõnum.
error-own-words-unfit = Vastuseks sobib tekst, kuni { $longest } tähemärki. Palun vastake küsimusele uuesti.
