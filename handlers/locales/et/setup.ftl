### The wizard: the first screen that an owner sees, and what comes after it.

setup-heading = Esimene pakkumine kohvikule <b>{ $cafe }</b>. Puudutage seda, mis on teil teisiti; hiljem muudab kõike /setup.
setup-hint = Seda näete ainult teie. Kui kõik klapib, vajutage viimast nuppu: leti äärde astub harjutuskülaline.
button-finish = Kõik klapib, alustame
setup-done = Teie kaart on valmis. Leti äärde astub harjutuskülaline: andke talle tempel nupuga <b>+1</b> allpool oleval kaardil.
# After the owner's first practice stamp.
setup-next = Mis edasi: /print teeb letile sildi, /staff toob inimesed tööle, /setup muudab iga reeglit, /help ütleb, kuidas leti ääres töötada, ja kõik muu.
