### Чем кончается вопрос, на который отвечали текстом.

question-done = Готово.
# $place: the town as the owner wrote it, with its country.
town-set = <b>{ $place }</b> ({ $zone }), там сейчас { $time }. Это не то место? Нажмите <b>{ button-set-town }</b> ниже.
zone-set = Часы по { $zone }, там сейчас { $time }.
