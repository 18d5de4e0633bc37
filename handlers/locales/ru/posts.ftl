### A campaign's post, for customers: what stands below the owner's own words.

# $item: what can be taken; $days: so many days after the day it was taken.
post-offer = <b>{ $item }</b>: нажмите <b>{ button-take-offer }</b> и получите у стойки { $days ->
    [0] в тот же день
    [one] в течение { $days } дня
    [few] в течение { $days } дней
    [many] в течение { $days } дней
   *[other] в течение { $days } дня
}.
button-take-offer = Беру
button-mute-offers = Без предложений
button-mute-birthday = Не поздравлять
button-mute-surveys = Без опросов
