using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.Pipeline;

/// <summary>What became of one arrival of a batch.</summary>
/// <param name="Arrival">Which.</param>
/// <param name="Record">Its record; null where it could not be judged.</param>
/// <param name="Failure">Why it could not, or null.</param>
public sealed record Handled(StoredMessage Arrival, MessageRecord? Record, Exception? Failure)
{
    /// <summary>Judges each; one that cannot be judged stops none of the others.</summary>
    internal static async Task<IReadOnlyList<Handled>> EachAsync(IReadOnlyList<Classified> arrivals, Func<Classified, Task<MessageRecord>> judge)
    {
        var handled = new List<Handled>(arrivals.Count);
        foreach (var arrival in arrivals)
        {
            try
            {
                handled.Add(new Handled(arrival.Arrival, await judge(arrival), null));
            }
            catch (Exception failure) when (OneByOne.IsItsOwn(failure))
            {
                handled.Add(new Handled(arrival.Arrival, null, failure));
            }
        }

        return handled;
    }

    /// <summary>The same, with what the act made of some of the records.</summary>
    internal static IReadOnlyList<Handled> With(IReadOnlyList<Handled> recorded, IReadOnlyList<MessageRecord> acted)
    {
        var byKey = acted.ToDictionary(r => r.Key);
        return [.. recorded.Select(h => h.Record is { } record && byKey.TryGetValue(record.Key, out var after) ? h with { Record = after } : h)];
    }
}
