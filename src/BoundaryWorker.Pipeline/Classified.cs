using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.Pipeline;

/// <summary>An arrival as it was read and what it is.</summary>
/// <param name="Arrival">Which.</param>
/// <param name="Key">Under which it is recorded.</param>
/// <param name="What">What was read and what it is; null where that failed.</param>
/// <param name="Failure">Why it failed, or null.</param>
internal sealed record Classified(StoredMessage Arrival, MessageKey Key, (IncomingMessage Message, Classification Classification)? What, Exception? Failure)
{
    /// <summary>Classifies those that are still there, on all processors: it is pure, and the larger part of a backlog's work.</summary>
    public static IReadOnlyList<Classified> Each(IReadOnlyList<(StoredMessage Arrival, MessageKey Key)> arrivals, IReadOnlyList<ReadResult> read, Situation situation) =>
    [
        .. arrivals.Zip(read, (arrival, result) => (arrival.Arrival, arrival.Key, Read: result))
            .Where(a => a.Read is not { Message: null, Failure: null })
            .AsParallel()
            .AsOrdered()
            .Select(a => One(a.Arrival, a.Key, a.Read, situation)),
    ];

    private static Classified One(StoredMessage arrival, MessageKey key, ReadResult read, Situation situation)
    {
        if (read.Message is not { } message)
        {
            return new Classified(arrival, key, null, read.Failure);
        }

        try
        {
            return new Classified(arrival, key, (message, Classifier.Classify(message, situation)), null);
        }
        catch (Exception failure)
        {
            return new Classified(arrival, key, null, failure);
        }
    }
}
