using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.Store.Rows;

/// <summary>The stored shape of a <see cref="Decision"/>: names and ISO 8601 instants, apart from the type in use so that it can change and old rows stay readable.</summary>
internal sealed record DecisionJson(
    int Row,
    int HoldRow,
    string? HoldUntil,
    IReadOnlyList<ReasonJson> HoldReasons,
    AnswerJson? Answer,
    IReadOnlyList<ReasonJson> ReplyReasons,
    IReadOnlyList<string> BrokenRules,
    WindowJson? ClosedWindow,
    bool UsesUrgentAllowance,
    bool IsUrgent,
    bool IsPossibleForgery,
    bool OffersCode)
{
    /// <summary>To be stored.</summary>
    public static DecisionJson Of(Decision decision) => new(
        decision.Row,
        decision.HoldRow,
        Stored.Iso(decision.Hold.Until),
        [.. decision.Hold.Reasons.Select(ReasonJson.Of)],
        decision.Reply.Answer is { } answer ? AnswerJson.Of(answer) : null,
        [.. decision.Reply.Reasons.Select(ReasonJson.Of)],
        decision.BrokenRules,
        decision.ClosedWindow is { } window ? WindowJson.Of(window) : null,
        decision.UsesUrgentAllowance,
        decision.IsUrgent,
        decision.IsPossibleForgery,
        decision.OffersCode);

    /// <summary>As it was.</summary>
    public Decision ToDecision() => new()
    {
        Row = Row,
        HoldRow = HoldRow,
        Hold = new HoldPart(Stored.FromIso(HoldUntil), [.. HoldReasons.Select(r => r.ToBecause())]),
        Reply = new ReplyPart(Answer?.ToAnswer(), [.. ReplyReasons.Select(r => r.ToBecause())]),
        BrokenRules = BrokenRules,
        ClosedWindow = ClosedWindow?.ToInterval(),
        UsesUrgentAllowance = UsesUrgentAllowance,
        IsUrgent = IsUrgent,
        IsPossibleForgery = IsPossibleForgery,
        OffersCode = OffersCode,
    };
}

/// <summary>The stored shape of an interval; null where it has no start or no end.</summary>
internal sealed record WindowJson(string? Start, string? End)
{
    public static WindowJson Of(Interval window) =>
        new(Stored.Iso(window.HasStart ? window.Start : null), Stored.Iso(window.HasEnd ? window.End : null));

    public Interval ToInterval() => new(Stored.FromIso(Start), Stored.FromIso(End));
}

/// <summary>The stored shape of a <see cref="Because"/>; the evidence is cut to 40 characters (promise 10).</summary>
internal sealed record ReasonJson(Reason Reason, string Evidence)
{
    private const int EvidenceLength = 40;

    public static ReasonJson Of(Because because) => new(because.Reason, Stored.Cut(because.Evidence, EvidenceLength));

    public Because ToBecause() => new(Reason, Evidence);
}

/// <summary>The stored shape of an <see cref="Answer"/>.</summary>
internal sealed record AnswerJson(
    AnswerKind Kind, string ToLocal, string ToDomain, string ToName, IReadOnlyList<string> Rules, string Person, string Scope, string? ClientId)
{
    public static AnswerJson Of(Answer answer) => new(
        answer.Kind, answer.To.Local, answer.To.Domain, answer.To.DisplayName, answer.Rules, answer.Key.Person, answer.Key.Scope, answer.Key.ClientId);

    public Answer ToAnswer() =>
        new(Kind, new EmailAddress(ToLocal, ToDomain, ToName), Rules, new ReplyKey(Person, Scope, ClientId));
}
