### Töögrupp: grupp, kus töötajad näevad järjekorda.

staff-chat-what = Töögrupp on nende grupp, kes siin töötavad: kes vajutab <b>{ button-stamp-me }</b>, ilmub sinna, ja tempel tuleb ühe vajutusega.
staff-chat-pick = Vajutage all olevat nuppu, et valida grupp või teha uus. Saan seal administraatoriks, et kuulda kuut numbrit.
staff-chat-bound = Töögrupp on <b>{ $title }</b>.
staff-chat-none = Töögruppi ei ole: järjekord tuleb kassasse, kus keegi on vahetuses, muidu igaühele privaatselt. Muutmiseks /staffchat.
staff-chat-hears = Tavalist teksti ma seal kuulen: kuuest numbrist piisab.
staff-chat-deaf = Tavalist teksti ma seal ei kuule. Tehke mind administraatoriks: grupi nimi > Administraatorid > Lisa. Seni toimib /confirm 418302.
staff-chat-not-in = Ma ei pääse sellesse gruppi. Lisage mind sinna ja saatke seal /bind.
staff-chat-unbound = Grupis järjekorda enam ei näidata. See tuleb kassasse, kus keegi on vahetuses, muidu igaühele privaatselt.
staff-chat-unnamed = grupp
button-pick-staff-chat = Vali grupp või tee uus
button-staff-chat-later = Mitte praegu
button-pick-another = Teine grupp
button-unbind = Enam mitte see grupp
button-bind-here = Tee töögrupiks
toast-bound = See on nüüd töögrupp
toast-unbound = Töögruppi enam ei ole

## To owners, in private

notice-staff-chat-lost = Mind eemaldati töögrupist <b>{ $title }</b> või ma ei saa enam sinna kirjutada. Järjekord tuleb nüüd kassasse, kus keegi on vahetuses, muidu igaühele privaatselt. Uue grupi valib /staffchat.
notice-staff-chat-deaf = Ma pole enam administraator grupis <b>{ $title }</b> ega kuule seal kuut numbrit. Parandamiseks: grupi nimi > Administraatorid > Lisa. Järjekord ja /confirm 418302 toimivad endiselt.
notice-staff-chat-hears = Olen grupis <b>{ $title }</b> jälle administraator ja kuulen seal kuut numbrit.

## To groups

notice-foreign-group = Kuulun ühele kohvikule ja töötan ainult selle töögrupis, seepärast lahkun siit minuti pärast.
notice-binding-asked = Kas see on töögrupp? Siis ilmub siia igaüks, kes vajutab <b>{ button-stamp-me }</b>. Omanik kinnitab nupuga või käsuga /bind, muidu lahkun kümne minuti pärast.
