### What the cafe may send: questions under receipts, the page of it, muting, the birthday.

## Under a receipt; two buttons share a row, so at most 18 characters each.

question-birthday = Kas tohime teile sünnipäevaks õnne soovida? Päevast ja kuust piisab. Töötajad neid ei näe ja kustutada saab igal ajal.
button-birthday-tell = Ütlen kuupäeva
button-birthday-skip = Mitte praegu
question-birthday-skipped = Jääb ilma kuupäevata. Kui soovite seda kunagi öelda: /messages
question-offers = Kas tohime vahel pakkumisi saata? Mitte kunagi öösel, ja lõpetada saab ühe vajutusega.
button-offers-yes = Jah, saatke
button-offers-no = Ei, aitäh
question-offers-agreed = Saadame teile pakkumisi. Lõpetada saab ühe vajutusega iga pakkumise all või siin: /messages
question-offers-refused = Jääb ilma pakkumisteta. Kui soovite neid kunagi saada: /messages

## /messages: what you may send me

wishes-heading = <b>Mida { $cafe } tohib teile saata</b>
# $on: yes or no. $posts: at most so many within seven days.
wishes-offers = Pakkumised: { $on ->
    [yes] jah, kõige rohkem { $posts } nädalas ja mitte kunagi öösel.
   *[no] ei.
}
# $day: such as 12 March.
wishes-birthday = Sünnipäev, { $day }: { $on ->
    [yes] võime õnne soovida.
   *[no] õnne ei soovi.
} Töötajad kuupäeva ei näe.
wishes-no-birthday = Sünnipäev: me ei tea kuupäeva ega soovi õnne.
wishes-always = Kviitungid ja teade enne preemia aegumist tulevad igal juhul: need kuuluvad teie kaardi juurde.
button-wishes = Mida tohib mulle saata
button-wish-offers-on = Saatke pakkumisi
button-wish-offers-off = Ilma pakkumisteta
button-wish-birthday-on = Soovige mulle õnne
button-wish-birthday-off = Ilma õnnesoovideta
button-wishes-tell-birthday = Ütlen oma sünnipäeva
button-birthday-change = Muudan kuupäeva
button-birthday-delete = Kustutan kuupäeva

## Muting from a message. At most 200 characters.

toast-muted = { $purpose ->
    [birthday] Õnnesoove enam ei tule.
    [surveys] Küsimusi enam ei tule.
   *[offers] Pakkumisi enam ei tule.
} Seda saab igal ajal muuta: /messages

## The birthday

birthday-ask = Millal on teie sünnipäev? Kirjutage päev ja kuu, näiteks <b>12. märts</b> või <b>12.03</b>.
birthday-month = Või vajutage kuule:
# $day: what Telegram's own profile says, such as 12 March.
button-birthday-hint = { $day }, nagu Telegramis
birthday-day = { $month }: mis päeval?
birthday-read = Loen välja: <b>{ $day }</b>. Vajutage all, kas see on õige.
birthday-heard = Teie sünnipäev: { $day }.
birthday-right = <b>{ $day }</b>, kas õige?
# $day: the first birthday that counts, with its year.
birthday-too-late = Selleni on alla kahe nädala, seepärast hakkab see kehtima { DATETIME($day, dateStyle: "medium") }: kingitust homseks tellida ei saa.
birthday-locks = Sellega lubate endale õnne soovida. Kustutada saab igal ajal, muuta aasta pärast.
button-birthday-right = Jah, õige
button-birthday-other = Teine kuupäev
birthday-kept = Kirjas: <b>{ $day }</b>. Mida me saadame, saab muuta siin: /messages
birthday-delete = Kas kustutada kuupäev? Õnnesoove siis enam ei tule.
birthday-delete-locked = Uut saab öelda alates { DATETIME($day, dateStyle: "medium") }.
button-birthday-delete-yes = Kustuta
button-birthday-delete-no = Jäta alles

## Refusals; they fit a toast.

error-not-for-you = See nupp on teise kaardi oma või kaardi oma, mida enam pole. Mida teile saadetakse, otsustate teie: /messages
error-no-card-yet = Teil pole siin veel kaarti, seega midagi ei saadeta. Kaardi saab nii: /start
error-date-unreadable = Seda kuupäeva ma ei mõista. Kirjutage päev ja kuu, näiteks 12. märts või 12.03, või vajutage kuule.
error-birthday-locked = Kuupäev jääb samaks aasta ning kaks nädalat enne sünnipäeva. Muuta saab alates { DATETIME($day, dateStyle: "medium") }, kustutada igal ajal: /messages
error-no-birthday = Ma ei tea kuupäeva enam. Öelge see kõigepealt: /messages
