### Kaart läheb teisele kontole: kviitungid ja küsimus juhatajale.

## Mis läks üle

moved-stamps = { $count ->
    [one] { $count } tempel
   *[other] { $count } templit
}
moved-rewards = { $count ->
    [one] { $count } preemia
   *[other] { $count } preemiat
}
moved-nothing = tühi kaart
receipt-moved = nr { $number } · tuli teie teiselt kaardilt: { $moved } · { $progress }
receipt-moved-away = nr { $number } · läks teisele kaardile: { $moved } · { $progress }
receipt-moved-away-why = Selle viis üle { $by }. Kui see on viga, öelge leti ääres.
receipt-moved-why = Selle viis teie eest üle { $by }.
staff-line-moved = nr { $number } · tuli teiselt kaardilt: { $moved }
staff-line-moved-away = nr { $number } · läks teisele kaardile: { $moved }
staff-moved = Kõik see on nüüd teisel kaardil.
correction-card-moved = nr { $number } · <b>{ $name }</b> · { $by } viis siia kadunud konto kaardi: { $moved }. Kaart: { $progress }.

## /move

move-how = Kadunud konto jaoks: <code>/move 123 456 telefon varastati</code>. Esimene number on vana konto kviitungilt, teine uue omalt, siis põhjus. Uue konto kviitung tuleb esimese ostuga.
move-ask = <b>Kas viia kaart üle?</b>
move-from = Kust: <b>{ $name }</b> · { $card }
move-to = Kuhu: <b>{ $name }</b> · { $card }
move-what-happens = Kõik läheb üle ja vana kontot enam ei tunta. Seda ei saa tagasi võtta. Omanikud näevad seda.
button-move-yes = Jah, vii üle
button-move-no = Ei
toast-moved = Üle viidud
toast-moved-before = See viidi juba varem üle
toast-move-kept = Midagi ei viidud üle
move-kept = Midagi ei viidud üle.

## Keeldumised

error-card-moved-away = Kõik sellelt kaardilt on nüüd teisel ja parandada saab ainult seda: /adjust sama numbri ja põhjusega.
error-same-card = Mõlemad kviitungid on samalt kaardilt. Esimene olgu kadunud kontolt, teine uuelt.
