### Unhappy customers: who takes care of them, what they are told, and the list of all.
### ticket = pöördumine · complaint = kaebus.

command-tickets = Rahulolematud külalised
staff-how-tickets = /tickets on rahulolematud külalised: madalad hinded ja kirjad, mis on kaebused. Need jõuavad ainult juhatajate ja omanikeni; vastus pöördumisele jõuab külaliseni.

## What the customer reads

letter-managers = Andsin selle edasi juhatajatele, kes sellega tegelevad.
letter-managers-too = Ka see on juhatajatel.
button-complaint = See on kaebus
toast-complained = { $passed ->
    [yes] Nüüd on see juhatajatel ja mitte kellelgi teisel. Teile vastatakse siin
   *[no] Veel ei ole kedagi, kes sellega tegeleks. Palun astuge läbi
}
put-right-asked = { $cafe } peab teie muret lahendatuks. Kas asi sai korda?
button-put-right-yes = Jah
button-put-right-no = Ei
put-right-thanks = { $agreed ->
    [yes] Vastasite: jah, asi sai korda. Aitäh.
   *[no] Vastasite: ei, asi ei saanud korda. Nad teavad seda.
}
toast-put-right = { $agreed ->
    [yes] Aitäh
   *[no] Nüüd nad teavad
}

## A letter that is a complaint

button-mark-complaint = Kaebus
toast-complaint = { $passed ->
    [yes] Nüüd on see juhatajatel, vastavad nemad
   *[no] Pole juhatajat, kes sellega tegeleks
}
letter-with-managers = <i>Kaebus: see on juhatajatel, vastavad nemad.</i>
letter-of-ticket = <i>Kuulub pöördumise { $number } juurde.</i>
letter-corrected = <i>Külaline muutis oma hinnet. Midagi pole vaja teha.</i>

## A ticket, for managers and owners

ticket-heading = { $cause ->
    [detractor] <b>Rahulolematu külaline</b> · pöördumine { $number }
    [aspect] <b>Midagi oli valesti</b> · pöördumine { $number }
   *[complaint] <b>Kaebus</b> · pöördumine { $number }
}
ticket-customer = Külaline: { $name }
ticket-score = Soovitaks kohvikut: { $score } / { $most }
ticket-aspect = { $aspect }: { $score } / { $most }
ticket-visit = Külastus: { DATETIME($day, dateStyle: "medium") }, { $time }, teenindas { $by }
ticket-visit-before = Viimane külastus enne seda: { DATETIME($day, dateStyle: "medium") }, { $time }, teenindas { $by }
ticket-stamps = { $stamps ->
    [one] { $stamps } tempel
   *[other] { $stamps } templit
}
# What they said stands behind it.
ticket-said = <b>{ $by }</b>:
ticket-said-lost = <b>{ $by }</b> (ei jõudnud kohale, bot on blokeeritud):
ticket-open = Sellega ei tegele veel keegi.
ticket-open-again = Praegu ei tegele sellega keegi.
ticket-closed-before = { $outcome ->
    [put_right] Pöördumine oli juba suletud: sai korda. Sulges { $by }.
   *[not_put_right] Pöördumine oli juba suletud: ei saanud korda. Sulges { $by }.
}
ticket-wrote-again = Külaline kirjutas uuesti.
ticket-taken = Sellega tegeleb { $by }.
ticket-closed = { $outcome ->
    [put_right] Sai korda. Sulges { $by }.
    [not_put_right] Ei saanud korda. Sulges { $by }.
   *[corrected] Külaline muutis oma hinnet. Midagi pole vaja teha.
}
ticket-former = Külaline palus end unustada: talle ei saa enam midagi saata ja midagi pole vaja teha.
ticket-apologised = Koos vabandusega tehti kingitus, see on külalise kviitungite seas.
ticket-apologised-by = Koos vabandusega tehti kingitus, see on külalise kviitungite seas. Kinkija: { $by }.
ticket-apologised-lately = Pöördumise { $number } juures tehti külalisele { DATETIME($given, dateStyle: "medium") } kingitus koos vabandusega. Järgmise saab teha kõige varem { DATETIME($again, dateStyle: "medium") }.
ticket-apology-held = Pöördumise { $number } juures tehti külalisele { DATETIME($given, dateStyle: "medium") } kingitus koos vabandusega. See on veel kaardil: kuni külaline pole seda saanud, järgmist ei ole.
ticket-other = Külalisel on veel üks avatud pöördumine: { $number }.
ticket-asked = Külaliselt küsiti, kas asi sai korda.
ticket-asked-later = Kas asi sai korda, küsitakse külaliselt hiljem: päeval ja mitte teise küsimuse kõrval.
ticket-agreed = { $agreed ->
    [yes] Külaline ütleb: asi sai korda.
   *[no] Külaline ütleb: asi ei saanud korda.
}
ticket-waits = <b>Külaline on oodanud ööpäeva ja keegi pole vastanud.</b>
ticket-unreachable = Külaline on boti blokeerinud: praegu ei jõua talle midagi kohale.
ticket-how = <i>Vastake sellele sõnumile, ja vastus jõuab külaliseni.</i>
ticket-passed-after-close = Pöördumine on suletud. Andsin vastuse siiski edasi.
button-ticket-take = Tegelen sellega
button-apologise = Vabanda: { $item }
button-put-right = Sai korda
button-not-put-right = Ei saanud korda
button-ticket-reopen = Võta uuesti ette
toast-ticket-taken = { $mine ->
    [yes] Teie tegelete sellega
   *[no] Sellega tegeleb { $by }
}
toast-apologised = Külalise kaardil: { $item }. Ta saab sellest kohe teada
toast-apologised-untold = Külalise kaardil: { $item }. Talle ei saa sellest praegu teatada: bot on blokeeritud
toast-apologised-before = See on juba kingitud: { $item }
# $asked: whether they are asked now, later or not.
toast-ticket-closed = { $asked ->
    [now] Suletud. Külaliselt küsitakse, kas asi sai korda
    [later] Suletud. Külaliselt küsitakse hiljem, kas asi sai korda
   *[not] Suletud
}

## The list

tickets-heading = <b>Rahulolematud külalised</b>
# $taken: somebody takes care of them.
tickets-waiting = { $waiting ->
    [0] Keegi ei oota
    [one] Ootab { $waiting } külaline
   *[other] Ootab { $waiting } külalist
}, { $taken ->
    [0] käsil pole midagi.
    [one] käsil on { $taken } pöördumine.
   *[other] käsil on { $taken } pöördumist.
}
tickets-none = Keegi ei oota midagi.
tickets-apologies = { $given ->
    [0] Vabandusega kingitusi sel kuul pole tehtud, lubatud on kuni { $most }.
    [one] Vabandusega on sel kuul tehtud { $given } kingitus, lubatud on kuni { $most }.
   *[other] Vabandusega on sel kuul tehtud { $given } kingitust, lubatud on kuni { $most }.
}
tickets-apologies-points = Külalised koguvad ainult punkte: täis kaarti ei ole ja koos vabandusega pole midagi kinkida.
tickets-apologies-by = { $by }: { $given }
tickets-apologies-how = Kuus kõige rohkem:
button-apologies-on = ✓ { $most }
# $age: since the customer waits; $by: who takes care of it.
button-ticket-open = { $state ->
    [open] ● { $name } · { $age }
    [taken] ○ { $name } · { $age } · { $by }
   *[closed] ✓ { $name } · { $age }
}
ticket-age-hours = { $hours } t
ticket-age-days = { $days } p
button-tickets-further = Edasi
rule-apologies-a-month = kingitusi vabandusega kuus

## Refusals

error-ticket-taken = Sellega tegeleb { $by }. Leppige kokku või võtke mõni teine: /tickets
error-ticket-over = See on läbi, midagi pole vaja teha. Mis on lahti: /tickets
error-ticket-closed = Selle sulges { $by }. Mis on lahti: /tickets
error-ticket-over-unsent = Midagi ei saadetud: see on läbi. Mis on lahti: /tickets
error-ticket-closed-unsent = Midagi ei saadetud: selle sulges { $by }. Mis on lahti: /tickets
error-own-ticket = See puudutab teid kui külalist. Sellega peab tegelema keegi teine.
error-is-complaint = See on kaebus: juhatajad vastavad sellele oma vestluses. Siin pole vaja midagi teha.
error-apologies-used-up = Selle kuu { $most } kingitust on tehtud. Järgmise saab teha { DATETIME($again, dateStyle: "medium") }; omanik saab käsuga /tickets rohkem lubada.
error-apologies-used-up-owner = Selle kuu { $most } kingitust on tehtud. Järgmise saab teha { DATETIME($again, dateStyle: "medium") } või lubage käsuga /tickets rohkem.
error-apologised-lately = Külalisele tehti juba kingitus koos vabandusega, pöördumine { $number }. Järgmise saab teha kõige varem { DATETIME($again, dateStyle: "medium") }. Sõnadega saab vastata alati.
error-apology-held = Pöördumise { $number } juures vabandusega antu on veel külalise kaardil. Järgmise saab teha, kui külaline on selle kätte saanud. Sõnadega saab vastata alati.
error-no-apologies = { $points ->
    [yes] Külalised koguvad siin ainult punkte: koos vabandusega pole midagi kinkida. Sõnadega saab vastata alati.
   *[no] Vabandusega kingitused on siin välja lülitatud. Omanik saab need käsuga /tickets lubada; sõnadega saab vastata alati.
}
error-no-apologies-owner = Vabandusega kingitused on välja lülitatud. Lubage need käsuga /tickets; sõnadega saab vastata alati.
error-not-your-question = Seda küsiti kelleltki teiselt või ammu. Lihtsalt kirjutage siin kohvikule.

## /mydata

mydata-tickets = KAEBUSED JA MADALAD HINDED
mydata-ticket = { $at } · { $cause ->
    [detractor] kui tõenäoliselt kohvikut soovitate
    [aspect] üks asi külastuse juures
   *[complaint] kaebus
}: { $state ->
    [open] sellega ei tegele veel keegi
    [taken] sellega tegeletakse
    [put_right] suletud kui korda saanud
    [not_put_right] suletud, korda ei saanud
   *[closed] suletud
}{ $agreed ->
    [yes] , vastasite, et asi sai korda
    [no] , vastasite, et asi ei saanud korda
   *[nothing] {""}
}
