using BoundaryWorker.Health;
using BoundaryWorker.Pipeline;
using Quartz;

namespace BoundaryWorker.Jobs;

/// <summary>Does what is due for one owner: files, digest, notices; fired by its poll, by an opening and by the digest.</summary>
[DisallowConcurrentExecution]
internal sealed class OfficeJob(Worker worker, Guarded guarded) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var id = context.MergedJobDataMap.GetString(Timetable.Whose)!;
        var office = worker.Offices.First(o => o.Id == id);
        await guarded.RunAsync(
            WorkerStatus.Office(office),
            async () => await Timetable.SetAsync(context.Scheduler, id, await office.RunAsync(cancellationToken), cancellationToken),
            cancellationToken);
    }
}
