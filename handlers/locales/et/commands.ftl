### What Telegram shows of the bot: its description, and the commands beside the text box.

# On the empty chat, before START; at most 512 characters.
bot-description =
    Templikaart: { $cafe }. { $goal ->
        [one] { $goal } tempel teeb kaardi täis
       *[other] { $goal } templit teeb kaardi täis
    } ja täis kaart annab teile: { $item }.
    Midagi pole vaja paigaldada ja telefoninumbrit me ei küsi: vajutage START.
# On the bot's profile; at most 120 characters.
bot-short-description = Templikaart: { $cafe }

command-stamp = Näita mu koodi leti ääres
command-card = Minu kaart
command-rewards = Mida ma saan
command-history = Kõik mu kaardi muutused
command-rules = Kuidas kaart töötab
command-language = Räägi muus keeles
command-help = Mida nupud teevad
command-about = Sellest botist
command-privacy = Mida me hoiame ja kuidas lahkuda
command-messages = Mida tohib mulle saata
command-mydata = Kõik, mida minu kohta hoitakse
command-forget = Unusta mind
command-confirm = Anna tempel: /confirm 418302
command-queue = Kes ootab leti ääres
command-sale = QR külalisele: /sale +2
command-practice = Keegi, kelle peal harjutada
command-paper = Paberkaart: /paper Olga
command-papers = Leia paberkaart
command-move = Kadunud konto: /move 123 456 põhjus
command-name = Nimi, mida külalised näevad
command-pin = PIN kassade jaoks
command-leave = Lõpeta siin töötamine
command-today = Päev ühel lehel
command-close = Sulge päev
command-undo = Võta tagasi: /undo 123 põhjus
command-adjust = Paranda kaarti: /adjust 123 +2 põhjus
command-print = Sildid ja lehed trükkimiseks
command-vouchers = Trükitud talongid: /vouchers 40
command-setup = Teie kaardi reeglid
command-staff = Kes siin töötab
command-staffchat = Töögrupp
command-invite = Kutsu barista
command-unbind = Ära kasuta enam seda gruppi
command-answers = Teie lühivastused
command-broadcast = Kirjuta klientidele
command-question = Küsi klientidelt midagi
