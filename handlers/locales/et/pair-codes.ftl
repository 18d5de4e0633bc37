### The pair code in words. The animals are those of loyalty/pair_codes.py; a test names a missing one.

# $animal: the animal's name in code. Say it as one would call it across a counter.
animal = { $animal ->
    [fox] rebane
    [owl] öökull
    [bear] karu
    [cat] kass
    [dog] koer
    [frog] konn
    [duck] part
    [lion] lõvi
    [panda] panda
    [koala] koaala
    [whale] vaal
    [bee] mesilane
    [snail] tigu
    [turtle] kilpkonn
    [penguin] pingviin
    [rabbit] jänes
    [tiger] tiiger
    [horse] hobune
    [crab] krabi
   *[swan] luik
}
