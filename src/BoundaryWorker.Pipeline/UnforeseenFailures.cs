using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>
/// How a mailbox is tried again after something unforeseen, a mistake of ours most likely, stopped its round: after one minute, two, four, at most fifteen;
/// but never later than what is due in it by the last round that went well, so that held mail comes back in time as far as that is possible. For one
/// caller at a time.
/// </summary>
internal sealed class UnforeseenFailures
{
    private static readonly Duration First = Duration.FromMinutes(1);
    private static readonly Duration Longest = Duration.FromMinutes(15);

    private Instant? _retryAt;
    private Instant? _due;

    /// <summary>How many there were since the last round that went well.</summary>
    public int InARow { get; private set; }

    /// <summary>Until when nothing is tried; null where it is.</summary>
    public Instant? WaitsUntil(Instant now) => _retryAt > now && !(_due <= now) ? _retryAt : null;

    /// <summary>A round went well.</summary>
    /// <param name="due">When something further is due.</param>
    public void None(Instant? due) => (InARow, _retryAt, _due) = (0, null, due);

    /// <summary>One more.</summary>
    /// <returns>When to try again.</returns>
    public Instant Another(Instant now)
    {
        InARow++;
        _due = _due <= now ? null : _due;
        var wait = now + Duration.Min(Longest, First * Math.Pow(2, Math.Min(InARow - 1, 10)));
        _retryAt = wait;
        return _due is { } due ? Instant.Min(wait, due) : wait;
    }
}
