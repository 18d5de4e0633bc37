### Privacy: what is kept, the file of it, being forgotten.

## /privacy

privacy-heading = <b>Что { $cafe } хранит о вас</b>
privacy-who = За ваши данные отвечает: { $responsible }
privacy-who-cafe = За ваши данные отвечает: { $cafe }. Спросите у стойки.
privacy-what =
    Хранится: ваш аккаунт и имя в Telegram, язык, карта с каждым штампом и наградой и с тем, кто их дал, то, что вы пишете в кафе, ваши ответы на вопросы о визите, день рождения, если вы его назвали (без года, сотрудники его не видят), что вы разрешили присылать и когда оно пришло; у бумажной карты — номер и имя, для которого её сделали; если к вам перенесли карту потерянного аккаунта — какой это был аккаунт. Номер телефона — никогда.
    Это нужно, чтобы карта работала, а ошибки можно было исправить. Ничего не продаётся и никому не передаётся.
privacy-how-long = Как долго (в днях): сообщения в том виде, как пришли, — { $received }, письма в кафе — { $written }, резервные копии — { $backups }; всё остальное, пока вы не попросите вас забыть.
privacy-copies = Зашифрованные копии лежат и в чате владельца, пока он их не удалит; в них остаются и те, кого с тех пор забыли.
privacy-who-sees = Сотрудники видят ваше имя и карту, пока обслуживают вас. Ваши ответы на вопросы предназначены владельцам и управляющим: владельцы читают их без имён, а при низкой оценке или жалобе те и другие видят, кто это написал и о каком визите. Бариста их не читают; тот, кто вас обслуживал, прочитает похвалу, только если вы разрешите, и без вашего имени. Сообщения доставляет Telegram по своим правилам.
privacy-leave =
    /mydata даёт всё это файлом. /forget стирает.
    После этого год хранится хеш, по которому никого нельзя найти: чтобы лимиты нельзя было обойти, уйдя и вернувшись.

## /mydata

mydata-file = moi-dannye
mydata-caption = Всё, что о вас хранится: один файл для чтения, другой для машины.
mydata-heading = Что { $cafe } хранит о вас, { $at }
mydata-when = { DATETIME($day, dateStyle: "medium") }, { $time }
mydata-nothing = Ничего не хранится: карты у вас здесь нет.
mydata-work = Вы здесь работаете: { $name }, { $role ->
    [owner] владелец
    [manager] управляющий
   *[barista] бариста
}
mydata-person = ВЫ
mydata-name = Имя: { $name }
mydata-identity = { $kind ->
    [left] Раньше были известны как: telegram { $id }
   *[other] Известны как: { $kind } { $id }
}
mydata-language = Язык: { $language }
mydata-joined = Карта заведена: { $at }
mydata-source = Пришли по табличке: { $source }
mydata-frozen = Карта заморожена: { $at }
mydata-card = ВАША КАРТА
mydata-rewards = НАГРАДЫ
mydata-reward = { $at } · { $item }: { $state ->
    [issued] ваша
    [redeemed] выдана
    [cancelled] отменена
   *[expired] больше не действует
}
mydata-operations = КВИТАНЦИИ
mydata-operation = { $at } · { $receipt }
mydata-visits = ВИЗИТЫ
mydata-visit = { $at } · { $state ->
    [open] открыт
    [confirmed] штампы: { $stamps }
    [declined] отложен
    [undone] отменён
   *[expired] время вышло
} · { $by }
mydata-letters = СООБЩЕНИЯ
mydata-letter = { $at } · { $by }
mydata-you = вы
mydata-content = { $content ->
    [text] (удалено)
    [photo] (фото)
    [voice] (голос)
    [video] (видео)
    [document] (файл)
    [sticker] (стикер)
   *[other] (что-то другое)
}
mydata-consents = СОГЛАСИЯ
mydata-consent = { $at } · { $purpose }: { $given ->
    [yes] да
   *[no] нет
}
mydata-birthday = День рождения: { $day }, названо { $at }
mydata-birthday-deleted = День рождения: удалён; был назван { $at }
mydata-wishes = ЧТО МОЖНО ПРИСЫЛАТЬ
mydata-wish = { $at } · { $purpose ->
    [birthday] день рождения
    [surveys] вопросы
   *[offers] предложения
}: { $state ->
    [yes] да
    [muted] отключено
   *[no] нет
}
# Nothing was said of it.
mydata-wish-unsaid = { $purpose ->
    [birthday] день рождения
    [surveys] вопросы
   *[offers] предложения
}: { $on ->
    [yes] да, пока вы не против
   *[no] нет, пока вы не согласились
}
mydata-questions = О ЧЁМ СПРАШИВАЛИ
mydata-question = { $at } · { $kind ->
    [birthday] день рождения
    [survey] наш вопрос
   *[offers] можно ли присылать предложения
}: { $state ->
    [answered] ответ дан
    [skipped] не сейчас
   *[open] без ответа
}
mydata-answers = ВАШИ ОТВЕТЫ
mydata-recommend = порекомендуете ли вы нас
mydata-answer = { $at } · { $what }: { $score }
mydata-praise = Эти слова переданы без вашего имени. Кому: { $by }, { $at }
mydata-messages = ЧТО ВАМ ПРИСЫЛАЛИ
mydata-message = { $at } · { $kind ->
    [broadcast] предложение
    [recurring] предложение
    [birthday] поздравление
    [milestone] слово о ваших чашках
    [welcome] приветствие
    [win_back] предложение после перерыва
    [survey] вопрос
    [aspect] вопрос
    [own_question] вопрос
   *[reminder] напоминание
}{ $muted ->
    [yes] , отключено оттуда
   *[no] { "" }
}
mydata-refusals = ОТКАЗЫ
mydata-refusal = { $at } · { $kind ->
    [UnknownCode] неверный код
    [OwnCode] никто не ставит штамп самому себе
    [OwnCard] никто не меняет свою карту
    [TooManyStamps] слишком много штампов за раз
    [LimitReached] лимит кафе
    [AdjustLimitReached] вручную за день исправлено больше, чем разрешает кафе
    [PaperRedeemedToday] по бумажной карте одно в день
    [OwnPaperCard] сотрудники не переносят бумажные карты себе
    [TooManyLetters] сообщений больше, чем люди успеют прочитать
   *[other] в тот момент это было невозможно
}
mydata-none = ничего
mydata-elsewhere = Рядом лежат копии сообщений не старше недели, на случай если придётся разбираться; в резервных копиях то же, что в этом файле.

## /forget

forget-what = <b>Забыть меня</b>: будут стёрты имя и аккаунт, язык, всё, что вы писали, и ваша карта. Вернуть это нельзя.
forget-stamps = Пропадут штампы: { $progress }.
forget-rewards = Пропадут награды: { $rewards }.
forget-work = Вы также перестанете здесь работать: роль исчезнет, владелец узнает.
forget-sure = Что было начислено и выдано, останется числом в суммах кафе, без вас. Стереть всё?
button-forget-yes = Стереть всё
button-forget-no = Оставить
toast-kept = Ничего не стёрто
forget-kept = Ничего не стёрто, карта осталась как была.
forget-done = Всё стёрто.
forget-farewell = Теперь вы здесь незнакомец. Спасибо за все чашки кофе. Если вернётесь, /start даст пустую карту. Сообщения в этом чате ваши: Telegram удалит их, когда вы это сделаете.
