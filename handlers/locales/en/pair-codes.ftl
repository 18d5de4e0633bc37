### The pair code in words. The animals are those of loyalty/pair_codes.py; a test names a missing one.

# $animal: the animal's name in code. Say it as one would call it across a counter.
animal = { $animal ->
    [fox] fox
    [owl] owl
    [bear] bear
    [cat] cat
    [dog] dog
    [frog] frog
    [duck] duck
    [lion] lion
    [panda] panda
    [koala] koala
    [whale] whale
    [bee] bee
    [snail] snail
    [turtle] turtle
    [penguin] penguin
    [rabbit] rabbit
    [tiger] tiger
    [horse] horse
    [crab] crab
   *[swan] swan
}
