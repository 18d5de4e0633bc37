### The wizard: the first screen that an owner sees, and what comes after it.

setup-heading = A first guess for <b>{ $cafe }</b>. Tap what is different with you; /setup changes everything later too.
setup-hint = Nobody but you sees this. When all is right, tap the last button, and somebody to practise on walks up.
button-finish = All right, start
setup-done = Your card is ready. Somebody to practise on walks up: give them a stamp with <b>+1</b> on the card below.
# After the owner's first practice stamp.
setup-next = What comes next: /print makes a sign for your counter, /staff brings people in, /setup changes any rule, /help says how the counter works and all the rest.
