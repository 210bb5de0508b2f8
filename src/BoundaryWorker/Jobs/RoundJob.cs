using BoundaryWorker.Health;
using BoundaryWorker.Pipeline;
using NodaTime;
using Quartz;

namespace BoundaryWorker.Jobs;

/// <summary>Does everything that is due; fired by the poll, by an opening, a release or a digest, and when a mailbox says that something came.</summary>
[DisallowConcurrentExecution]
internal sealed partial class RoundJob(
    Worker worker, RunLease lease, WorkerStatus status, Heartbeat heartbeat, IClock clock, IHostApplicationLifetime lifetime, ILogger<RoundJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var began = clock.GetCurrentInstant();
            await lease.RenewAsync(cancellationToken);
            var result = await worker.RoundAsync(cancellationToken);
            status.Good(result);
            await heartbeat.AfterRoundAsync(began, cancellationToken);
            await Timetable.SetAsync(context.Scheduler, result, cancellationToken);
        }
        catch (SchedulerException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // The round was done; there is no timetable to set any more.
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(logger, failure, status.Failed());
            if (status.HasGivenUp)
            {
                lifetime.StopApplication();
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round failed ({Count} in a row); mail stays where it is and the next round tries again")]
    private static partial void LogFailed(ILogger logger, Exception failure, int count);
}
