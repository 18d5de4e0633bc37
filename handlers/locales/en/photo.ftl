### A photo that staff send instead of scanning a QR: what it shows when no card comes. Plain text.

photo-shown = { $shown ->
    [two_codes] Two customers' codes are in this picture, and I can't tell which one you mean. Show me one of them.
    [invite] This is an invite for a new colleague. Whoever it is for opens it on their own phone.
    [owner_link] This link makes somebody an owner. Open it on the phone that it is for, and show it to nobody else.
    [sign] This QR brings customers to the bot. To collect, the customer taps { button-stamp-me }: send me that code.
    [foreign] This QR is none of ours. The customer taps { button-stamp-me }: send me that code, or its six digits.
    [no_picture] I can't open this picture. I read JPEG, PNG and WEBP; sent as a photo, not as a file, it will do.
    [too_large] This picture is too large for me. Send it as a photo, not as a file, or send the six digits.
    [not_fetched] I could not fetch this picture from Telegram. Send it once more, or send the six digits.
    [to_collect] This QR is for the customer to scan with their own phone: then they collect by themselves. Nothing was collected.
   *[nothing] I find no QR in this picture. Nearer, in more light and without a flash it works; so do the six digits.
}
