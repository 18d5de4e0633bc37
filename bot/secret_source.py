"""Where chance comes from: the operating system's generator.

It knows nothing of codes, links or how long they live; who needs a secret takes this as an argument.
"""

import secrets


class SystemSecrets:
    """Chance that nobody can foresee."""

    def token_bytes(self, n: int) -> bytes:
        """`n` random bytes."""
        return secrets.token_bytes(n)

    def below(self, n: int) -> int:
        """A random whole number from 0 to `n - 1`, each as likely as the others."""
        return secrets.randbelow(n)
