### Privacy: what is kept, the file of it, being forgotten.

## /privacy

privacy-heading = <b>Mida { $cafe } teie kohta hoiab</b>
privacy-who = Teie andmete eest vastutab: { $responsible }
privacy-who-cafe = Teie andmete eest vastutab: { $cafe }. Küsige letist.
privacy-what =
    Hoitakse: teie Telegrami konto ja nimi, keel, kaart iga templi ja preemiaga ning kes selle andis, see, mida te kohvikule kirjutate, mida vastate, kui küsime, kuidas läks, sünnipäev, kui selle ütlesite (ilma aastata, töötajad seda ei näe), mida lubate saata ja millal see saadeti; paberkaardi number ja nimi, kellele see tehti; kui teile viidi üle kadunud konto kaart, siis ka see, mis konto see oli. Telefoninumbrit mitte kunagi.
    Seda on vaja, et kaart töötaks ja vigu saaks parandada. Midagi ei müüda ega anta kellelegi teisele.
privacy-how-long = Kui kaua (päevades): sõnumid nii, nagu need tulid, { $received }; kirjad kohvikule { $written }; varukoopiad { $backups }; kõik muu seni, kuni palute end unustada.
privacy-copies = Krüpteeritud koopiad on ka omaniku enda vestluses, kuni ta need alles hoiab; neis on edasi ka need, kes on vahepeal unustatud.
privacy-who-sees = Töötajad näevad teie nime ja kaarti, kuni teid teenindavad. Teie vastused meie küsimustele on omanikele ja juhatajatele: omanikud loevad neid nimedeta, madala hinde või kaebuse puhul näevad mõlemad, kes ja millise külastuse kohta vastas. Baristad neid ei loe; kes teid teenindas, loeb kiitust ainult teie loal ja ilma teie nimeta. Sõnumeid kannab Telegram oma reeglite järgi.
privacy-leave =
    /mydata annab kõik failina. /forget kustutab.
    Pärast seda jääb aastaks räsi, millest kedagi leida ei saa, et piirangutest ei pääseks lahkudes ja tagasi tulles.

## /mydata

mydata-file = minu-andmed
mydata-caption = Kõik, mida teie kohta hoitakse: üks fail lugemiseks, teine masinale.
mydata-heading = Mida { $cafe } teie kohta hoiab, { $at }
mydata-when = { DATETIME($day, dateStyle: "medium") }, { $time }
mydata-nothing = Midagi ei hoita: teil ei ole siin kaarti.
mydata-work = Te töötate siin: { $name }, { $role ->
    [owner] omanik
    [manager] juhataja
   *[barista] barista
}
mydata-person = TEIE
mydata-name = Nimi: { $name }
mydata-identity = { $kind ->
    [left] Varem tuntud kui: telegram { $id }
   *[other] Tuntud kui: { $kind } { $id }
}
mydata-language = Keel: { $language }
mydata-joined = Alates: { $at }
mydata-source = Tulite sildi kaudu: { $source }
mydata-frozen = Kaart külmutatud: { $at }
mydata-card = TEIE KAART
mydata-rewards = PREEMIAD
mydata-reward = { $at } · { $item }: { $state ->
    [issued] teie oma
    [redeemed] välja antud
    [cancelled] tagasi võetud
   *[expired] enam ei kehti
}
mydata-operations = KVIITUNGID
mydata-operation = { $at } · { $receipt }
mydata-visits = KÜLASTUSED
mydata-visit = { $at } · { $state ->
    [open] avatud
    [confirmed] templeid: { $stamps }
    [declined] kõrvale pandud
    [undone] tagasi võetud
   *[expired] aeg sai otsa
} · { $by }
mydata-letters = KIRJAD
mydata-letter = { $at } · { $by }
mydata-you = teie
mydata-content = { $content ->
    [text] (kustutatud)
    [photo] (pilt)
    [voice] (hääl)
    [video] (video)
    [document] (fail)
    [sticker] (kleeps)
   *[other] (midagi muud)
}
mydata-consents = NÕUSOLEKUD
mydata-consent = { $at } · { $purpose }: { $given ->
    [yes] jah
   *[no] ei
}
mydata-birthday = Sünnipäev: { $day }, öeldud { $at }
mydata-birthday-deleted = Sünnipäev: kustutatud; öeldi { $at }
mydata-wishes = MIDA TOHIB SAATA
mydata-wish = { $at } · { $purpose ->
    [birthday] sünnipäev
    [surveys] küsimused
   *[offers] pakkumised
}: { $state ->
    [yes] jah
    [muted] vaigistatud
   *[no] ei
}
# Nothing was said of it.
mydata-wish-unsaid = { $purpose ->
    [birthday] sünnipäev
    [surveys] küsimused
   *[offers] pakkumised
}: { $on ->
    [yes] jah, kuni te ei keela
   *[no] ei, kuni te pole lubanud
}
mydata-questions = MIDA KÜSITI
mydata-question = { $at } · { $kind ->
    [birthday] sünnipäev
    [survey] meie küsimus
   *[offers] kas tohib pakkumisi saata
}: { $state ->
    [answered] vastatud
    [skipped] mitte praegu
   *[open] vastuseta
}
mydata-answers = TEIE VASTUSED
mydata-recommend = kas soovitaksite meid
mydata-answer = { $at } · { $what }: { $score }
mydata-praise = Need sõnad anti edasi teie nimeta. Kellele: { $by }, { $at }
mydata-messages = MIDA TEILE SAADETI
mydata-message = { $at } · { $kind ->
    [broadcast] pakkumine
    [recurring] pakkumine
    [birthday] õnnesoov
    [milestone] sõna teie tasside kohta
    [welcome] tervitus
    [win_back] pakkumine pärast pausi
    [survey] küsimus
    [aspect] küsimus
    [own_question] küsimus
   *[reminder] meeldetuletus
}{ $muted ->
    [yes] , vaigistatud sealt
   *[no] { "" }
}
mydata-refusals = KEELDUMISED
mydata-refusal = { $at } · { $kind ->
    [UnknownCode] vale kood
    [OwnCode] keegi ei teeninda iseennast
    [OwnCard] keegi ei muuda oma kaarti
    [TooManyStamps] liiga palju templeid korraga
    [LimitReached] kohviku piirang
    [AdjustLimitReached] käsitsi parandusi oli rohkem, kui kohvik päevas lubab
    [PaperRedeemedToday] paberkaardiga üks asi päevas
    [OwnPaperCard] töötaja ei vii paberkaarti endale üle
    [TooManyLetters] rohkem kirju, kui inimesed jõuavad vastata
   *[other] sel hetkel polnud see võimalik
}
mydata-none = mitte midagi
mydata-elsewhere = Selle kõrval on kuni nädala vanused sõnumite koopiad juhuks, kui midagi tuleb uurida; varukoopiates on sama mis selles failis.

## /forget

forget-what = <b>Unusta mind</b> kustutab teie nime ja konto, keele, kõik, mis te kirjutasite, ja teie kaardi. Tagasi võtta seda ei saa.
forget-stamps = Te kaotate templid: { $progress }.
forget-rewards = Te kaotate preemiad: { $rewards }.
forget-work = Te lõpetate siin ka töötamise: roll kaob ja omanik saab sellest teada.
forget-sure = Mis on kogutud ja välja antud, jääb arvuna kohviku summadesse, ilma teieta. Kas kustutada kõik?
button-forget-yes = Kustuta kõik
button-forget-no = Jäta alles
toast-kept = Midagi ei kustutatud
forget-kept = Midagi ei kustutatud, kaart on nagu enne.
forget-done = Kõik on kustutatud.
forget-farewell = Ma ei tunne teid enam. Aitäh kõigi kohvide eest. Kui tulete tagasi, annab /start tühja kaardi. Sõnumid selles vestluses on teie omad: Telegram kustutab need, kui teie kustutate.
