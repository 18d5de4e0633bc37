### What Telegram shows of the bot: its description, and the commands beside the text box.

# On the empty chat, before START; at most 512 characters.
bot-description =
    Карта штампов: { $cafe }. { $goal ->
        [one] { $goal } штамп — и карта полная
        [few] { $goal } штампа — и карта полная
        [many] { $goal } штампов — и карта полная
       *[other] { $goal } штампа — и карта полная
    }, а за неё вам: { $item }.
    Ничего не нужно устанавливать, номер телефона не нужен: нажмите «Запустить».
# On the bot's profile; at most 120 characters.
bot-short-description = Карта штампов: { $cafe }

command-stamp = Показать код у стойки
command-card = Моя карта
command-rewards = Что я могу получить
command-history = Все изменения моей карты
command-rules = Как работает карта
command-language = Говорить на другом языке
command-help = Что делают кнопки
command-about = Об этом боте
command-privacy = Что мы храним и как уйти
command-messages = Что мне можно присылать
command-mydata = Всё, что хранится обо мне
command-forget = Забыть меня
command-confirm = Поставить штамп: /confirm 418302
command-queue = Кто ждёт у стойки
command-sale = QR для гостя: /sale +2
command-practice = Гость для тренировки
command-paper = Бумажная карта: /paper Ольга
command-papers = Найти бумажную карту
command-move = Потерянный аккаунт: /move 123 456 причина
command-name = Имя, которое видят гости
command-pin = PIN для касс
command-leave = Больше здесь не работать
command-today = День на одной странице
command-close = Закрыть день
command-undo = Отменить: /undo 123 причина
command-adjust = Поправить карту: /adjust 123 +2 причина
command-print = Таблички и листы для печати
command-vouchers = Печатные талоны: /vouchers 40
command-setup = Правила вашей карты
command-staff = Кто здесь работает
command-staffchat = Рабочий чат
command-invite = Пригласить бариста
command-unbind = Больше не использовать эту группу
command-answers = Ваши короткие ответы
command-broadcast = Написать гостям
command-question = Задать гостям свой вопрос
