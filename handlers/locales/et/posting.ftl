### The owner's rules about posts: quiet hours, how many, and what segments mean.

button-set-posting = Postitused, öö
# Two of these share a row, so at most 18 characters each.
button-quiet-from = Öö algus
button-quiet-until = Öö lõpp
button-segment-bounds = Kes on „uus“, kes „kadunud“

posting-heading = <b>Postitused</b>: pakkumised ja õnnesoovid. Kviitungid ja meeldetuletused tulevad alati, öösel ilma helita.
# $begins, $ends: hours on the cafe's wall.
posting-night = Kella { $begins } kuni { $ends } ei postitata midagi; mis oli järjekorras, ootab päeva.
posting-always = Postitused lähevad välja igal kellaajal.
posting-cap = { $posts ->
    [one] Ühele kliendile läheb kõige rohkem { $posts } pakkumine nädalas. Mitu võib olla?
   *[other] Ühele kliendile läheb kõige rohkem { $posts } pakkumist nädalas. Mitu võib olla?
}
set-quiet-from = Mis kellast alates midagi ei postitata? Praegu: { $hour }. Sama kell mis lõpul tähendab: ööd pole.
set-quiet-until = Mis kellast võib jälle postitada? Praegu: { $hour }. Sama kell mis algusel tähendab: ööd pole.

segment-bounds-heading = <b>Mida need sõnad siin tähendavad</b>
bounds-new = { $days ->
    [one] • Uued: said kaardi viimase { $days } päeva jooksul.
   *[other] • Uued: said kaardi viimase { $days } päeva jooksul.
}
bounds-here = { $days ->
    [one] • Hiljuti käinud: viimane külastus oli kuni { $days } päev tagasi.
   *[other] • Hiljuti käinud: viimane külastus oli kuni { $days } päeva tagasi.
}
bounds-slipping = { $most ->
    [one] • Eemaldumas: viimane külastus oli { $least } kuni { $most } päev tagasi.
   *[other] • Eemaldumas: viimane külastus oli { $least } kuni { $most } päeva tagasi.
}
bounds-lost = { $days ->
    [one] • Kadunud: viimane külastus oli üle { $days } päeva tagasi.
   *[other] • Kadunud: viimane külastus oli üle { $days } päeva tagasi.
}
# $days: a number in which the visits were.
bounds-regular = { $visits ->
    [one] • Püsikliendid: { $visits } külastus või rohkem (päevi: { $days }).
   *[other] • Püsikliendid: { $visits } külastust või rohkem (päevi: { $days }).
}
bounds-habit = { $visits ->
    [one] • Hommikused käivad kella { $morning } ja { $lunch } vahel, lõunased { $lunch } ja { $ends } vahel: pool külastustest või rohkem ning kokku vähemalt { $visits } külastus.
   *[other] • Hommikused käivad kella { $morning } ja { $lunch } vahel, lõunased { $lunch } ja { $ends } vahel: pool külastustest või rohkem ning kokku vähemalt { $visits } külastust.
}
button-bound-new-days = Uued: päevad
button-bound-here-days = Hiljuti käinud: päevad
button-bound-lost-days = Kadunud: päevad
button-bound-regular-visits = Püsikliendid: külastused
button-bound-regular-days = Püsikliendid: päevad
button-bound-habit-visits = Hommik, lõuna: külastused
button-bound-morning-from = Hommiku algus
button-bound-lunch-from = Lõuna algus
button-bound-lunch-until = Lõuna lõpp
set-bound-new-days = Mitu päeva pärast kaardi saamist on klient uus? Praegu: { $now }.
set-bound-here-days = Mitu päeva pärast viimast külastust on klient „hiljuti käinud“? Praegu: { $now }. See peab olema väiksem kui „kadunud“.
set-bound-lost-days = Mitme päeva pärast viimasest külastusest on klient kadunud? Praegu: { $now }. See peab olema suurem kui „hiljuti käinud“.
set-bound-regular-visits = Mitu külastust teeb püsikliendiks? Praegu: { $now }.
set-bound-regular-days = Mitme päeva sees need külastused olid? Praegu: { $now }.
set-bound-habit-visits = Mitmest külastusest alates on kliendil oma kellaaeg? Praegu: { $now }.
set-bound-morning-from = Mis kellast algab hommik? Praegu: { $now }.
set-bound-lunch-from = Mis kellast algab lõuna ja lõpeb hommik? Praegu: { $now }.
set-bound-lunch-until = Mis kell lõuna lõpeb? Praegu: { $now }.

rule-quiet-from = öö algus
rule-quiet-until = öö lõpp
rule-posts-a-week = pakkumisi nädalas
rule-segments = segmendid
error-bounds-odd = Need ei klapi: „hiljuti käinud“ lõpeb enne kui „kadunud“ algab ja hommik enne lõunat. Muutke enne teist.
