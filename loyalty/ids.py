"""The ids of things, each a type of its own so that they can't be mixed up.

Not here: the things themselves.
"""

from typing import NewType

ApprovalId = NewType("ApprovalId", int)
BackupId = NewType("BackupId", int)
CampaignId = NewType("CampaignId", int)
CardId = NewType("CardId", int)
CustomerId = NewType("CustomerId", int)
DeliveryId = NewType("DeliveryId", int)
DepartureId = NewType("DepartureId", int)
FlagId = NewType("FlagId", int)
FreezeId = NewType("FreezeId", int)
InviteId = NewType("InviteId", int)
LedgerEntryId = NewType("LedgerEntryId", int)
LetterId = NewType("LetterId", int)
LocationId = NewType("LocationId", int)
OfferId = NewType("OfferId", int)
OperationId = NewType("OperationId", int)
OutageId = NewType("OutageId", int)
PaperCardId = NewType("PaperCardId", int)
ProgramVersion = NewType("ProgramVersion", int)
QuestionId = NewType("QuestionId", int)
RecipientId = NewType("RecipientId", int)
RewardId = NewType("RewardId", int)
RunId = NewType("RunId", int)
SaleCodeId = NewType("SaleCodeId", int)
ScanId = NewType("ScanId", int)
SchemeId = NewType("SchemeId", int)
ScreenId = NewType("ScreenId", int)
SegmentId = NewType("SegmentId", int)
SheetId = NewType("SheetId", int)
SignId = NewType("SignId", int)
SlipId = NewType("SlipId", int)
StaffChatId = NewType("StaffChatId", int)
StaffId = NewType("StaffId", int)
TillId = NewType("TillId", int)
VisitId = NewType("VisitId", int)

ChatId = NewType("ChatId", int)
MessageId = NewType("MessageId", int)
TelegramId = NewType("TelegramId", int)
UpdateId = NewType("UpdateId", int)

THE_ONLY_LOCATION = LocationId(1)
COFFEE_CARD = SchemeId(1)
