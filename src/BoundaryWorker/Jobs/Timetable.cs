using BoundaryWorker.Pipeline;
using NodaTime;
using Quartz;

namespace BoundaryWorker.Jobs;

/// <summary>
/// When Quartz comes: the poll, and one trigger each for the next opening, release and digest, set anew after every round. Misfire policy of all: fire
/// once, now (a round finds out by itself what is due). The RAM store is enough, since the ledger is the durable thing.
/// </summary>
internal static class Timetable
{
    private static readonly JobKey Round = new("round");

    /// <summary>The job and its poll.</summary>
    public static void Add(IQuartzBuilder quartz, Duration poll)
    {
        quartz.AddJob<RoundJob>(job => job.WithIdentity(Round).StoreDurably());
        quartz.AddTrigger<RoundJob>(trigger => trigger
            .ForJob(Round)
            .WithIdentity("poll")
            .WithSimpleSchedule(schedule => schedule
                .WithInterval(poll.ToTimeSpan())
                .RepeatForever()
                .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount)));
        quartz.ScheduleJob<PurgeJob>(trigger => trigger
            .WithIdentity("purge")
            .WithCronSchedule("0 30 3 * * ?", schedule => schedule
                .InTimeZone(TimeZoneInfo.Utc)
                .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
    }

    /// <summary>Asks for a round at once.</summary>
    public static async Task WakeAsync(IScheduler scheduler, CancellationToken token) => await scheduler.TriggerJob(Round, cancellationToken: token);

    /// <summary>Sets the triggers by what the round said.</summary>
    public static async Task SetAsync(IScheduler scheduler, RoundResult result, CancellationToken token)
    {
        await SetAsync(scheduler, "opening", result.NextOpening, token);
        await SetAsync(scheduler, "due", result.NextDue, token);
        await SetAsync(scheduler, "digest", result.NextDigest, token);
    }

    private static async Task SetAsync(IScheduler scheduler, string name, Instant? at, CancellationToken token)
    {
        var key = new TriggerKey(name);
        await scheduler.UnscheduleJob(key, token);
        if (at is { } instant)
        {
            var trigger = TriggerBuilder.Create(scheduler.TimeProvider)
                .ForJob(Round)
                .WithIdentity(key)
                .StartAt(instant.ToDateTimeOffset())
                .WithSimpleSchedule(schedule => schedule.WithRepeatCount(0).WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
                .Build();
            await scheduler.ScheduleJob(trigger, cancellationToken: token);
        }
    }
}
