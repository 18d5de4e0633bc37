### Practice: a customer who is nobody, on whom everything can be tried.

button-practice = Practice
practice-customer = Practice customer
practice-how = A practice customer stands at the counter. Try +1, undo, a full card: nothing is counted, and nobody is told.
notice-practice = That was it: one tap, one stamp, and a real customer would have a receipt now. Undo takes it back for ten minutes. <b>{ button-practice }</b> brings somebody to practise on at any time.
