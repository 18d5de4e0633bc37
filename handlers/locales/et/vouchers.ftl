### Vouchers: printed one-time slips of one stamp each.

# To owners and managers, under how to give a stamp.
staff-how-vouchers = <code>/vouchers 40</code> trükib 40 talongi, igaüks üks tempel: kui telefon on tühi, internetti pole või tellimus läheb koju.

## The list

vouchers-heading = <b>Talongid</b>
vouchers-how = Talong annab ühe templi: külaline skannib selle { $days } päeva jooksul, kõige rohkem { $most } päevas ühele kaardile. Vajutage, mitu trükkida, või kirjutage: <code>/vouchers 40</code>
vouchers-none = Ühtegi lehte pole veel trükitud.
# $number: the sheet's; $until: a date; $by: who had it printed.
vouchers-line = nr { $number } · { $state ->
    [void] ei kehti
    [expired] aegus { DATETIME($until, dateStyle: "medium") }
   *[open] kuni { DATETIME($until, dateStyle: "medium") }
} · kasutatud { $used }, alles { $left }, tühistatud { $void } · { $by }
button-vouchers-print = Trüki { $slips }
button-vouchers-sheet = nr { $number }: alles { $left }
button-vouchers-sheet-over = nr { $number }: läbi

## A sheet, a slip

voucher-sheet = <b>Leht nr { $number }</b> · { $slips ->
    [one] { $slips } talong
   *[other] { $slips } talongi
} · trükitud { DATETIME($on, dateStyle: "medium") }, { $by }
# $numbers: such as "1-11, 13-40".
voucher-open = Kehtivad: { $numbers }
voucher-left = Aegunud: { $numbers }
voucher-void = Tühistatud: { $numbers }
voucher-used = Kasutatud: { $numbers }
# $number: of the slip on its sheet; $day and $time: when.
voucher-used-at = { $number } ({ DATETIME($day, dateStyle: "medium") }, { $time })
voucher-sheet-how = Ühe talongi tühistamiseks kirjutage selle number: <code>/vouchers { $example }</code>
button-void-sheet = Tühista kogu leht
button-void-sheet-yes = { $left ->
    [one] Jah, tühista { $left } talong
   *[other] Jah, tühista { $left } talongi
}
voucher-void-ask = Selle lehe allesjäänud talongid ei anna enam midagi. Mis on kätte saadud, jääb alles.
voucher-slip = Talong <b>{ $slip }</b>: { $state ->
    [open] kehtib kuni { DATETIME($until, dateStyle: "medium") }
    [used] kasutatud
    [void] tühistatud
   *[expired] aegus { DATETIME($until, dateStyle: "medium") }
}
# After a slip that was collected.
voucher-slip-receipt = kviitung nr { $number }, tagasi võtta: /undo { $number }
button-void-slip = Tühista { $slip }
toast-voucher-void = Tühistatud, lehel alles: { $left }
toast-vouchers-drawing = Joonistan, üks hetk

## The file

voucher-file = <b>Leht nr { $number }</b> · { $slips ->
    [one] { $slips } talong
   *[other] { $slips } talongi
}, igaüks üks tempel, kehtivad kuni { DATETIME($until, dateStyle: "medium") }. Trükkige mõõdus 100 % ja lõigake joonte järgi. Talongi saab kasutada igaüks, kelle käes see on: hoidke faili nagu raha.
voucher-file-instead = Leht nr { $numbers } ei kehti: loeb ainult see.
voucher-file-failed = Fail ei jõudnud Telegrami, seega leht nr { $number } ei kehti. Proovige minuti pärast uuesti.

## On paper: plain, no emoji, as short as can be

paper-voucher-worth = Üks tempel
paper-voucher-how = Skannige kaameraga ja vajutage Start
paper-voucher-until = Üks kord, kuni { DATETIME($until, dateStyle: "medium") }

## The customer

receipt-slip = talong { $slip }

## Refusals

error-unknown-slip = Seda talongi ma ei tunne: see võib olla vanem kui minu andmed. Näidake seda leti ääres.
error-slip-over = { $why ->
    [expired] See talong on aegunud. Küsige leti äärest.
   *[void] Kohvik on selle talongi tühistanud. Küsige leti äärest.
}
error-own-slip = Need talongid andsite välja teie ja iseendale templeid ei anta. Kellelegi teisele see veel kehtib.
error-slips-used-up = { $most ->
    [one] Ühele kaardile läheb päevas kõige rohkem { $most } talong.
   *[other] Ühele kaardile läheb päevas kõige rohkem { $most } talongi.
} See kehtib veel: skannige see homme.
# $most as above; the slip is good today only.
error-slips-used-up-today = { $most ->
    [one] Ühele kaardile läheb päevas kõige rohkem { $most } talong ja see kehtib ainult täna.
   *[other] Ühele kaardile läheb päevas kõige rohkem { $most } talongi ja see kehtib ainult täna.
} Andke see kellelegi teisele või küsige leti äärest.
error-slip-without-stamps = See kohvik enam templeid ei anna. Näidake talongi leti ääres.
error-slip-gone = Sellist talongi pole. Kehtivaid näitab /vouchers.
error-slip-collected = See talong on juba kasutatud, tühistada pole midagi.
# $number: of its receipt.
error-slip-collected-by = See talong on juba kasutatud, kviitung nr { $number }, tühistada pole midagi. Tagasi võtta: /undo { $number }
error-slips-out-of-range = Lehel on 1 kuni { $most } talongi. Saatke nii: /vouchers 40
