using BoundaryWorker.Health;
using BoundaryWorker.Pipeline;
using Quartz;

namespace BoundaryWorker.Jobs;

/// <summary>Does what other commands ask for.</summary>
[DisallowConcurrentExecution]
internal sealed class RequestsJob(Worker worker, Guarded guarded) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await guarded.RunAsync(WorkerStatus.Requests, () => worker.AnswerRequestsAsync(cancellationToken), cancellationToken);
}
