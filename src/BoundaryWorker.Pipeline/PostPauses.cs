using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>How long a webhook that did not answer is let alone: a minute, then twice as long each time, an hour at most. A round waits for nobody for long.</summary>
internal sealed class PostPauses
{
    private static readonly Duration First = Duration.FromMinutes(1);
    private static readonly Duration Longest = Duration.FromHours(1);

    private Instant _until = Instant.MinValue;
    private Duration _next = First;

    /// <summary>Whether it is too early.</summary>
    public bool IsPausing(Instant now) => now < _until && _until - now <= Longest;

    /// <summary>After an attempt.</summary>
    public void Note(PostResult result, Instant now) => (_until, _next) = result == PostResult.TryAgain
        ? (now + _next, Duration.Min(_next + _next, Longest))
        : (Instant.MinValue, First);
}
