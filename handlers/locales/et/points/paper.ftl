### Mis seisab töötajate juhendil seal, kus kogutakse ainult punkte. Lihtsalt, ilma emotikonideta, lühidalt.

paper-staff-open-digits = Saatke botile kuus numbrit ja arve: 418302 3,50. Ilma arveta avaneb kaart.
paper-staff-give = Kirjutage arve
paper-staff-give-one = Vajutage summat või lihtsalt saatke see. Külaline näeb punkte kohe oma ekraanil.
paper-staff-give-more = Punktidega maksmine: vajutage nuppu. Külaline ütleb jah oma ekraanil. Mis maksta jääb, ütleb kaart.
paper-staff-give-reward = Vale arve: võtke see tagasi ja kirjutage uue koodiga uuesti.
paper-staff-silent-paper = Ikka vaikus: teenindage külaline ja kirjutage paberile nimi, kellaaeg ja arve.
paper-staff-lead-adjust = Arved paberilt: kirjutage need selle külalise uue koodiga.
