namespace BoundaryWorker.Core.Deciding;

/// <summary>Every yes and every no by name. Ids, texts and the line of replies.md are in <see cref="ReasonTable"/>.</summary>
public enum Reason
{
    // Who is never answered: replies.md A.
    NullReversePath,
    NoSender,
    UnreadableSender,
    SeveralFromFields,
    OwnAddress,
    OurMarker,
    OwnMessageId,
    ListHeader,
    AutoSubmitted,
    BulkPrecedence,
    ResponseSuppressed,
    AutoReplyHeader,
    RobotAddress,
    Report,
    CalendarAnswer,
    NotAddressed,
    FlaggedAsSpam,
    PossibleForgery,
    NotAuthenticated,
    AutoReplySubject,
    Stranger,
    AlreadyAnswered,
    OwnerInThread,
    PersonCap,
    ClientCap,
    ClientWindowLimit,
    BreakerOpen,
    AddressBounced,
    HostAnswers,
    HandledLate,
    WindowOpened,
    Thanks,
    Reaction,

    // What the decision table says: design.md section 6.
    OpenHours,
    RuleBroken,
    WeakCues,
    ClosedHours,
    ShortBreak,
    BreakWithoutReply,
    Grace,
    SentInOpenHours,
    UrgentAllowance,
    UrgentAllowanceSpent,
    UrgentInWords,
    UrgentInOpenHours,
    CcOnly,
    OwnerWroteToPerson,
    AlreadyHandled,
    CodeNotGiven,
    InvitationInHours,
    InvitationOutsideHours,
    CalendarNewsBeforeRelease,
    LeaveBeyondMaxHold,
    BeyondHorizon,

    // What she, the mode or the circumstances say.
    HoldNever,
    ReplyNever,
    SilentByHistory,
    ObserveMode,
    HoldMode,
    RepliesNotAllowedHere,
    ReleaseOnly,
    OldMail,
    ClockSkew,
    ReleasedByHand,
    HoldFailed,
    ReplyNotComposed,
    SendRefused,
    SendUnknown,
}

/// <summary>A reason and what it was seen by.</summary>
/// <param name="Reason">Which.</param>
/// <param name="Evidence">A cue id, a header name, a rule id or at most 40 characters of the message; empty where the reason says it all (promise 10).</param>
public sealed record Because(Reason Reason, string Evidence = "");
