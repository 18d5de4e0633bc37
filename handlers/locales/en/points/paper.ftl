### What stands on the staff sheet where points alone are collected. Plain, no emoji, short.

paper-staff-open-digits = Send the bot the six digits with the bill: 418302 3.50. Without it the card opens.
paper-staff-give = Enter the bill
paper-staff-give-one = Tap its amount, or just send it. The customer's screen shows the points at once.
paper-staff-give-more = Paying with points: tap the button. The customer says yes on their own screen. Take what the card says is left to pay.
paper-staff-give-reward = A wrong bill: undo it, and enter it anew with a new code.
paper-staff-silent-paper = Still nothing: serve the customer, and write name, time and bill on paper.
paper-staff-lead-adjust = Bills that stand on paper: enter them with a new code of that customer.
