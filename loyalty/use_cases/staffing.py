"""Who works here: the owner link, invites, and the owner's word on who came.

Not here: what staff may do.
"""

from dataclasses import dataclass

from loyalty import invites, secrets
from loyalty.deliveries import ScreenKind
from loyalty.ids import ChatId, InviteId
from loyalty.invites import Invite, InviteState
from loyalty.notices import OwnerAdded, StaffAccepted, StaffRefused
from loyalty.people import Cause, Person, Role
from loyalty.ports import Database, Transaction
from loyalty.refusals import AlreadyStaff, InviteOver, Refused
from loyalty.secrets import Purpose, SecretSource
from loyalty.use_cases.authority import require_owner


@dataclass(frozen=True, slots=True)
class Welcome:
    """What opening an invite led to: accepted at once (the owner link), or the owner is being asked."""

    role: Role
    accepted: bool


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
    """One link for one barista."""

    database: Database
    secrets: SecretSource

    async def __call__(self, person: Person, *, cause: Cause | None) -> str:
        """The start payload, good for a day; a replayed command voids the link it made before.

        Raises Refused(NotOwner).
        """
        secret = secrets.new_secret(self.secrets)

        def body(tx: Transaction) -> None:
            owner = require_owner(tx, person)
            if cause is not None:
                tx.invites.void_caused_by(cause)
            tx.invites.add(
                Role.BARISTA,
                secret_hash=secrets.hash_secret(secret),
                by=owner.id,
                cause=cause,
                expires_at=tx.now + invites.INVITE_LIFE,
            )

        await self.database.write(body)
        return secrets.payload(Purpose.STAFF_INVITE, secret)


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


def _open(tx: Transaction, person: Person, secret: str) -> Welcome:
    invite = tx.invites.find_by_secret(secrets.hash_secret(secret))
    if invite is None:
        raise Refused(InviteOver())
    if invite.came_telegram_id == person.telegram_id and invite.state in (
        InviteState.CAME,
        InviteState.ACCEPTED,
    ):
        return Welcome(invite.role, accepted=invite.state is InviteState.ACCEPTED)
    known = tx.people.find_staff(person.telegram_id)
    if known is not None and known.role.covers(invite.role):
        raise Refused(AlreadyStaff())
    if not tx.invites.come(invite.id, person):
        raise Refused(InviteOver())
    if invite.created_by is None:
        tx.invites.decide(invite.id, InviteState.ACCEPTED, by=None)
        for owner in tx.people.find_owners():
            notice, chat_id = OwnerAdded(person.name), ChatId(owner.telegram_id)
            tx.deliveries.add_notice(notice, chat_id, key=f"owner:{invite.id}:{owner.id}")
        tx.people.add_staff(person, invite.role)
        return Welcome(invite.role, accepted=True)
    for owner in tx.people.find_owners():
        tx.deliveries.add_screen(ScreenKind.INVITE, invite.id, ChatId(owner.telegram_id))
    return Welcome(invite.role, accepted=False)


def _decide(tx: Transaction, person: Person, invite_id: InviteId, accept: bool) -> Invite:
    owner = require_owner(tx, person)
    invite = tx.invites.find(invite_id)
    if invite is None or invite.came_telegram_id is None:
        raise Refused(InviteOver())
    state = InviteState.ACCEPTED if accept else InviteState.REFUSED
    if tx.invites.decide(invite_id, state, by=owner.id):
        came = Person(invite.came_telegram_id, invite.came_name, invite.came_language)
        if accept:
            tx.people.add_staff(came, invite.role)
        tx.deliveries.add_notice(
            StaffAccepted(invite.role) if accept else StaffRefused(),
            ChatId(came.telegram_id),
            key=f"invite:{invite_id}",
        )
        tx.deliveries.redraw(invite_id, ScreenKind.INVITE)
    return tx.invites.get(invite_id)
