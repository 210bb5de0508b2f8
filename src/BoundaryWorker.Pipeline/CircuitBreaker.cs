using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>An unusual number of replies pauses all of them until the owner lets them go on (replies.md A16); holding goes on.</summary>
public sealed class CircuitBreaker(ILedger ledger, INotices notices)
{
    /// <summary>Opens when the decision was the first to be over the cap.</summary>
    public async Task WatchAsync(Decision decision, History history, Situation situation, Instant now, CancellationToken token)
    {
        var options = situation.Code.Replies;
        if (decision.Reply.Reasons.All(b => b.Reason != Reason.BreakerOpen))
        {
            return;
        }

        if (!history.BreakerOpen && Decider.OpensBreaker(history, options))
        {
            await ledger.SetBreakerAsync(true, now, token);
        }

        // Told at every such decision: what was not yet mailed when the process ended is mailed by the next, and nothing twice.
        await notices.TellAsync(Notice.BreakerOpen(options.PerHour), token);
    }
}
