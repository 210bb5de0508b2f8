using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.Core.Replies;

/// <summary>All that a reply is made of.</summary>
public sealed record ReplyRequest
{
    /// <summary>What was decided; its reply part has an answer.</summary>
    public required Decision Decision { get; init; }

    /// <summary>The message that is answered. Of it the reply shows the subject alone, and the display name in To (C8).</summary>
    public required IncomingMessage Message { get; init; }

    /// <summary>What the message is.</summary>
    public required Classification Classification { get; init; }

    /// <summary>Her files and windows.</summary>
    public required Situation Situation { get; init; }

    /// <summary>What happened before: the tone (C10) and what is left of the urgent way.</summary>
    public required History History { get; init; }

    /// <summary>Who writes.</summary>
    public required Installation Installation { get; init; }

    /// <summary>The instant of writing.</summary>
    public required Instant Now { get; init; }

    /// <summary>The alias that was addressed, given only where it is known to be sendable (C2); null for the main address.</summary>
    public EmailAddress? FromAlias { get; init; }

    /// <summary>For an invitation: free times of the same length inside her hours, soonest first; empty where none are known (F4).</summary>
    public IReadOnlyList<Interval> Slots { get; init; } = [];

    /// <summary>The client, or null for a stranger.</summary>
    internal Client? Client => Classification.Client?.Client;

    /// <summary>The Code in force.</summary>
    internal BoundaryCode Code => Situation.Code;
}
