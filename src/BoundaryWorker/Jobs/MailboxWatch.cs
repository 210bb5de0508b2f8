using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
using Quartz;

namespace BoundaryWorker.Jobs;

/// <summary>Waits until a mailbox says that something may have come, and asks for a look at it. It only wakes (replies.md D10): the poll runs anyway.</summary>
internal sealed partial class MailboxWatch(Worker worker, ISchedulerFactory schedulers, ILogger<MailboxWatch> logger) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterUnforeseen = TimeSpan.FromMinutes(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(worker.Mailboxes.Select(m => WatchAsync(m.Round.Port, stoppingToken)));

    private async Task WatchAsync(IMailbox mailbox, CancellationToken token)
    {
        var scheduler = await schedulers.GetScheduler(token);
        while (!token.IsCancellationRequested)
        {
            try
            {
                await mailbox.WaitForChangeAsync(token);
                await Timetable.WakeMailboxAsync(scheduler, mailbox.Id, token);
            }
            catch (MailboxUnavailableException)
            {
                // The round tells her; watching goes on once the mailbox can be reached again.
                await Task.Delay(AfterFailure, TimeProvider.System, token);
            }
            catch (Exception unforeseen) when (unforeseen is not OperationCanceledException && !token.IsCancellationRequested)
            {
                // The poll looks all the same, and the other mailboxes are watched on.
                LogUnforeseen(logger, unforeseen, mailbox.Id);
                await Task.Delay(AfterUnforeseen, TimeProvider.System, token);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Something unforeseen stopped the waiting for new mail in mailbox {Mailbox}; it is looked at by the poll, and waited for again in five minutes")]
    private static partial void LogUnforeseen(ILogger logger, Exception unforeseen, string mailbox);
}
