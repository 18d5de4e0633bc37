### Refusals: one sentence why, one what to do. Plain text (they are toasts too), no exclamation marks.

error-not-staff = Seda saavad teha ainult töötajad. Kui töötate siin, küsige omanikult kutset.
error-not-manager = Seda saab teha ainult juhataja või omanik. Paluge neid.
error-nobody-on-shift = Selle kassa juures pole kedagi vahetuses. Vajutage all „{ button-on-shift }“ ja oma nimele, siis proovige uuesti.
error-not-owner = Seda saab teha ainult omanik. Paluge teda.
# $who may: owner or manager.
error-not-at-till = Kassas seda teha ei saa, kes iganes vahetuses on. { $who ->
    [owner] Seda saab omanik
   *[manager] Seda saab juhataja või omanik
} oma vestluses minuga.
error-own-code = See on teie enda kood. Paluge kolleegil see kinnitada.
# To an owner, who may have no colleague yet.
error-own-code-owner = See on teie enda kood ja iseennast keegi ei teeninda. Paluge kolleegi; teda saab kutsuda käsuga /invite.
error-unknown-code = Sellist kehtivat koodi pole. Paluge külalisel vajutada "{ button-stamp-me }" ja võtke uus.
error-wrong-codes = Viis vale koodi kümne minutiga: sisestamine on kuni kümneks minutiks kinni. Skannige seni külalise QR-i.
error-code-ran-out = Selle koodi aeg sai läbi. Paluge külalisel veel kord vajutada "{ button-stamp-me }".
error-visit-over = { $state ->
    [confirmed] See külastus on lõpetatud ja muutmise aeg on läbi. Avage uus külastus uue koodiga.
    [declined] See külastus pandi kõrvale. Küsige külaliselt uus kood.
    [expired] Selle külastuse aeg sai läbi. Küsige külaliselt uus kood.
    [undone] See külastus võeti tagasi. Küsige külaliselt uus kood.
   *[open] See külastus ootab veel templit. Andke kõigepealt see.
}
error-too-many-stamps = { $most ->
    [one] Ühe vajutusega saab anda kuni { $most } templi.
   *[other] Ühe vajutusega saab anda kuni { $most } templit.
} Ülejäänud andke nupuga "{ button-add }".
error-undo-too-late = Tagasi võtta saab kümne minuti jooksul ja need on läbi. Midagi ei muudetud.
error-already-drunk = Selle külastuse preemia on välja antud, seepärast ei saa külastust tagasi võtta. Kui see oli eksitus, võtke enne preemia tagasi.
error-later-visit = Need templid kulusid hilisemas külastuses. Võtke enne see tagasi.
error-reward-gone = Seda preemiat enam pole: see anti välja või võeti tagasi. Vaadake kaart uuesti üle.
error-reward-written-off = Külastus, mille eest see preemia anti, võeti tagasi ja preemia kanti maha. Juhataja saab kaarti parandada: /adjust { $number }.
error-reward-written-off-manager = Külastus, mille eest see preemia anti, võeti tagasi ja preemia kanti maha. Teie saate kaarti parandada: /adjust { $number }.
error-next-visit = See preemia on teenitud samas külastuses. Selle saab kätte järgmisel korral.
error-offer-over = See küsimus on läbi. Soovi korral küsige leti ääres uuesti.
error-invite-over = See link on kasutatud, asendatud või aegunud. Küsige uus.
error-already-staff = Te juba töötate siin. Saatke mulle lihtsalt koodi kuus numbrit.
# A bug of ours. $reference: what the log has; the owners are told too.
error-broken = See ei õnnestunud ja viga on meie poolel. Omanik sai teate, number { $reference }. Palun proovige veel kord.
# The database is out of reach or full; what was asked for waits. Also over a button: 200 signs at most.
error-waits = Praegu ei saa ma midagi kirja panna. Miski ei lähe kaotsi: see tehakse ise ära, kohe kui saan. Korrata pole vaja.
error-old-button = See nupp on vanast versioonist. Saatke /start, et saada värske ekraan.
