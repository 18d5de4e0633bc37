### Gifts: rewards that no card was filled for, with their last day.

# $reward: such as "Free coffee × 2"; $until: the last day on which it can be had.
reward-until = { $reward } (до { DATETIME($until, dateStyle: "medium") })
receipt-gift = № { $number } · { $cause ->
    [birthday] Ко дню рождения
    [milestone] За ваши визиты
   *[offer] Из нашего сообщения
}: { $item }, действует до { DATETIME($until, dateStyle: "medium") }
receipt-gift-how = Это лежит в разделе <b>{ button-rewards }</b>: выберите там, прежде чем показать код.
receipt-gift-expired = № { $number } · { $item }: последний день прошёл
receipt-gifts-gone = Вместе с визитом отменено и то, что он принёс: { $items }.
staff-line-gift = № { $number } · подарок: { $item }, до { DATETIME($until, dateStyle: "medium") }
staff-line-gift-expired = № { $number } · { $item }: срок вышел

## Taking what a post offers

toast-offer-taken = На вашей карте: { $item }, действует до { DATETIME($until, dateStyle: "medium") }
toast-offer-taken-before = Это уже на вашей карте: { $item }, действует до { DATETIME($until, dateStyle: "medium") }
button-offer-taken = Действует до { DATETIME($until, dateStyle: "medium") }
error-not-your-post = Это сообщение отправили другому гостю, и кнопка работает только для него. Ваши предложения приходят вам в этот чат.
error-post-offer-over = Дни этого предложения прошли. Следующее придёт отдельным сообщением.
error-post-offer-used-up = { $limit ->
    [1] Оно было одно, и его уже взяли. Следующее предложение придёт отдельным сообщением.
    [one] Все { $limit } уже взяли. Следующее предложение придёт отдельным сообщением.
    [few] Все { $limit } уже взяли. Следующее предложение придёт отдельным сообщением.
    [many] Все { $limit } уже взяли. Следующее предложение придёт отдельным сообщением.
   *[other] Все { $limit } уже взяли. Следующее предложение придёт отдельным сообщением.
}
