"""The safeguards that are taken away one at a time, all of them.

Not here: how the suite is run against them (__main__.py).
"""

from tests.mutants.safeguards_of_campaigns import CAMPAIGNS
from tests.mutants.safeguards_of_doors import DOORS
from tests.mutants.safeguards_of_faults import FAULTS
from tests.mutants.safeguards_of_giving import GIVING
from tests.mutants.safeguards_of_listening import LISTENING
from tests.mutants.safeguards_of_own_questions import OWN_QUESTIONS
from tests.mutants.safeguards_of_people import PEOPLE
from tests.mutants.safeguards_of_rows import ROWS
from tests.mutants.safeguards_of_rules import RULES
from tests.mutants.safeguards_of_wishes import WISHES

MUTATIONS = (
    *ROWS, *RULES, *DOORS, *GIVING, *FAULTS, *PEOPLE, *WISHES, *CAMPAIGNS, *LISTENING, *OWN_QUESTIONS,
)  # fmt: skip
