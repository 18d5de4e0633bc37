### Practice: a customer who is nobody, on whom everything can be tried.

button-practice = Тренировка
practice-customer = Учебный гость
practice-how = У стойки стоит учебный гость. Попробуйте +1, отмену, полную карту: ничего не считается и никому не сообщается.
notice-practice = Вот и всё: одно нажатие — один штамп, и у настоящего гостя уже была бы квитанция. Десять минут всё можно отменить. <b>{ button-practice }</b> приводит учебного гостя в любое время.
