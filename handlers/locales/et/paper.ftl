### Paberkaardid: mis neil seisab, mida personal nendega teeb ja kuidas need Telegrami jõuavad.

## Kaardil: lihtsalt, ilma emotikonideta, lühidalt

papercard-title = Templikaart
papercard-how = Näidake kaarti leti ääres või öelge selle number.
papercard-move = Telefonis on Telegram? Skannige kood ja templid lähevad sinna.

## Personal: teha, leida, asendada, sulgeda

papercard-printed = Paberkaart <b>{ $numbers }</b>. Printige suurusega 100 % ja lõigake mööda jooni. Kaardi koodi ei hoita kuskil: kui fail kaob, asendage kaart.
papercard-print-failed = Fail ei jõudnud Telegrami. Saatke /paper koos numbriga ja vajutage "{ button-paper-reprint }": { $numbers }
papercards-in-use = Need kaardid on juba kasutusel, seega midagi ei prinditud. Leiate need käsuga /papers; "{ button-paper-replace }" prindib uue.
papercard-heading = <b>Paberkaart { $number }</b>
papercard-heading-named = <b>{ $name }</b> · paberkaart { $number }
papercard-standing = { $parts }
papercard-active = Tehtud { DATETIME($day, dateStyle: "medium") }, { $by }. { $used ->
    [yes] Kasutusel.
   *[no] Veel kasutamata.
}
papercard-blocked = ⛔ Suletud { DATETIME($day, dateStyle: "medium") } kell { $time }, { $by }. Asendades saab külaline uue kaardi kõige sellega.
papercard-replaced = Asendatud { DATETIME($day, dateStyle: "medium") } kell { $time }, { $by }. Kõik see on uuel kaardil.
papercard-moved = Läks külalise Telegrami { DATETIME($day, dateStyle: "medium") } kell { $time }.
button-paper = Paberkaart
button-paper-replace = Asenda
button-paper-reprint = Prindi uuesti
button-paper-block = Sulge
paper-ask = „Asenda“ prindib sellele külalisele uue kaardi. Kadunud kaart sulgege.
staff-paper-expired = Aeg sai otsa: midagi ei antud. Skannige kaart uuesti.
staff-paper-blocked = ⛔ See paberkaart on suletud.
toast-paper-replaced = Asendatud. Uus kaart on teel
toast-paper-reprinted = Saadame; varem prinditud kood enam ei kehti
toast-paper-blocked = Suletud: sellega ei saa enam midagi
button-paper-forget = Unusta külaline
button-paper-forget-yes = Jah, kustuta
paper-forget-ask = Kas kustutada see, kellele kaart tehti? Nimi ja kaart kaovad kõigega, mis sellel on. Seda ei saa tagasi võtta.
paper-forgotten = Kustutatud. See kaart ei anna enam midagi.
# To the owners. $before: the number that was replaced.
notice-paper-renewed = { $how ->
    [again] <b>{ $by }</b> printis paberkaardi { $number } uuesti, koos kõigega, mis sellel on.
   *[replaced] <b>{ $by }</b> asendas paberkaardi { $before } kaardiga { $number }, koos kõigega, mis sellel oli.
} Kui klient seda ei palunud: /paper { $number }, ja sulgege see.
papers-heading = <b>Paberkaardid</b>, uuemad ees. Nime järgi otsin nii: <code>/papers Olga</code>.
papers-none = Paberkaarte veel pole. /paper teeb esimese.
papers-none-named = Selle nimega kaarti pole tehtud. /papers näitab viimaseid.
papers-blocked = suletud

## Kes avab kaardi lingi

papercard-offer = See on paberkaart <b>{ $number }</b>, { $cafe }.
papercard-offer-ask = Kas viia see kaart ja kõik, mis sellel on, teie Telegrami? Paberkaart pärast seda enam ei kehti.
button-paper-move = Jah, vii üle
button-paper-keep = Ei, jään paberi juurde
papercard-yours = Kõik selle paberkaardi pealt on juba teie kaardil siin. Vaatamiseks vajutage <b>{ button-my-card }</b>.
papercard-kept = Midagi ei muutunud: paberkaart kehtib nagu enne.
papercard-is-here = Valmis: kõik paberkaardilt on nüüd siin. Paberi võite ära visata.
papercard-welcome = Tere tulemast, { $cafe }. Leti ääres vajutage <b>{ button-stamp-me }</b> ja näidake ekraani.

## Keeldumised

error-number-mistyped = See number ei klapi: mõni koht on vale, puudu või üle. Vaadake kaarti ja sisestage selle kaheksa numbrit uuesti.
error-paper-in-use = See kaart on juba kasutusel ja selle kood jääb samaks. Uue jaoks vajutage "{ button-paper-replace }".
error-unknown-paper = Seda paberkaarti ma ei tunne. Skannige see uuesti või otsige käsuga /papers.
error-paper-blocked = See paberkaart on suletud { DATETIME($day, dateStyle: "medium") }, { $by }. Uue kaardi saab leti äärest.
# To staff. $number: of the card.
error-paper-blocked-staff = See paberkaart on suletud { DATETIME($day, dateStyle: "medium") }, { $by }. Uue kaardi kõige sellega, mis siin on, saab nii: /paper { $number }, siis { button-paper-replace }.
error-paper-replaced = See paberkaart asendati uuega. Palun kasutage uut.
error-paper-replaced-by = See paberkaart asendati kaardiga { $number }. Palun kasutage seda.
error-paper-moved = Kõik sellelt kaardilt läks Telegrami { DATETIME($day, dateStyle: "medium") } kell { $time }. Nüüd kogutakse seal.
error-paper-redeemed = Paberkaardiga saab midagi kord päevas ja täna see juba oli. Homme jälle, Telegramiga kohe: skannige kaart.
error-own-paper = Kes siin töötab või selle kaardi tegi, ei saa seda endale üle viia. Omanik näeb seda ka.
error-too-many-papers = Lehele mahub { $most } kaarti. Saatke /paper arvuga 1 kuni { $most }, nii mitu korda kui soovite.
