using BoundaryWorker.Health;
using BoundaryWorker.Pipeline;
using NodaTime;
using Quartz;

namespace BoundaryWorker.Jobs;

/// <summary>Does everything that is due in one mailbox; fired by its poll, by an opening, a release or a reply, and when the mailbox says that something came.</summary>
[DisallowConcurrentExecution]
internal sealed class MailboxJob(Worker worker, Guarded guarded, Heartbeat heartbeat, IClock clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var id = context.MergedJobDataMap.GetString(Timetable.Whose)!;
        var mailbox = worker.Mailboxes.First(m => m.Id == id);
        await guarded.RunAsync(
            WorkerStatus.Mailbox(id),
            async () =>
            {
                var began = clock.GetCurrentInstant();
                var result = await worker.RunMailboxAsync(mailbox, cancellationToken);
                await heartbeat.AfterLookAsync(id, began, cancellationToken);
                await Timetable.SetAsync(context.Scheduler, id, result, cancellationToken);
            },
            cancellationToken);

        // Also after a failure: the digest waits for the try, not for its success.
        if (worker.Offices.First(o => o.Mailboxes.Contains(mailbox)) is { IsWaiting: true } office)
        {
            await Timetable.WakeOfficeAsync(context.Scheduler, office.Id, cancellationToken);
        }
    }
}
