### The pair code in words. The animals are those of loyalty/pair_codes.py; a test names a missing one.

# $animal: the animal's name in code. Say it as one would call it across a counter.
animal = { $animal ->
    [fox] лиса
    [owl] сова
    [bear] медведь
    [cat] кот
    [dog] собака
    [frog] лягушка
    [duck] утка
    [lion] лев
    [panda] панда
    [koala] коала
    [whale] кит
    [bee] пчела
    [snail] улитка
    [turtle] черепаха
    [penguin] пингвин
    [rabbit] кролик
    [tiger] тигр
    [horse] лошадь
    [crab] краб
   *[swan] лебедь
}
