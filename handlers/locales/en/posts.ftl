### A campaign's post, for customers: what stands below the owner's own words.

# $item: what can be taken; $days: so many days after the day it was taken.
post-offer = <b>{ $item }</b>: tap <b>{ button-take-offer }</b>, and have it at the counter { $days ->
    [0] the same day
    [one] within { $days } day
   *[other] within { $days } days
}.
button-take-offer = Take it
button-mute-offers = No more offers
button-mute-birthday = No birthday greetings
button-mute-surveys = No more surveys
