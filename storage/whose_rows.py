"""A customer and everybody whose card came onto theirs, as SQL that rows are looked up with.

Not here: how a card comes onto another (moves.py).
"""

from typing import Final

_AND_WHO_CAME_ONTO: Final = """(
    WITH RECURSIVE theirs (id) AS (
        SELECT {customer}
        UNION SELECT m.from_customer_id FROM moves m JOIN theirs ON m.to_customer_id = theirs.id)
    SELECT id FROM theirs)"""

THEIRS: Final = _AND_WHO_CAME_ONTO.format(customer="c.id")
"""Of the customer `c` of the query around it. In the same query PostgreSQL would use no index with it."""
OF_CUSTOMER: Final = _AND_WHO_CAME_ONTO.format(customer="CAST(:customer AS BIGINT)")
"""Of the one customer `:customer`."""
