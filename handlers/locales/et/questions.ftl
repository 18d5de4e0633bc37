### Kuidas lõpeb küsimus, millele vastati tekstiga.

question-done = Tehtud.
# $place: the town as the owner wrote it, with its country.
town-set = <b>{ $place }</b> ({ $zone }), seal on kell praegu { $time }. Kas see on vale koht? Vajutage allpool nuppu <b>{ button-set-town }</b>.
zone-set = Kell käib { $zone } järgi, seal on praegu { $time }.
