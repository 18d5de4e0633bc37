"""Who works here: the owner link, invites, and the owner's word on who came.

Not here: what staff may do.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from loyalty import invites, secrets
from loyalty.deliveries import ScreenKind
from loyalty.ids import ChatId, InviteId, TelegramId
from loyalty.invites import Invite, InviteState
from loyalty.notices import OwnerAdded, StaffAccepted, StaffRefused, TillAccepted
from loyalty.people import Cause, Person, Role, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.refusals import AlreadyStaff, AlreadyTill, InviteForAnother, InviteOver, Refused
from loyalty.secrets import Purpose, SecretSource
from loyalty.tills import LONGEST_TILL_NAME
from loyalty.use_cases.staff.authority import require_owner


@dataclass(frozen=True, slots=True)
class Welcome:
    """What opening an invite led to: accepted at once (the owner link), or the owner is being asked."""

    role: Role
    accepted: bool
    till: bool = False
    """The account becomes a till, or is one now; the role says nothing then."""


@dataclass(frozen=True, slots=True)
class MakeOwnerLink:
    """The one-time link that makes whoever opens it an owner."""

    database: Database
    secrets: SecretSource

    async def __call__(self) -> str:
        """The start payload, good for 15 minutes; the link made before it is void."""
        secret = secrets.new_secret(self.secrets)

        def body(tx: Transaction) -> None:
            tx.invites.void_owner_links()
            tx.invites.add(
                Role.OWNER,
                secret_hash=secrets.hash_secret(secret),
                by=None,
                cause=None,
                expires_at=tx.now + invites.OWNER_LINK_LIFE,
            )

        await self.database.write(body)
        return secrets.payload(Purpose.OWNER_LINK, secret)


@dataclass(frozen=True, slots=True)
class InviteStaff:
    """One link for one barista or manager, or for a till."""

    database: Database
    secrets: SecretSource

    async def __call__(
        self, person: Person, *, cause: Cause | None, role: Role = Role.BARISTA, till: bool = False
    ) -> str:
        """The start payload, good for a day; a replayed command voids the link it made before.

        Raises Refused(NotOwner).
        """
        secret = secrets.new_secret(self.secrets)

        def body(tx: Transaction) -> None:
            owner = require_owner(tx, person)
            _void_caused_by(tx, cause)
            _add(tx, owner, secret, cause, role, till=till)

        await self.database.write(body)
        return secrets.payload(Purpose.STAFF_INVITE, secret)


@dataclass(frozen=True, slots=True)
class InvitePicked:
    """A link of their own for each of the people whom the owner picked from a list."""

    database: Database
    secrets: SecretSource

    async def __call__(
        self, person: Person, picked: Sequence[TelegramId], *, cause: Cause | None, role: Role
    ) -> Sequence[str | None]:
        """The start payloads in the same order, each good for that account alone; None: works here already.

        Raises Refused(NotOwner).
        """
        fresh = [secrets.new_secret(self.secrets) for _ in picked]

        def body(tx: Transaction) -> Sequence[str | None]:
            owner = require_owner(tx, person)
            _void_caused_by(tx, cause)
            payloads: list[str | None] = []
            for telegram_id, secret in zip(picked, fresh, strict=True):
                known = tx.people.find_staff(telegram_id)
                if tx.people.find_till(telegram_id) or (known is not None and known.role.covers(role)):
                    payloads.append(None)
                    continue
                _add(tx, owner, secret, cause, role, invited=telegram_id)
                payloads.append(secrets.payload(Purpose.STAFF_INVITE, secret))
            return payloads

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class OpenInvite:
    """Somebody opens an invite's link."""

    database: Database

    async def __call__(self, person: Person, secret: str) -> Welcome:
        """The owner link lets in at once; for others the owner is asked. Opened twice, it answers the same.

        Raises Refused: InviteOver, AlreadyStaff.
        """
        return await self.database.write(lambda tx: _open(tx, person, secret))


@dataclass(frozen=True, slots=True)
class DecideInvite:
    """The owner's word on who came."""

    database: Database

    async def __call__(self, person: Person, invite_id: InviteId, *, accept: bool) -> Invite:
        """The invite as it stands after the first decision. Raises Refused: NotOwner, InviteOver."""
        return await self.database.write(lambda tx: _decide(tx, person, invite_id, accept))


def _void_caused_by(tx: Transaction, cause: Cause | None) -> None:
    if cause is not None:
        tx.invites.void_caused_by(cause)


def _add(
    tx: Transaction, owner: StaffMember, secret: str, cause: Cause | None, role: Role, *, till: bool = False,
    invited: TelegramId | None = None,
) -> None:  # fmt: skip
    tx.invites.add(
        role,
        secret_hash=secrets.hash_secret(secret),
        by=owner.id,
        cause=cause,
        expires_at=tx.now + invites.INVITE_LIFE,
        till=till,
        invited=invited,
    )


def _open(tx: Transaction, person: Person, secret: str) -> Welcome:
    invite = tx.invites.find_by_secret(secrets.hash_secret(secret))
    if invite is None:
        raise Refused(InviteOver())
    accepted = invite.state is InviteState.ACCEPTED
    if invite.came_telegram_id == person.telegram_id and (accepted or invite.state is InviteState.CAME):
        if accepted and not _is_still(tx, person, invite):
            raise Refused(InviteOver())
        return Welcome(invite.role, accepted=accepted, till=invite.till)
    _check_who_came(tx, person, invite)
    if not tx.invites.come(invite.id, person):
        raise Refused(InviteOver())
    if invite.created_by is None:
        return _add_owner(tx, person, invite)
    for owner in tx.people.find_owners():
        tx.deliveries.add_screen(ScreenKind.INVITE, invite.id, ChatId(owner.telegram_id))
    return Welcome(invite.role, accepted=False, till=invite.till)


def _is_still(tx: Transaction, person: Person, invite: Invite) -> bool:
    """Whether the account is yet what the invite made of it: a till, or somebody who works here."""
    found = tx.people.find_till if invite.till else tx.people.find_staff
    return found(person.telegram_id) is not None


def _check_who_came(tx: Transaction, person: Person, invite: Invite) -> None:
    """A link that is of no use to somebody is not used up by them."""
    if invite.invited not in (None, person.telegram_id):
        raise Refused(InviteForAnother())
    if tx.people.find_till(person.telegram_id) is not None:
        raise Refused(AlreadyTill())
    known = tx.people.find_staff(person.telegram_id)
    if known is not None and (invite.till or known.role.covers(invite.role)):
        raise Refused(AlreadyStaff())


def _add_owner(tx: Transaction, person: Person, invite: Invite) -> Welcome:
    tx.invites.decide(invite.id, InviteState.ACCEPTED, by=None)
    for owner in tx.people.find_owners():
        notice, chat_id = OwnerAdded(person.name), ChatId(owner.telegram_id)
        tx.deliveries.add_notice(notice, chat_id, key=f"owner:{invite.id}:{owner.id}")
    tx.people.add_staff(person, invite.role)
    return Welcome(invite.role, accepted=True)


def _decide(tx: Transaction, person: Person, invite_id: InviteId, accept: bool) -> Invite:
    owner = require_owner(tx, person)
    invite = tx.invites.find(invite_id)
    if invite is None or invite.came_telegram_id is None:
        raise Refused(InviteOver())
    state = InviteState.ACCEPTED if accept else InviteState.REFUSED
    if tx.invites.decide(invite_id, state, by=owner.id):
        came = Person(invite.came_telegram_id, invite.came_name, invite.came_language)
        notice = _let_in(tx, came, invite) if accept else StaffRefused()
        tx.deliveries.add_notice(notice, ChatId(came.telegram_id), key=f"invite:{invite_id}")
        tx.deliveries.redraw(invite_id, ScreenKind.INVITE)
    return tx.invites.get(invite_id)


def _let_in(tx: Transaction, came: Person, invite: Invite) -> StaffAccepted | TillAccepted:
    """Nobody is both a person who works here and a till, whichever link the owner said yes to first."""
    is_till = tx.people.find_till(came.telegram_id) is not None
    is_staff = tx.people.find_staff(came.telegram_id) is not None
    if is_till or (invite.till and is_staff):
        raise Refused(InviteOver())
    if invite.till:
        name = came.name[:LONGEST_TILL_NAME].rstrip()
        return TillAccepted(tx.tills.add(came.telegram_id, name, came.language).name)
    tx.people.add_staff(came, invite.role)
    return StaffAccepted(invite.role)
