### How a question ends that was answered with a text.

question-done = Done.
# $place: the town as it is called, with its country.
town-set = <b>{ $place }</b> ({ $zone }), where it is { $time } now. If this is not the place, tap <b>{ button-set-town }</b> below.
zone-set = The clock of { $zone }, where it is { $time } now.

## Somebody writes where a tap is wanted. $buttons: what they say, each in quotes.

hint-tap-button = “{ $label }”
hint-tap = I wait for a tap here, not for words: { $buttons }.
hint-tap-again = Only the buttons answer this: { $buttons }. /help lists what else I do.
# To a customer. Once; what they write next goes to the cafe.
hint-tap-letter = I wait for a tap here: { $buttons }. Is this for the cafe? Send it once more, and I pass it on.
