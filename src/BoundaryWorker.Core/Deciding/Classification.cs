using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Deciding;

/// <summary>One cue that was met in the subject or in the new text.</summary>
/// <param name="Id">Its id: <c>task.pl.please-do</c>.</param>
/// <param name="IsExplicit">It says the matter by itself; two others are needed to say as much (row 2).</param>
/// <param name="Excerpt">What was met, at most 40 characters.</param>
public sealed record Cue(string Id, bool IsExplicit, string Excerpt);

/// <summary>A matter and the cues it was found by.</summary>
public sealed record MatterFinding(Matter Matter, IReadOnlyList<Cue> Cues)
{
    /// <summary>One explicit cue, or two independent ones (row 2).</summary>
    public bool IsSure => Cues.Any(c => c.IsExplicit) || Cues.Select(c => c.Id).Distinct().Count() >= 2;
}

/// <summary>What trusted Authentication-Results say of a message (RFC 8601, replies.md A12).</summary>
public enum Authentication
{
    /// <summary>Nothing is trusted here: only full addresses listed in clients.yaml are answered.</summary>
    NothingTrusted,

    /// <summary>dmarc=pass, or an aligned spf or dkim pass.</summary>
    Passed,

    /// <summary>dmarc=none (or nothing) without an aligned pass.</summary>
    NotAuthenticated,

    /// <summary>dmarc=fail: a possible forgery.</summary>
    Failed,
}

/// <summary>What a message is, before anything is decided about it.</summary>
public sealed record Classification
{
    /// <summary>Whose person the author is, or null for a stranger.</summary>
    public ClientMatch? Client { get; init; }

    /// <summary>Which of replies.md A1-A10, A13 and A20's non-text marks it bears, in the order of the list; lifts not yet taken off.</summary>
    public IReadOnlyList<Because> Machine { get; init; } = [];

    /// <summary>One of her addresses is in a recipient field (A11).</summary>
    public bool IsAddressed { get; init; }

    /// <summary>She is in Cc and not in To.</summary>
    public bool IsCcOnly { get; init; }

    /// <summary>The address of hers that was addressed, the first in To, else Cc, else the others.</summary>
    public EmailAddress? Alias { get; init; }

    /// <summary>What trusted Authentication-Results say.</summary>
    public Authentication Authentication { get; init; }

    /// <summary>A flag or a header of a spam filter marks it (A12).</summary>
    public bool IsSpam { get; init; }

    /// <summary>What it is about, strongest first; never empty.</summary>
    public required IReadOnlyList<MatterFinding> Matters { get; init; }

    /// <summary>The subject carries the urgent tag of the Code.</summary>
    public bool HasUrgentTag { get; init; }

    /// <summary>Ids of the channels it came through: alias and, for the tag, subject.</summary>
    public IReadOnlyList<string> Via { get; init; } = [];

    /// <summary>The language of the new text where it could be told (<c>pl</c>, <c>en</c>), or null.</summary>
    public string? Language { get; init; }

    /// <summary>What the author wrote now: quoted replies, forwarded parts, signatures and disclaimers cut.</summary>
    public string NewText { get; init; } = "";

    /// <summary>The strongest matter.</summary>
    public Matter Matter => Matters[0].Matter;
}
