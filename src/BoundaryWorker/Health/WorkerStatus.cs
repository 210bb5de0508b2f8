using BoundaryWorker.Pipeline;

namespace BoundaryWorker.Health;

/// <summary>
/// How the parts of this process go: each mailbox, each office, the requests of other commands. After so many failures in a row of the requests (which
/// always touch the store), or of every mailbox, nothing works any more: the process ends with an error, so that a supervisor starts it afresh. One mailbox
/// that fails ends nothing.
/// </summary>
internal sealed class WorkerStatus(Worker worker)
{
    /// <summary>Failures in a row after which a part counts as hopeless.</summary>
    public const int MostFailures = 10;

    /// <summary>The part that sees to the requests of other commands, and with them to the store.</summary>
    public const string Requests = "the requests of other commands";

    private readonly Lock _guard = new();
    private readonly Dictionary<string, int> _inARow = [];
    private long _rounds;
    private long _failed;

    /// <summary>The counts as they are now.</summary>
    public RoundCounts Counts
    {
        get
        {
            lock (_guard)
            {
                return new RoundCounts(_rounds, _failed, new Dictionary<string, int>(_inARow));
            }
        }
    }

    /// <summary>Whether it has given up.</summary>
    public bool HasGivenUp => IsHopeless(Requests) || worker.Mailboxes.All(m => m.Round.Unforeseen >= MostFailures || IsHopeless(Mailbox(m.Id)));

    /// <summary>The part of a mailbox.</summary>
    public static string Mailbox(string id) => $"mailbox {id}";

    /// <summary>The part of an office.</summary>
    public static string Office(Office office) => $"the digest of {string.Join(", ", office.Mailboxes.Select(m => m.Id).Take(3))}";

    /// <summary>A run of a part went well.</summary>
    public void Good(string part)
    {
        lock (_guard)
        {
            _rounds += IsMailbox(part) ? 1 : 0;
            _inARow.Remove(part);
        }
    }

    /// <summary>A run of a part failed.</summary>
    /// <returns>How many did in a row.</returns>
    public int Failed(string part)
    {
        lock (_guard)
        {
            _failed += IsMailbox(part) ? 1 : 0;
            return _inARow[part] = _inARow.GetValueOrDefault(part) + 1;
        }
    }

    private static bool IsMailbox(string part) => part.StartsWith("mailbox ", StringComparison.Ordinal);

    private bool IsHopeless(string part)
    {
        lock (_guard)
        {
            return _inARow.GetValueOrDefault(part) >= MostFailures;
        }
    }
}

/// <summary>What the rounds came to since the process began.</summary>
/// <param name="Rounds">Looks at a mailbox that were completed.</param>
/// <param name="Failed">Those that failed as a whole.</param>
/// <param name="FailedInARow">Parts that fail, with how often they did in a row.</param>
internal sealed record RoundCounts(long Rounds, long Failed, IReadOnlyDictionary<string, int> FailedInARow);
