using Polly;
using Polly.CircuitBreaker;

namespace BoundaryWorker.Mail.Smtp;

/// <summary>
/// Keeps a server that cannot be used, or does not let her in, from being hammered: after two failures nobody connects for a while, longer each
/// time, up to ten minutes. When a message is tried again is the ledger's; this only says no meanwhile.
/// </summary>
public sealed class ConnectBackOff
{
    /// <summary>The first pause.</summary>
    public static readonly TimeSpan First = TimeSpan.FromSeconds(30);

    /// <summary>The longest: a reply is worth nothing half an hour after its message (A19).</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly ResiliencePipeline _pipeline;

    /// <param name="time">The clock of the pauses.</param>
    /// <param name="jitter">0 to 1, a new one at each call: so that many mailboxes of one host do not come back in step.</param>
    public ConnectBackOff(TimeProvider time, Func<double> jitter) => _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            // Two attempts within ten minutes of which at least one failed: the least that the strategy knows.
            MinimumThroughput = 2,
            FailureRatio = 0.1,
            SamplingDuration = TimeSpan.FromMinutes(10),
            ShouldHandle = new PredicateBuilder().Handle<Exception>(e => e is not OperationCanceledException),
            BreakDurationGenerator = open => ValueTask.FromResult(Pause(open.HalfOpenAttempts, jitter())),
        })
        .Build();

    /// <summary>Connects, or throws <see cref="BrokenCircuitException"/> at once while it is too early.</summary>
    public ValueTask ConnectAsync(Func<CancellationToken, ValueTask> connect, CancellationToken token) => _pipeline.ExecuteAsync(connect, token);

    /// <summary>The pause after so many of them: doubled each time, a quarter shorter or longer by chance.</summary>
    public static TimeSpan Pause(int before, double jitter) =>
        TimeSpan.FromTicks((long)(Math.Min(Longest.Ticks, First.Ticks * Math.Pow(2, before)) * (0.75 + (jitter / 2))));
}
