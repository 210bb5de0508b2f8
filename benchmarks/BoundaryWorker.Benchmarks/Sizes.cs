namespace BoundaryWorker.Benchmarks;

/// <summary>How much is measured.</summary>
/// <param name="Moves">Single messages, one after another.</param>
/// <param name="Backlogs">Messages that came while the worker was down.</param>
/// <param name="Runs">How often each backlog is measured; the median counts.</param>
/// <param name="Inbox">Messages in the large inbox.</param>
/// <param name="Mailboxes">Mailboxes in one process.</param>
/// <param name="Rest">How long a process rests before its memory is looked at.</param>
internal sealed record Sizes(int Moves, IReadOnlyList<int> Backlogs, int Runs, int Inbox, int Mailboxes, TimeSpan Rest)
{
    public static Sizes Whole { get; } = new(60, [1_000, 5_000, 20_000], 3, 100_000, 200, TimeSpan.FromSeconds(45));

    public static Sizes Quick { get; } = new(20, [1_000], 1, 5_000, 10, TimeSpan.FromSeconds(10));
}
