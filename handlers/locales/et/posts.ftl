### A campaign's post, for customers: what stands below the owner's own words.

# $item: what can be taken; $days: so many days after the day it was taken.
post-offer = <b>{ $item }</b>: vajutage <b>{ button-take-offer }</b> ja saate selle letist { $days ->
    [0] samal päeval
    [one] { $days } päeva jooksul
   *[other] { $days } päeva jooksul
}.
button-take-offer = Võtan
button-mute-offers = Pakkumisi pole vaja
button-mute-birthday = Ärge õnnitlege
button-mute-surveys = Küsitlusi pole vaja
