### Чем кончается вопрос, на который отвечали текстом.

question-done = Готово.
# $place: the town as it is called, with its country.
town-set = <b>{ $place }</b> ({ $zone }), там сейчас { $time }. Если это не то место, нажмите ниже <b>{ button-set-town }</b>.
zone-set = Часы по { $zone }, там сейчас { $time }.

## Somebody writes where a tap is wanted. $buttons: what they say, each in quotes.

hint-tap-button = «{ $label }»
hint-tap = Здесь нужно нажать кнопку, слова не подойдут: { $buttons }.
hint-tap-again = Ответить можно только кнопкой: { $buttons }. Что ещё я умею, покажет /help.
# To a customer. Once; what they write next goes to the cafe.
hint-tap-letter = Здесь нужно нажать кнопку: { $buttons }. А если это для кафе, отправьте ещё раз, и я передам.
