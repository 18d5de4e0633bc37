"""Everything that a handler may ask for by name, and of which type it is.

Not here: where it comes from (bot/, middlewares/, filters.py). A test walks the routers and compares.
"""

from typing import TypedDict

from aiogram import Bot
from aiogram.filters import CommandObject
from aiogram.fsm.context import FSMContext

from handlers.about import Edition
from handlers.album import Album
from handlers.illustrator import Illustrator
from handlers.printer import Printer
from handlers.screens import Renderer
from handlers.sent_pictures import CodeReader, SentPicture
from handlers.texts import Texts, Words
from handlers.typed import Typed, TypedBill
from handlers.waiting_taps import WaitingTap
from loyalty.campaigns import Speed
from loyalty.ids import ChatId, FlagId, VisitId
from loyalty.people import Acquaintance, Person
from loyalty.use_cases.campaigns.asking import AnswerQuestion
from loyalty.use_cases.campaigns.birthdays import DeleteBirthday, KeepBirthday, PlanBirthday
from loyalty.use_cases.campaigns.draft_plans import PickCustomers, SaveSegment, ShareDraft, TimeDraft
from loyalty.use_cases.campaigns.draft_reading import ReadDraft, ReadPicker
from loyalty.use_cases.campaigns.draft_sending import SendDraft
from loyalty.use_cases.campaigns.drafts import DropVersion, FindDraft, KeepPost, PutLink, PutOffer, ThrowAway
from loyalty.use_cases.campaigns.launching import LaunchCampaign, TakeBackRun
from loyalty.use_cases.campaigns.runs import ReadRuns, ShowRun
from loyalty.use_cases.campaigns.standing import (
    ChooseStandingReward,
    KeepStandingWords,
    NameStandingReward,
    OpenStanding,
    ReadStanding,
    SetStandingDays,
    SwitchStanding,
    TakeUsualWords,
)
from loyalty.use_cases.campaigns.standing_timing import SetLeapDay, SetStandingTiming
from loyalty.use_cases.campaigns.steering import EndRepeating, PauseRun, ResumeRun, StopRun
from loyalty.use_cases.campaigns.wishes import MutePurpose, ReadWishes, SetWish
from loyalty.use_cases.corrections.adjusting import AdjustCard
from loyalty.use_cases.corrections.taking_back import FindTakable, TakeBack
from loyalty.use_cases.corrections.undo_last import UndoLast
from loyalty.use_cases.corrections.undoing import UndoVisit
from loyalty.use_cases.customers.answers import (
    ChangeTriggers,
    DeleteAnswer,
    FindAnswer,
    KeepAnswer,
    ReadAnswers,
)
from loyalty.use_cases.customers.cards import ShowCard, ShowHistory
from loyalty.use_cases.customers.enrolment import Join, MeetPerson
from loyalty.use_cases.customers.forgetting import ForgetPerson
from loyalty.use_cases.customers.freezing import FindOwnReceipt, FreezeCard, ThawCard, ThawOwnCard
from loyalty.use_cases.customers.letters import AnswerLetter, IsInTalk, IsLetter, IsOwnTalk, WriteLetter
from loyalty.use_cases.customers.moving_accounts import MoveAccount, PlanMove
from loyalty.use_cases.customers.privacy import ReadLoss, ReadMyData, ReadPrivacy
from loyalty.use_cases.house.another_bot import SendMissed
from loyalty.use_cases.house.day import CloseDay, ReadDay
from loyalty.use_cases.house.languages import ChooseLanguage
from loyalty.use_cases.house.outages import FindOutage, NoteLeftUndone
from loyalty.use_cases.house.receiving import NoteUnreachable
from loyalty.use_cases.house.rules import (
    BeginSetUp,
    ChangeGoal,
    ChangeRules,
    ReadChanges,
    ReadProgram,
    ReadRules,
    TakeOldCardsUntil,
)
from loyalty.use_cases.house.safekeeping import ReadAbout, ReadLostWindows
from loyalty.use_cases.house.screens import ReadCounter
from loyalty.use_cases.limits.approvals import DecideApproval
from loyalty.use_cases.limits.flags import AnswerFlag, DecideFlag, FindFlagQuestion
from loyalty.use_cases.listening.answering import (
    GiveReason,
    IsSurvey,
    ReconsiderScore,
    ScoreVisit,
    SkipReason,
)
from loyalty.use_cases.listening.aspects import NameAspect, TakeAspectOff
from loyalty.use_cases.listening.complaining import Complain, MarkComplaint
from loyalty.use_cases.listening.own_answers import ChooseAnswer, SayAnswer
from loyalty.use_cases.listening.own_questions import CloseQuestion, ReadOwnResults, SetAnswers
from loyalty.use_cases.listening.praising import PassPraise
from loyalty.use_cases.listening.putting_right import AnswerPutRight
from loyalty.use_cases.listening.reading_tickets import ReadTickets, ShowTicket
from loyalty.use_cases.listening.switching import ChangeListening, ReadListening, SwitchListening
from loyalty.use_cases.listening.ticket_work import Apologise, CloseTicket, ReopenTicket, TakeTicket
from loyalty.use_cases.listening.voice import ReadVoice
from loyalty.use_cases.paper.cards import (
    BlockPaperCard,
    IssuePaperCards,
    ListPaperCards,
    ReadPaperCard,
)
from loyalty.use_cases.paper.forgetting import ForgetPaperCustomer
from loyalty.use_cases.paper.moving import LookAtPaperCard, MovePaperCard
from loyalty.use_cases.paper.old_cards import CarryOldCard
from loyalty.use_cases.paper.replacing import ReplacePaperCard, ReprintPaperCard
from loyalty.use_cases.paper.signs import CheckSign, ComeBySign, PrintPage, ReadSigns, ReplaceSigns
from loyalty.use_cases.paper.vouchers import (
    CollectVoucher,
    PrintVouchers,
    ReadSheet,
    ReadSlip,
    ReadVouchers,
    VoidVouchers,
)
from loyalty.use_cases.rewards.gifts import TakeOffer
from loyalty.use_cases.rewards.handovers import AnswerOffer, OfferReward, UndoHandover
from loyalty.use_cases.rewards.spending import AnswerSpending, OfferSpending
from loyalty.use_cases.staff.leaving import DecideDeparture, Leave, NoteDeparture, RemoveStaff
from loyalty.use_cases.staff.staff_chats import (
    BindStaffChat,
    FollowGroup,
    NoteStanding,
    NoteTalk,
    ReadStaffChat,
    UnbindStaffChat,
)
from loyalty.use_cases.staff.staff_list import ChangeRole, ChooseName, ReadStaffList
from loyalty.use_cases.staff.staffing import DecideInvite, InvitePicked, InviteStaff, OpenInvite
from loyalty.use_cases.staff.tills import ChoosePin, EndShift, HasPin, KeepTill, ReadTill, TakeShift
from loyalty.use_cases.visits.bills import AddBill
from loyalty.use_cases.visits.codes import KeepCodeScreens, ShowCode
from loyalty.use_cases.visits.confirming import AddToVisit, ConfirmVisit, DeclineVisit, OpenVisit
from loyalty.use_cases.visits.joining import JoinVisit
from loyalty.use_cases.visits.practice import StartPractice
from loyalty.use_cases.visits.queue import BringCard, NotHere, ReadQueue, ServeFromQueue, ShowQueue
from loyalty.use_cases.visits.sale_codes import (
    CollectSaleCode,
    KeepSaleScreens,
    ReadSaleCode,
    ReadSaleMenu,
    ShowSaleCode,
)
from loyalty.use_cases.visits.typed_bills import EnterTypedBill, FindBillCard
from loyalty.use_cases.visits.waiting_taps import FindWaitingScreen


class ProvidedContext(TypedDict):
    """What the process hands to the dispatcher: its workflow data."""

    texts: Texts
    album: Album
    code_reader: CodeReader
    illustrator: Illustrator
    printer: Printer
    edition: Edition
    bot_link: str
    """Such as https://t.me/one_more_cup_bot, without a payload."""
    speed: Speed
    """How fast campaigns go out, and whether that may cost something."""
    launch_campaign: LaunchCampaign
    take_back_run: TakeBackRun
    pause_run: PauseRun
    resume_run: ResumeRun
    stop_run: StopRun
    end_repeating: EndRepeating
    read_runs: ReadRuns
    read_voice: ReadVoice
    show_run: ShowRun
    add_to_visit: AddToVisit
    adjust_card: AdjustCard
    answer_letter: AnswerLetter
    answer_question: AnswerQuestion
    delete_birthday: DeleteBirthday
    keep_birthday: KeepBirthday
    mute_purpose: MutePurpose
    plan_birthday: PlanBirthday
    read_wishes: ReadWishes
    set_wish: SetWish
    change_listening: ChangeListening
    choose_answer: ChooseAnswer
    say_answer: SayAnswer
    set_answers: SetAnswers
    read_own_results: ReadOwnResults
    close_question: CloseQuestion
    name_aspect: NameAspect
    read_listening: ReadListening
    switch_listening: SwitchListening
    take_aspect_off: TakeAspectOff
    give_reason: GiveReason
    is_survey: IsSurvey
    pass_praise: PassPraise
    reconsider_score: ReconsiderScore
    score_visit: ScoreVisit
    skip_reason: SkipReason
    answer_offer: AnswerOffer
    add_bill: AddBill
    offer_spending: OfferSpending
    answer_spending: AnswerSpending
    change_triggers: ChangeTriggers
    delete_answer: DeleteAnswer
    enter_typed_bill: EnterTypedBill
    find_answer: FindAnswer
    find_bill_card: FindBillCard
    forget_person: ForgetPerson
    is_in_talk: IsInTalk
    is_letter: IsLetter
    is_own_talk: IsOwnTalk
    keep_answer: KeepAnswer
    read_answers: ReadAnswers
    read_loss: ReadLoss
    read_my_data: ReadMyData
    read_privacy: ReadPrivacy
    write_letter: WriteLetter
    answer_put_right: AnswerPutRight
    apologise: Apologise
    close_ticket: CloseTicket
    complain: Complain
    mark_complaint: MarkComplaint
    read_tickets: ReadTickets
    reopen_ticket: ReopenTicket
    show_ticket: ShowTicket
    take_ticket: TakeTicket
    choose_language: ChooseLanguage
    carry_old_card: CarryOldCard
    begin_set_up: BeginSetUp
    change_rules: ChangeRules
    change_goal: ChangeGoal
    read_changes: ReadChanges
    take_old_cards_until: TakeOldCardsUntil
    confirm_visit: ConfirmVisit
    close_day: CloseDay
    decide_approval: DecideApproval
    answer_flag: AnswerFlag
    decide_flag: DecideFlag
    find_flag_question: FindFlagQuestion
    decide_invite: DecideInvite
    decline_visit: DeclineVisit
    find_outage: FindOutage
    find_own_receipt: FindOwnReceipt
    find_waiting_screen: FindWaitingScreen
    renderer: Renderer
    note_left_undone: NoteLeftUndone
    find_takable: FindTakable
    freeze_card: FreezeCard
    invite_staff: InviteStaff
    join: Join
    join_visit: JoinVisit
    keep_code_screens: KeepCodeScreens
    meet_person: MeetPerson
    note_unreachable: NoteUnreachable
    offer_reward: OfferReward
    open_invite: OpenInvite
    open_visit: OpenVisit
    read_about: ReadAbout
    read_counter: ReadCounter
    read_lost_windows: ReadLostWindows
    read_day: ReadDay
    read_program: ReadProgram
    read_rules: ReadRules
    bind_staff_chat: BindStaffChat
    bring_staff_card: BringCard
    follow_group: FollowGroup
    not_here: NotHere
    note_standing: NoteStanding
    note_talk: NoteTalk
    read_queue: ReadQueue
    read_staff_chat: ReadStaffChat
    serve_from_queue: ServeFromQueue
    show_queue: ShowQueue
    send_missed: SendMissed
    unbind_staff_chat: UnbindStaffChat
    block_paper_card: BlockPaperCard
    forget_paper_customer: ForgetPaperCustomer
    issue_paper_cards: IssuePaperCards
    list_paper_cards: ListPaperCards
    look_at_paper_card: LookAtPaperCard
    move_account: MoveAccount
    move_paper_card: MovePaperCard
    plan_move: PlanMove
    read_paper_card: ReadPaperCard
    replace_paper_card: ReplacePaperCard
    reprint_paper_card: ReprintPaperCard
    check_sign: CheckSign
    come_by_sign: ComeBySign
    print_page: PrintPage
    read_signs: ReadSigns
    replace_signs: ReplaceSigns
    show_card: ShowCard
    show_code: ShowCode
    show_history: ShowHistory
    take_back: TakeBack
    take_offer: TakeOffer
    choose_standing_reward: ChooseStandingReward
    name_standing_reward: NameStandingReward
    keep_standing_words: KeepStandingWords
    open_standing: OpenStanding
    read_standing: ReadStanding
    set_leap_day: SetLeapDay
    set_standing_days: SetStandingDays
    set_standing_timing: SetStandingTiming
    switch_standing: SwitchStanding
    take_usual_words: TakeUsualWords
    thaw_card: ThawCard
    thaw_own_card: ThawOwnCard
    undo_handover: UndoHandover
    undo_visit: UndoVisit
    change_role: ChangeRole
    choose_name: ChooseName
    choose_pin: ChoosePin
    decide_departure: DecideDeparture
    end_shift: EndShift
    has_pin: HasPin
    invite_picked: InvitePicked
    keep_till: KeepTill
    leave: Leave
    note_departure: NoteDeparture
    read_staff_list: ReadStaffList
    read_till: ReadTill
    remove_staff: RemoveStaff
    start_practice: StartPractice
    take_shift: TakeShift
    undo_last: UndoLast
    read_sale_code: ReadSaleCode
    read_sale_menu: ReadSaleMenu
    show_sale_code: ShowSaleCode
    keep_sale_screens: KeepSaleScreens
    collect_sale_code: CollectSaleCode
    print_vouchers: PrintVouchers
    read_vouchers: ReadVouchers
    read_sheet: ReadSheet
    read_slip: ReadSlip
    void_vouchers: VoidVouchers
    collect_voucher: CollectVoucher
    drop_version: DropVersion
    find_draft: FindDraft
    keep_post: KeepPost
    pick_customers: PickCustomers
    put_link: PutLink
    put_offer: PutOffer
    read_draft: ReadDraft
    read_picker: ReadPicker
    save_segment: SaveSegment
    send_draft: SendDraft
    share_draft: ShareDraft
    throw_away: ThrowAway
    time_draft: TimeDraft


class HandlerContext(ProvidedContext):
    """All names: the process's, aiogram's, the actor's, and what filters hand on."""

    bot: Bot
    state: FSMContext
    person: Person
    acquaintance: Acquaintance
    words: Words
    chat_id: ChatId
    command: CommandObject
    typed: Typed
    typed_bill: TypedBill
    visit_id: VisitId
    picture: SentPicture
    secret: str
    waiting: WaitingTap
    flag_id: FlagId
