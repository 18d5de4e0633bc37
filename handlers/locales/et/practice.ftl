### Practice: a customer who is nobody, on whom everything can be tried.

button-practice = Harjutus
practice-customer = Harjutuskülaline
practice-how = Leti ääres seisab harjutuskülaline. Proovige +1, tagasivõtmist, täis kaarti: midagi ei arvestata ega kellelegi teatata.
notice-practice = See oligi kõik: üks vajutus, üks tempel, ja päris külalisel oleks nüüd kviitung. Kümme minutit saab selle tagasi võtta. <b>{ button-practice }</b> toob harjutuskülalise igal ajal.
