using NodaTime;

namespace BoundaryWorker.Store;

/// <summary>What the ledger's rows come to, for metrics: numbers and names of states, nobody's address.</summary>
/// <param name="Messages">Messages by mailbox and state.</param>
/// <param name="Overdue">Messages by mailbox that are in Held although their release time has passed.</param>
/// <param name="Failures">Messages by mailbox whose last step failed.</param>
/// <param name="Replies">Replies by mailbox and state.</param>
/// <param name="Unanswered">Messages that were not answered, by the reason (each reason of a message counts).</param>
/// <param name="RepliesPaused">Whether the circuit breaker is open (A16).</param>
/// <param name="Visible">How long held messages were visible before they were moved, arrival to Held; adopted ones left out.</param>
public sealed record Figures(
    IReadOnlyList<Figure> Messages,
    IReadOnlyList<Figure> Overdue,
    IReadOnlyList<Figure> Failures,
    IReadOnlyList<Figure> Replies,
    IReadOnlyList<Figure> Unanswered,
    bool RepliesPaused,
    IReadOnlyList<Duration> Visible);

/// <summary>How many of a kind.</summary>
/// <param name="Mailbox">The mailbox's id, or empty for all.</param>
/// <param name="Name">The state or reason, or empty.</param>
/// <param name="Count">How many.</param>
public sealed record Figure(string Mailbox, string Name, long Count);
