### The cafe has another bot than before.

# To owners, by the new bot.
notice-another-bot =
    Nüüd olen kohviku bot mina. Kaardid kõigega, mis neil on, ja töötajad on alles, kõik on nagu enne.
    Varasemad sildid ja lingid viivad vana boti juurde: trükkige uued käsuga /print ja tehke kutsed uuesti käsuga /staff.
    Külalised ja töötajad peavad minu vestluses ühe korra vajutama START. Töögrupp: lisage mind sinna ja saatke mulle /staffchat.
