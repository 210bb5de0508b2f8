using BoundaryWorker.Health;
using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
using Quartz;

namespace BoundaryWorker.Jobs;

/// <summary>
/// What all jobs have in common: only the holder of the lease acts, a failure is counted by part (a mailbox, an office, the requests) and stops no other
/// part, and where nothing works any more the process ends with an error.
/// </summary>
internal sealed partial class Guarded(RunLease lease, WorkerStatus status, IHostApplicationLifetime lifetime, ILogger<Guarded> logger)
{
    /// <summary>Runs one part once.</summary>
    /// <param name="part">Which; see <see cref="WorkerStatus"/>.</param>
    /// <param name="work">What is to be done.</param>
    /// <param name="token">Cancels.</param>
    public async Task RunAsync(string part, Func<Task> work, CancellationToken token)
    {
        try
        {
            await lease.HoldAsync(token);
            await work();
            status.Good(part);
            EndWhereHopeless();
        }
        catch (SchedulerException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // The work was done; there is no timetable to set any more.
        }
        catch (LedgerUnavailableException unavailable)
        {
            LogUnavailable(logger, unavailable.Message, part, status.Failed(part), WorkerStatus.MostFailures);
            EndWhereHopeless();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(logger, failure, part, status.Failed(part), WorkerStatus.MostFailures);
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
    [LoggerMessage(Level = LogLevel.Error, Message = "{Why} Mail stays where it is ({Part}: failure {Count} in a row of at most {Most})")]
    private static partial void LogUnavailable(ILogger logger, string why, string part, int count, int most);

    [LoggerMessage(Level = LogLevel.Error, Message = "Something unforeseen stopped the round of {Part}; mail stays where it is and the next round tries again (failure {Count} in a row of at most {Most})")]
    private static partial void LogFailed(ILogger logger, Exception failure, string part, int count, int most);

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Count} rounds failed one after another: BoundaryWorker ends with an error, so that whatever supervises it starts it afresh")]
    private static partial void LogGivenUp(ILogger logger, int count);
}
