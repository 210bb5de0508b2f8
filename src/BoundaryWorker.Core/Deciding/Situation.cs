using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Time;
using NodaTime;

namespace BoundaryWorker.Core.Deciding;

/// <summary>What a mailbox is decided under: her files, her windows, the mode. The same for all messages of one look.</summary>
public sealed record Situation
{
    /// <summary>The Code in force.</summary>
    public required BoundaryCode Code { get; init; }

    /// <summary>The clients.</summary>
    public required ClientBook Clients { get; init; }

    /// <summary>Her windows and each client's.</summary>
    public required WindowsBook Windows { get; init; }

    /// <summary>The mode (design.md section 8). It does not change the decision but what is done of it.</summary>
    public Mode Mode { get; init; } = Mode.Observe;

    /// <summary>Whose Authentication-Results are believed.</summary>
    public TrustPolicy Trust { get; init; } = TrustPolicy.None;

    /// <summary>When her calendars show her taken; half-open.</summary>
    public IReadOnlyList<Interval> Busy { get; init; } = [];

    /// <summary>The mailbox's id.</summary>
    public string Mailbox { get; init; } = "";

    /// <summary>Which Code of this worker it is, where several are kept: empty for the shared one. Part of the key of every reply (<see cref="ReplyScope.Within"/>).</summary>
    public string Office { get; init; } = "";

    /// <summary>Mailboxes that are kept by other Codes: what was answered, sent and used there does not count here.</summary>
    public IReadOnlyList<string> Elsewhere { get; init; } = [];

    /// <summary>Her addresses by further Codes of hers in the same worker: she is never answered (A2). Those of another owner are not among them.</summary>
    public IReadOnlyList<EmailAddress> AlsoHers { get; init; } = [];

    /// <summary>
    /// The mail server had numbered its messages anew since the look before (replies.md D3): what came is known again by what it is, and nobody is
    /// answered in this pass.
    /// </summary>
    public bool IsRenumbered { get; init; }

    /// <summary>Ids of replies.md that do not judge: for <c>explain --suppose</c>.</summary>
    public Supposition Suppose { get; init; }
}

/// <summary>What is done of a decision.</summary>
public enum Mode
{
    /// <summary>Decide and record, touch nothing.</summary>
    Observe,

    /// <summary>Hold and release, no replies.</summary>
    Hold,

    /// <summary>Everything.</summary>
    Enforce,
}

/// <summary>What <c>explain --suppose</c> takes for given.</summary>
[Flags]
public enum Supposition
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Every sender is the person of a client, known by domain, who was given the Code.</summary>
    Client = 1,

    /// <summary>Every recipient is one of her addresses.</summary>
    Addressed = 2,

    /// <summary>The arrival falls into the next closed window.</summary>
    Closed = 4,
}
