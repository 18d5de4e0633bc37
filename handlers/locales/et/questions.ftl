### Kuidas lõpeb küsimus, millele vastati tekstiga.

question-done = Tehtud.
# $place: the town as it is called, with its country.
town-set = <b>{ $place }</b> ({ $zone }), seal on kell praegu { $time }. Kui see on vale koht, vajutage allpool nuppu <b>{ button-set-town }</b>.
zone-set = Kell käib { $zone } järgi, seal on praegu { $time }.

## Somebody writes where a tap is wanted. $buttons: what they say, each in quotes.

hint-tap-button = „{ $label }“
hint-tap = Siin ootan nupuvajutust, mitte sõnu: { $buttons }.
hint-tap-again = Siin saab vastata ainult nupuga: { $buttons }. Mida ma veel oskan, näitab /help.
# To a customer. Once; what they write next goes to the cafe.
hint-tap-letter = Siin ootan nupuvajutust: { $buttons }. Kui see oli kohvikule, saatke uuesti, siis annan edasi.
