using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.Tests.Fakes;

/// <summary>A webhook in memory.</summary>
public sealed class FakePost : IAlarmPost
{
    private readonly List<Alarm> tried = [];

    /// <summary>Results of the next posts, in order; then taken.</summary>
    public Queue<PostResult> Results { get; } = new();

    /// <summary>Every try.</summary>
    public IReadOnlyList<Alarm> Tried => tried;

    public Task<PostResult> PostAsync(Alarm alarm, CancellationToken token)
    {
        tried.Add(alarm);
        return Task.FromResult(Results.TryDequeue(out var result) ? result : PostResult.Taken);
    }
}
