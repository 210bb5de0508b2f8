using BoundaryWorker.Health;
using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
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
        catch (LedgerUnavailableException unavailable)
        {
            LogUnavailable(logger, unavailable.Message, status.Failed(), WorkerStatus.MostFailures);
            EndWhereHopeless();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(logger, failure, status.Failed(), WorkerStatus.MostFailures);
            EndWhereHopeless();
        }
    }

    private void EndWhereHopeless()
    {
        if (status.HasGivenUp)
        {
            LogGivenUp(logger, WorkerStatus.MostFailures);
            lifetime.StopApplication();
        }
    }

    // What the ledger says is meant for her: where it failed in the code helps nobody.
    [LoggerMessage(Level = LogLevel.Error, Message = "{Why} Mail stays where it is (failure {Count} in a row of at most {Most})")]
    private static partial void LogUnavailable(ILogger logger, string why, int count, int most);

    [LoggerMessage(Level = LogLevel.Error, Message = "Something unforeseen stopped this round; mail stays where it is and the next round tries again (failure {Count} in a row of at most {Most})")]
    private static partial void LogFailed(ILogger logger, Exception failure, int count, int most);

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Count} rounds failed one after another: BoundaryWorker ends with an error, so that whatever supervises it starts it afresh")]
    private static partial void LogGivenUp(ILogger logger, int count);
}
