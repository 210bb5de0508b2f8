using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
using Quartz;

namespace BoundaryWorker.Jobs;

/// <summary>Waits until a mailbox says that something may have come, and asks for a round. It only wakes (replies.md D10): the poll runs anyway.</summary>
internal sealed class MailboxWatch(Worker worker, ISchedulerFactory schedulers) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

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
                await Timetable.WakeAsync(scheduler, token);
            }
            catch (MailboxUnavailableException)
            {
                // The round tells her; watching goes on once the mailbox can be reached again.
                await Task.Delay(AfterFailure, TimeProvider.System, token);
            }
        }
    }
}
