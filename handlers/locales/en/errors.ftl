### Refusals: one sentence why, one what to do. Plain text (they are toasts too), no exclamation marks.

error-not-staff = Only staff can do this. If you work here, ask the owner for an invite.
error-not-manager = Only a manager or the owner can do this. Ask them to.
error-nobody-on-shift = Nobody is on shift at this till. Tap “{ button-on-shift }” below and your name, then do it again.
error-not-owner = Only the owner can do this. Ask them to.
# $who may: owner or manager.
error-not-at-till = At a till this can't be done, whoever is on shift. { $who ->
    [owner] The owner can
   *[manager] A manager or the owner can
}, in their own chat with me.
error-own-code = This is your own code. Ask a colleague to confirm it.
# To an owner, who may have no colleague yet.
error-own-code-owner = This is your own code, and nobody serves themselves. Ask a colleague; /invite brings one in.
error-unknown-code = No valid code matches. Ask the customer to tap { button-stamp-me } and take the new one.
error-wrong-codes = Five wrong codes in ten minutes: typing pauses for up to ten more. Scan the customer's QR instead.
error-code-ran-out = This code ran out. Ask the customer to tap { button-stamp-me } once more.
error-visit-over = { $state ->
    [confirmed] This visit is settled, and the time to change it is over. Open a new one with a new code.
    [declined] This visit was put aside. Ask the customer for a new code.
    [expired] This visit ran out. Ask the customer for a new code.
    [undone] This visit was undone. Ask the customer for a new code.
   *[open] This visit still waits for its stamp. Give that first.
}
error-too-many-stamps = { $most ->
    [one] One tap gives at most { $most } stamp.
   *[other] One tap gives at most { $most } stamps.
} Give the rest with { button-add }.
error-undo-too-late = Undo works for ten minutes, and they are over. Nothing was changed.
error-already-drunk = The reward of this visit was handed over, so the visit can't be undone. Was that a mistake? Then undo the handing over first.
error-later-visit = A later visit used these stamps. Undo that one first.
error-reward-gone = This reward is no longer there: it was handed over or taken back. Look at the card again.
error-reward-written-off = The visit that filled this reward was taken back, and the reward written off. A manager can put the card right: /adjust { $number }.
error-reward-written-off-manager = The visit that filled this reward was taken back, and the reward written off. You can put the card right: /adjust { $number }.
error-next-visit = The card was filled in this very visit. Its reward can be had from the next one.
error-offer-over = This question is over. Ask again at the counter, if you like.
error-invite-over = This link was used, replaced, or ran out. Ask for a new one.
error-already-staff = You work here already. Just send me the six digits of a code.
# A bug of ours. $reference: what the log has; the owners are told too.
error-broken = This did not work, and the reason is on our side. The owner was told, with the number { $reference }. Try once more, please.
# The database is out of reach or full; what was asked for waits. Also over a button: 200 signs at most.
error-waits = I can't write anything down right now. What you did is not lost: it is done by itself as soon as I can. There is no need to do it again.
error-old-button = This button is from an older version. Send /start for a fresh screen.
