using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.Core.Deciding;

/// <summary>
/// What silences a reply that the table calls for, in the order in which it is asked. Rows 14-16, 19 and 21 speak of closed hours; whatever they
/// silence there is not answered in open hours either (rows 2 and 23).
/// </summary>
internal static class Silences
{
    private const int PersonsInWindow = 3;
    private static readonly Duration Late = Duration.FromMinutes(30);
    private static readonly Duration FreshThread = Duration.FromMinutes(30);
    private static readonly Duration BounceCounts = Duration.FromDays(60);

    /// <summary>The silences of one occasion; what is no row of the table takes the occasion's number.</summary>
    public static IEnumerable<Row> Of(Occasion occasion) =>
    [
        new(19, f => f.Client is { CodeGiven: null }, Reason.CodeNotGiven),
        new(occasion.Row, f => f.Client is { NeverReply: true }, Reason.ReplyNever),
        new(occasion.Row, f => f.Situation.IsRenumbered, Reason.Renumbered),
        new(14, Unaddressed),
        new(16, Thanks),
        new(15, f => f.Kind.IsCcOnly && !f.Code.Replies.AnswerWhenCc, Reason.CcOnly),
        new(21, f => f.Now - f.Message.Received > Late, Reason.HandledLate),
        new(4, WasAnsweredInWindow, Reason.AlreadyAnswered),
        new(5, f => occasion.Row != 2 && f.Arrival.Closed is not null && f.Client is not null && f.History.ClientRepliesInWindow >= PersonsInWindow, Reason.ClientWindowLimit),
        new(2, f => occasion is { Row: 2, Rules.Count: 0 }, Reason.AlreadyAnswered),
        new(23, f => occasion.Row == 23 && f.History.EventAnswered, Reason.AlreadyAnswered),
        new(14, CapsAndHosts),
        new(occasion.Row, f => f.Client is not null && f.History.RepliesToClientLastWeek >= f.Code.Replies.SilentAfter, Reason.SilentByHistory),
        new(occasion.Row, f => occasion.Rules.Count == 0 && occasion.Kind != AnswerKind.Invitation, Reason.NoRuleToQuote),
    ];

    /// <summary>A11 and A12.</summary>
    private static List<Because> Unaddressed(Facts f) => Those(
        (!f.Kind.IsAddressed, Reason.NotAddressed),
        (f.Kind.IsSpam, Reason.FlaggedAsSpam),
        (f.Kind.Authentication == Authentication.Failed, Reason.PossibleForgery),
        (IsUnconfirmed(f.Kind), Reason.NotAuthenticated));

    // Where nothing is trusted only a full address of clients.yaml says who it is; a trusted "none" says that the host could not confirm it.
    private static bool IsUnconfirmed(Classification kind) => kind.Authentication switch
    {
        Authentication.NothingTrusted => kind.Client is not { ByFullAddress: true },
        Authentication.NotAuthenticated => true,
        _ => false,
    };

    /// <summary>A20. Who passes a message on says more than thanks, however short the words (B3).</summary>
    private static IReadOnlyList<Because> Thanks(Facts f) =>
        f.Marks.FirstOrDefault(m => m.Reason == Reason.Reaction) is { } reaction ? [reaction]
        : f.Kind.Matter == Matter.Thanks && !f.Message.Parts.Any(p => p.MediaType == "message/rfc822") ? [new(Reason.Thanks, f.Kind.Matters[0].Cues.Select(c => c.Id).FirstOrDefault() ?? "")]
        : [];

    /// <summary>Row 4: once in a closed window, in a long one again after seven days.</summary>
    private static bool WasAnsweredInWindow(Facts f) =>
        f.Arrival.Closed is not null && f.History.AnsweredInWindow is { } answered
        && (f.Arrival.Length <= ReplyScope.LongWindow || f.Now - answered < ReplyScope.LongWindow);

    /// <summary>A15 (the thread), A16, A17, A18.</summary>
    private static List<Because> CapsAndHosts(Facts f) => Those(
        (f.History.OwnerWroteInThread is { } wrote && wrote <= f.Now && f.Message.Received - wrote <= FreshThread, Reason.OwnerInThread),
        (f.History.RepliesToPersonLastDay >= f.Code.Replies.PerPersonDay, Reason.PersonCap),
        (f.Client is not null && f.History.RepliesToClientLastDay >= f.Code.Replies.PerClientDay, Reason.ClientCap),
        (f.History.BreakerOpen || Decider.OpensBreaker(f.History, f.Code.Replies), Reason.BreakerOpen),
        (f.History.Bounced is { } bounced && f.Now - bounced < BounceCounts, Reason.AddressBounced),
        (f.History.HostAnswers, Reason.HostAnswers));

    private static List<Because> Those(params ReadOnlySpan<(bool Applies, Reason Reason)> all)
    {
        var reasons = new List<Because>();
        foreach (var (applies, reason) in all)
        {
            if (applies)
            {
                reasons.Add(new(reason));
            }
        }

        return reasons;
    }
}
