### A photo that staff send instead of scanning a QR: what it shows when no card comes. Plain text.

photo-shown = { $shown ->
    [two_codes] Pildil on kahe külalise koodid ja ma ei tea, kumba mõtlete. Näidake üht.
    [invite] See on kutse uuele kolleegile. Selle avab oma telefonis see, kellele ta on mõeldud.
    [owner_link] See link teeb omanikuks. Avage see telefonis, mille jaoks ta on, ja ärge näidake kellelegi teisele.
    [sign] See QR toob külalisi boti juurde. Oma koodi saamiseks vajutab külaline "{ button-stamp-me }": saatke mulle see kood.
    [foreign] See QR ei ole meie oma. Külaline vajutab "{ button-stamp-me }": saatke mulle see kood või kuus numbrit.
    [no_picture] Seda pilti ei saa ma avada. Loen JPEG-, PNG- ja WEBP-faile; saatke see fotona, mitte failina, ja see õnnestub.
    [too_large] See pilt on minu jaoks liiga suur. Saatke see fotona, mitte failina, või saatke kuus numbrit.
    [not_fetched] Seda pilti ei õnnestunud Telegramist kätte saada. Saatke uuesti või saatke kuus numbrit.
    [to_collect] Selle QR-i skannib külaline oma telefoniga: kõik läheb kaardile ise. Midagi ei võetud arvele.
   *[nothing] Sellelt pildilt ei leia ma QR-i. Lähemalt, heledamas ja välguta see õnnestub; kuus numbrit sobivad ka.
}
