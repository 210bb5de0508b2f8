using BoundaryWorker.Pipeline;
using NodaTime;
using Quartz;

namespace BoundaryWorker.Jobs;

/// <summary>
/// When Quartz comes: a job of its own for each mailbox, for each office (files, digest, notices) and for the requests of other commands, so that none
/// waits for another. Each has its poll, and one trigger each for what is due next, set anew after every run. Misfire policy of all: fire once, now (a run
/// finds out by itself what is due). The RAM store is enough, since the ledger is the durable thing.
/// </summary>
internal static class Timetable
{
    /// <summary>Under this key a job finds which mailbox or office it is for.</summary>
    public const string Whose = "whose";

    /// <summary>So many mailboxes are opened at once at the start, the next ones a second later.</summary>
    private const int FirstAtOnce = 8;

    private static readonly JobKey Requests = new("requests");

    /// <summary>All jobs and their polls. The polls of several mailboxes are spread over the interval.</summary>
    /// <param name="quartz">Quartz.</param>
    /// <param name="worker">Whose mailboxes and offices.</param>
    /// <param name="poll">The interval.</param>
    /// <param name="now">The start.</param>
    public static void Add(IQuartzBuilder quartz, Worker worker, Duration poll, Instant now)
    {
        // Each job may be waiting for a server at the same time.
        quartz.UseDefaultThreadPool(pool => pool.MaxConcurrency = worker.Mailboxes.Count + worker.Offices.Count + 2);
        quartz.AddJob<RequestsJob>(job => job.WithIdentity(Requests).StoreDurably());
        AddPoll<RequestsJob>(quartz, Requests, now, poll);
        foreach (var office in worker.Offices)
        {
            quartz.AddJob<OfficeJob>(job => job.WithIdentity(OfficeKey(office.Id)).UsingJobData(Whose, office.Id).StoreDurably());
            AddPoll<OfficeJob>(quartz, OfficeKey(office.Id), now, poll);
        }

        for (var place = 0; place < worker.Mailboxes.Count; place++)
        {
            AddMailbox(quartz, worker.Mailboxes[place].Id, place, now, poll, poll * place / worker.Mailboxes.Count);
        }

        quartz.ScheduleJob<PurgeJob>(trigger => trigger
            .WithIdentity("purge")
            .WithCronSchedule("0 30 3 * * ?", schedule => schedule
                .InTimeZone(TimeZoneInfo.Utc)
                .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
    }

    /// <summary>Asks for a look at a mailbox at once.</summary>
    public static async Task WakeMailboxAsync(IScheduler scheduler, string mailbox, CancellationToken token) =>
        await scheduler.TriggerJob(MailboxKey(mailbox), cancellationToken: token);

    /// <summary>Asks for what is due in an office at once.</summary>
    public static async Task WakeOfficeAsync(IScheduler scheduler, string office, CancellationToken token) =>
        await scheduler.TriggerJob(OfficeKey(office), cancellationToken: token);

    /// <summary>Sets the triggers of a mailbox by what its round said.</summary>
    public static async Task SetAsync(IScheduler scheduler, string mailbox, MailboxResult result, CancellationToken token)
    {
        await SetAsync(scheduler, MailboxKey(mailbox), "opening", result.NextOpening, token);
        await SetAsync(scheduler, MailboxKey(mailbox), "due", result.NextDue, token);
    }

    /// <summary>Sets the triggers of an office.</summary>
    public static async Task SetAsync(IScheduler scheduler, string office, OfficeResult result, CancellationToken token)
    {
        await SetAsync(scheduler, OfficeKey(office), "opening", result.NextOpening, token);
        await SetAsync(scheduler, OfficeKey(office), "digest", result.NextDigest, token);
    }

    private static JobKey MailboxKey(string mailbox) => new(mailbox, "mailboxes");

    private static JobKey OfficeKey(string office) => new(office.Length == 0 ? "shared" : office, "offices");

    private static void AddMailbox(IQuartzBuilder quartz, string mailbox, int place, Instant now, Duration poll, Duration phase)
    {
        var key = MailboxKey(mailbox);
        quartz.AddJob<MailboxJob>(job => job.WithIdentity(key).UsingJobData(Whose, mailbox).StoreDurably());
        AddPoll<MailboxJob>(quartz, key, now + phase, poll);
        if (phase > Duration.Zero)
        {
            quartz.AddTrigger<MailboxJob>(trigger => trigger
                .ForJob(key)
                .WithIdentity("first", $"{key.Group}:{key.Name}")
                .StartAt((now + Duration.FromSeconds(place / FirstAtOnce)).ToDateTimeOffset())
                .WithSimpleSchedule(schedule => schedule.WithRepeatCount(0).WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)));
        }
    }

    private static void AddPoll<TJob>(IQuartzBuilder quartz, JobKey key, Instant start, Duration poll)
        where TJob : IJob => quartz.AddTrigger<TJob>(trigger => trigger
            .ForJob(key)
            .WithIdentity("poll", $"{key.Group}:{key.Name}")
            .StartAt(start.ToDateTimeOffset())
            .WithSimpleSchedule(schedule => schedule
                .WithInterval(poll.ToTimeSpan())
                .RepeatForever()
                .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount)));

    private static async Task SetAsync(IScheduler scheduler, JobKey job, string name, Instant? at, CancellationToken token)
    {
        var key = new TriggerKey(name, $"{job.Group}:{job.Name}");
        await scheduler.UnscheduleJob(key, token);
        if (at is { } instant)
        {
            var trigger = TriggerBuilder.Create(scheduler.TimeProvider)
                .ForJob(job)
                .WithIdentity(key)
                .StartAt(instant.ToDateTimeOffset())
                .WithSimpleSchedule(schedule => schedule.WithRepeatCount(0).WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
                .Build();
            await scheduler.ScheduleJob(trigger, cancellationToken: token);
        }
    }
}
