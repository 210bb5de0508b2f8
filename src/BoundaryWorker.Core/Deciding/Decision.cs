using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.Core.Deciding;

/// <summary>What is to be done about one message and why: a hold part and a reply part, each with its reasons (design.md section 2).</summary>
public sealed record Decision
{
    /// <summary>The row of the decision table (design.md section 6) that gave the reply part; 0 where the message never reached the table.</summary>
    public required int Row { get; init; }

    /// <summary>
    /// The row that gave the hold part: where two rows meet they differ (row 25 sets the hold part alone). 0 where an override of hers did, or
    /// where the message never reached the table.
    /// </summary>
    public int HoldRow { get; init; }

    /// <summary>The hold part.</summary>
    public required HoldPart Hold { get; init; }

    /// <summary>The reply part.</summary>
    public required ReplyPart Reply { get; init; }

    /// <summary>All enforced rules that are broken, in the order of the Code, whether or not they are answered.</summary>
    public IReadOnlyList<string> BrokenRules { get; init; } = [];

    /// <summary>The closed window it arrived in, as it applies to this sender; null when it was open.</summary>
    public Interval? ClosedWindow { get; init; }

    /// <summary>It used up one of the urgent allowance (row 8).</summary>
    public bool UsesUrgentAllowance { get; init; }

    /// <summary>First in the digest (rows 9, 10).</summary>
    public bool IsUrgent { get; init; }

    /// <summary>The digest names it a possible forgery (row 14).</summary>
    public bool IsPossibleForgery { get; init; }

    /// <summary>The digest offers to send the Code (row 19).</summary>
    public bool OffersCode { get; init; }

    /// <summary>All reasons, hold first.</summary>
    public IEnumerable<Because> Reasons => Hold.Reasons.Concat(Reply.Reasons).Distinct();
}

/// <summary>Whether a message is held.</summary>
/// <param name="Until">The release time, or null for no hold.</param>
/// <param name="Reasons">Why; never empty.</param>
public sealed record HoldPart(Instant? Until, IReadOnlyList<Because> Reasons)
{
    /// <summary>Whether it is held.</summary>
    public bool IsHeld => Until is not null;
}

/// <summary>Whether and what is answered.</summary>
/// <param name="Answer">What is answered, or null for silence.</param>
/// <param name="Reasons">Why; never empty.</param>
public sealed record ReplyPart(Answer? Answer, IReadOnlyList<Because> Reasons);

/// <summary>A reply that is to be composed.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="To">The one recipient: the author's From address (C1).</param>
/// <param name="Rules">The ids of the rules quoted, in the order of the Code.</param>
/// <param name="Key">What may exist once in the ledger: person and window, or person, rule and day.</param>
public sealed record Answer(AnswerKind Kind, EmailAddress To, IReadOnlyList<string> Rules, ReplyKey Key);

/// <summary>What a reply is about.</summary>
public enum AnswerKind
{
    /// <summary>Outside the hours, perhaps through the wrong channel too (row 3).</summary>
    Hours,

    /// <summary>The wrong channel in open hours (row 2).</summary>
    Channel,

    /// <summary>The urgent allowance is spent (row 9).</summary>
    UrgentSpent,

    /// <summary>Urgent in words: names the urgent way (row 10).</summary>
    UrgentInWords,

    /// <summary>An invitation for a time outside her hours or taken (row 23).</summary>
    Invitation,
}

/// <summary>The unique key of a reply (replies.md E4, B4): never the rendered text.</summary>
/// <param name="Person"><see cref="EmailAddress.Key"/> of the recipient.</param>
/// <param name="Scope">See <see cref="ReplyScope"/>: <c>window:INSTANT</c> (the closing; from the second week of a long window on <c>window:INSTANT+N</c>), <c>open:RULE:DATE</c>, or <c>event:UID:RECURRENCE:SEQUENCE</c>; with <c>of OFFICE</c> behind it where the mailbox has a Code of its own.</param>
/// <param name="ClientId">Whose limit of three a window it counts for; null for a stranger.</param>
public sealed record ReplyKey(string Person, string Scope, string? ClientId);
