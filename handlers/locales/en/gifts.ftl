### Gifts: rewards that no card was filled for, with their last day.

# $reward: such as "Free coffee × 2"; $until: the last day on which it can be had.
reward-until = { $reward } (until { DATETIME($until, dateStyle: "medium") })
receipt-gift = № { $number } · { $cause ->
    [birthday] For your birthday
    [milestone] For your visits
   *[offer] From our message
}: { $item }, use it by { DATETIME($until, dateStyle: "medium") }
receipt-gift-how = You find it under <b>{ button-rewards }</b>; pick it there before you show your code.
receipt-gift-expired = № { $number } · { $item }: its last day is over
receipt-gifts-gone = What the visit had brought you went with it: { $items }.
staff-line-gift = № { $number } · gift: { $item }, until { DATETIME($until, dateStyle: "medium") }
staff-line-gift-expired = № { $number } · { $item }: expired

## Taking what a post offers

toast-offer-taken = On your card: { $item }. Use it by { DATETIME($until, dateStyle: "medium") }.
toast-offer-taken-before = It is on your card already: { $item }. Use it by { DATETIME($until, dateStyle: "medium") }.
button-offer-taken = Use it by { DATETIME($until, dateStyle: "medium") }
error-not-your-post = This post was sent to somebody else, and its button works only for them. Your own offers come to you in this chat.
error-post-offer-over = The days of this offer are over. The next one comes with a post of its own.
error-post-offer-used-up = { $limit ->
    [one] There was one of it, and it is taken. The next offer comes with a post of its own.
   *[other] All { $limit } are taken. The next offer comes with a post of its own.
}
