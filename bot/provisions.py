"""What handlers and screens are given: use cases over one database, by the names they ask for.

Not here: the parts that run (wiring.py); nothing is started here, and no state is kept.
"""

from typing import Final

from handlers.about import Edition
from handlers.album import Album
from handlers.context import ProvidedContext
from handlers.illustrator import Illustrator
from handlers.pictures.studio import Studio
from handlers.printer import Printer
from handlers.screens import Renderer
from handlers.sent_pictures import CodeReader
from handlers.texts import Texts
from loyalty.campaigns import Speed
from loyalty.ports import Database
from loyalty.secrets import SecretSource
from loyalty.use_cases.campaigns.asking import AnswerQuestion
from loyalty.use_cases.campaigns.birthdays import DeleteBirthday, KeepBirthday, PlanBirthday
from loyalty.use_cases.campaigns.draft_plans import PickCustomers, SaveSegment, ShareDraft, TimeDraft
from loyalty.use_cases.campaigns.draft_reading import ReadDraft, ReadPicker
from loyalty.use_cases.campaigns.draft_sending import SendDraft
from loyalty.use_cases.campaigns.drafts import DropVersion, FindDraft, KeepPost, PutLink, PutOffer, ThrowAway
from loyalty.use_cases.campaigns.launching import LaunchCampaign, TakeBackRun
from loyalty.use_cases.campaigns.posts_to_send import ReadPost
from loyalty.use_cases.campaigns.runs import ReadRun, ReadRuns, ShowRun
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
from loyalty.use_cases.corrections.record import ReadCorrection
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
from loyalty.use_cases.customers.freezing import FindOwnReceipt, FreezeCard, ReadFreeze, ThawCard, ThawOwnCard
from loyalty.use_cases.customers.letters import (
    AnswerLetter,
    IsInTalk,
    IsLetter,
    IsOwnTalk,
    ReadLetter,
    WriteLetter,
)
from loyalty.use_cases.customers.moving_accounts import MoveAccount, PlanMove
from loyalty.use_cases.customers.privacy import ReadLoss, ReadMyData, ReadPrivacy
from loyalty.use_cases.house.another_bot import SendMissed
from loyalty.use_cases.house.day import CloseDay, ReadDay
from loyalty.use_cases.house.languages import ChooseLanguage
from loyalty.use_cases.house.outages import FindOutage, NoteLeftUndone, ReadOutage
from loyalty.use_cases.house.pictures import FindPicture, KeepPicture
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
from loyalty.use_cases.house.screens import (
    ReadCode,
    ReadCounter,
    ReadInvite,
    ReadOffer,
    ReadReader,
    ReadReceipt,
)
from loyalty.use_cases.limits.approvals import DecideApproval, ReadApproval
from loyalty.use_cases.limits.flags import AnswerFlag, DecideFlag, FindFlagQuestion
from loyalty.use_cases.listening.answering import (
    GiveReason,
    IsSurvey,
    ReconsiderScore,
    ScoreVisit,
    SkipReason,
)
from loyalty.use_cases.listening.asked import ReadSurvey
from loyalty.use_cases.listening.aspects import NameAspect, TakeAspectOff
from loyalty.use_cases.listening.complaining import Complain, MarkComplaint
from loyalty.use_cases.listening.own_answers import ChooseAnswer, SayAnswer
from loyalty.use_cases.listening.own_questions import CloseQuestion, ReadOwnResults, SetAnswers
from loyalty.use_cases.listening.praising import PassPraise, ReadPraise, ReadThanks
from loyalty.use_cases.listening.putting_right import AnswerPutRight
from loyalty.use_cases.listening.reading_tickets import ReadTicket, ReadTickets, ShowTicket
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
from loyalty.use_cases.rewards.spending import AnswerSpending, OfferSpending, ReadSpending
from loyalty.use_cases.staff.leaving import DecideDeparture, Leave, NoteDeparture, ReadDeparture, RemoveStaff
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
from loyalty.use_cases.visits.queue import (
    BringCard,
    IsQueueShown,
    NotHere,
    ReadQueue,
    ServeFromQueue,
    ShowQueue,
)
from loyalty.use_cases.visits.sale_codes import (
    CollectSaleCode,
    KeepSaleScreens,
    ReadSaleCode,
    ReadSaleMenu,
    ShowSaleCode,
)
from loyalty.use_cases.visits.typed_bills import EnterTypedBill, FindBillCard
from loyalty.use_cases.visits.waiting_taps import FindWaitingScreen

USUAL_SPEED: Final = Speed()


def provide(
    database: Database, secrets: SecretSource, texts: Texts, bot_link: str, *, edition: Edition,
    encrypts: bool = False, speed: Speed = USUAL_SPEED,
) -> ProvidedContext:  # fmt: skip
    """What handlers may ask for; `bot_link` is the address of a chat with this bot.

    `encrypts`: whether copies of backups may leave the machine.
    """
    studio = Studio()
    album = Album(studio, FindPicture(database), KeepPicture(database))
    return ProvidedContext(
        texts=texts,
        album=album,
        code_reader=CodeReader(studio, bot_link),
        illustrator=Illustrator(studio),
        printer=Printer(studio, texts, bot_link),
        edition=edition,
        bot_link=bot_link,
        speed=speed,
        launch_campaign=LaunchCampaign(database),
        take_back_run=TakeBackRun(database),
        pause_run=PauseRun(database),
        resume_run=ResumeRun(database),
        stop_run=StopRun(database),
        end_repeating=EndRepeating(database),
        read_runs=ReadRuns(database),
        read_voice=ReadVoice(database),
        show_run=ShowRun(database),
        add_to_visit=AddToVisit(database),
        adjust_card=AdjustCard(database),
        answer_letter=AnswerLetter(database),
        answer_offer=AnswerOffer(database),
        add_bill=AddBill(database),
        offer_spending=OfferSpending(database),
        answer_spending=AnswerSpending(database),
        change_triggers=ChangeTriggers(database),
        delete_answer=DeleteAnswer(database),
        enter_typed_bill=EnterTypedBill(database),
        find_answer=FindAnswer(database),
        find_bill_card=FindBillCard(database),
        forget_person=ForgetPerson(database),
        is_in_talk=IsInTalk(database),
        is_letter=IsLetter(database),
        is_own_talk=IsOwnTalk(database),
        keep_answer=KeepAnswer(database),
        read_answers=ReadAnswers(database),
        read_loss=ReadLoss(database),
        read_my_data=ReadMyData(database),
        read_privacy=ReadPrivacy(database, encrypts),
        write_letter=WriteLetter(database),
        answer_put_right=AnswerPutRight(database),
        apologise=Apologise(database),
        close_ticket=CloseTicket(database),
        complain=Complain(database),
        mark_complaint=MarkComplaint(database),
        read_tickets=ReadTickets(database),
        reopen_ticket=ReopenTicket(database),
        show_ticket=ShowTicket(database),
        take_ticket=TakeTicket(database),
        carry_old_card=CarryOldCard(database),
        begin_set_up=BeginSetUp(database),
        change_rules=ChangeRules(database),
        change_goal=ChangeGoal(database),
        read_changes=ReadChanges(database),
        take_old_cards_until=TakeOldCardsUntil(database),
        answer_question=AnswerQuestion(database),
        delete_birthday=DeleteBirthday(database),
        keep_birthday=KeepBirthday(database),
        mute_purpose=MutePurpose(database),
        plan_birthday=PlanBirthday(database),
        read_wishes=ReadWishes(database),
        set_wish=SetWish(database),
        change_listening=ChangeListening(database),
        choose_answer=ChooseAnswer(database),
        say_answer=SayAnswer(database),
        set_answers=SetAnswers(database),
        read_own_results=ReadOwnResults(database),
        close_question=CloseQuestion(database),
        name_aspect=NameAspect(database),
        read_listening=ReadListening(database),
        switch_listening=SwitchListening(database),
        take_aspect_off=TakeAspectOff(database),
        give_reason=GiveReason(database),
        is_survey=IsSurvey(database),
        pass_praise=PassPraise(database),
        reconsider_score=ReconsiderScore(database),
        score_visit=ScoreVisit(database),
        skip_reason=SkipReason(database),
        choose_language=ChooseLanguage(database),
        confirm_visit=ConfirmVisit(database),
        close_day=CloseDay(database),
        decide_approval=DecideApproval(database),
        answer_flag=AnswerFlag(database),
        decide_flag=DecideFlag(database),
        find_flag_question=FindFlagQuestion(database),
        decide_invite=DecideInvite(database),
        decline_visit=DeclineVisit(database),
        find_outage=FindOutage(database),
        note_left_undone=NoteLeftUndone(database),
        find_own_receipt=FindOwnReceipt(database),
        find_takable=FindTakable(database),
        find_waiting_screen=FindWaitingScreen(database),
        renderer=create_renderer(database, texts, speed),
        freeze_card=FreezeCard(database),
        invite_staff=InviteStaff(database, secrets),
        join=Join(database),
        join_visit=JoinVisit(database),
        keep_code_screens=KeepCodeScreens(database),
        meet_person=MeetPerson(database),
        note_unreachable=NoteUnreachable(database),
        offer_reward=OfferReward(database),
        open_invite=OpenInvite(database),
        open_visit=OpenVisit(database),
        read_about=ReadAbout(database, encrypts),
        read_counter=ReadCounter(database),
        read_lost_windows=ReadLostWindows(database),
        read_day=ReadDay(database),
        read_program=ReadProgram(database),
        read_rules=ReadRules(database),
        bind_staff_chat=BindStaffChat(database),
        bring_staff_card=BringCard(database),
        follow_group=FollowGroup(database),
        not_here=NotHere(database),
        note_standing=NoteStanding(database),
        note_talk=NoteTalk(database),
        read_queue=ReadQueue(database),
        read_staff_chat=ReadStaffChat(database),
        serve_from_queue=ServeFromQueue(database),
        show_queue=ShowQueue(database),
        send_missed=SendMissed(database),
        unbind_staff_chat=UnbindStaffChat(database),
        block_paper_card=BlockPaperCard(database),
        forget_paper_customer=ForgetPaperCustomer(database),
        issue_paper_cards=IssuePaperCards(database, secrets),
        list_paper_cards=ListPaperCards(database),
        look_at_paper_card=LookAtPaperCard(database),
        move_account=MoveAccount(database),
        move_paper_card=MovePaperCard(database),
        plan_move=PlanMove(database),
        read_paper_card=ReadPaperCard(database),
        replace_paper_card=ReplacePaperCard(database, secrets),
        reprint_paper_card=ReprintPaperCard(database, secrets),
        check_sign=CheckSign(database),
        come_by_sign=ComeBySign(database),
        print_page=PrintPage(database, secrets),
        read_signs=ReadSigns(database),
        replace_signs=ReplaceSigns(database),
        show_card=ShowCard(database),
        show_code=ShowCode(database, secrets),
        show_history=ShowHistory(database),
        take_back=TakeBack(database),
        take_offer=TakeOffer(database),
        choose_standing_reward=ChooseStandingReward(database),
        keep_standing_words=KeepStandingWords(database),
        name_standing_reward=NameStandingReward(database),
        open_standing=OpenStanding(database),
        read_standing=ReadStanding(database),
        set_leap_day=SetLeapDay(database),
        set_standing_days=SetStandingDays(database),
        set_standing_timing=SetStandingTiming(database),
        switch_standing=SwitchStanding(database),
        take_usual_words=TakeUsualWords(database),
        thaw_card=ThawCard(database),
        thaw_own_card=ThawOwnCard(database),
        undo_handover=UndoHandover(database),
        undo_visit=UndoVisit(database),
        change_role=ChangeRole(database),
        choose_name=ChooseName(database),
        choose_pin=ChoosePin(database),
        decide_departure=DecideDeparture(database),
        end_shift=EndShift(database),
        has_pin=HasPin(database),
        invite_picked=InvitePicked(database, secrets),
        keep_till=KeepTill(database),
        leave=Leave(database),
        note_departure=NoteDeparture(database),
        read_staff_list=ReadStaffList(database),
        read_till=ReadTill(database),
        remove_staff=RemoveStaff(database),
        start_practice=StartPractice(database, secrets),
        take_shift=TakeShift(database),
        undo_last=UndoLast(database),
        read_sale_code=ReadSaleCode(database),
        read_sale_menu=ReadSaleMenu(database),
        show_sale_code=ShowSaleCode(database, secrets),
        keep_sale_screens=KeepSaleScreens(database),
        collect_sale_code=CollectSaleCode(database),
        print_vouchers=PrintVouchers(database, secrets),
        read_vouchers=ReadVouchers(database),
        read_sheet=ReadSheet(database),
        read_slip=ReadSlip(database),
        void_vouchers=VoidVouchers(database),
        collect_voucher=CollectVoucher(database),
        drop_version=DropVersion(database),
        find_draft=FindDraft(database),
        keep_post=KeepPost(database),
        pick_customers=PickCustomers(database),
        put_link=PutLink(database),
        put_offer=PutOffer(database),
        read_draft=ReadDraft(database),
        read_picker=ReadPicker(database),
        save_segment=SaveSegment(database),
        send_draft=SendDraft(database, LaunchCampaign(database)),
        share_draft=ShareDraft(database),
        throw_away=ThrowAway(database),
        time_draft=TimeDraft(database),
    )


def create_renderer(database: Database, texts: Texts, speed: Speed = USUAL_SPEED) -> Renderer:
    """What draws deliveries."""
    return Renderer(
        texts=texts,
        read_reader=ReadReader(database),
        read_counter=ReadCounter(database),
        read_code=ReadCode(database),
        read_offer=ReadOffer(database),
        read_spending=ReadSpending(database),
        read_approval=ReadApproval(database),
        read_invite=ReadInvite(database),
        read_letter=ReadLetter(database),
        read_ticket=ReadTicket(database),
        read_departure=ReadDeparture(database),
        read_correction=ReadCorrection(database),
        read_freeze=ReadFreeze(database),
        read_outage=ReadOutage(database),
        read_queue=ReadQueue(database),
        is_queue_shown=IsQueueShown(database),
        read_receipt=ReadReceipt(database),
        read_post=ReadPost(database),
        read_run=ReadRun(database, speed),
        read_survey=ReadSurvey(database),
        read_praise=ReadPraise(database),
        read_thanks=ReadThanks(database),
        read_sale_code=ReadSaleCode(database),
        read_program=ReadProgram(database),
    )
