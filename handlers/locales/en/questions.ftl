### How a question ends that was answered with a text.

question-done = Done.
# $place: the town as the owner wrote it, with its country.
town-set = <b>{ $place }</b> ({ $zone }), where it is { $time } now. Is that another place? Tap <b>{ button-set-town }</b> below.
zone-set = The clock of { $zone }, where it is { $time } now.
