"""Every mutation still finds its text, so that `make mutants` can't rot unseen.

Not here: the mutants' run itself, which is not part of the suite.
"""

import pytest

from tests.mutants.__main__ import ROOT
from tests.mutants.mutation import Mutation
from tests.mutants.mutations import MUTATIONS


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_the_safeguard_stands_where_the_mutation_looks_for_it(mutation: Mutation) -> None:
    assert (ROOT / mutation.file).read_text(encoding="utf-8").count(mutation.old) == 1
    for test in mutation.tests:
        assert (ROOT / test).exists(), test


def test_no_two_mutations_have_one_name() -> None:
    assert len({mutation.name for mutation in MUTATIONS}) == len(MUTATIONS)
