using BoundaryWorker.Pipeline;
using NodaTime;
using Quartz;

namespace BoundaryWorker.Jobs;

/// <summary>Forgets what ended longer ago than the retention.</summary>
[DisallowConcurrentExecution]
internal sealed class PurgeJob(Worker worker, PurgeAge age) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await worker.PurgeAsync(age.Retention, cancellationToken);
}

/// <summary>How long records are kept.</summary>
internal sealed record PurgeAge(Duration Retention);
