using System.Globalization;
using BoundaryWorker.Commands;
using BoundaryWorker.Health;
using BoundaryWorker.Jobs;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Settings;
using BoundaryWorker.Testing;
using Microsoft.Extensions.Time.Testing;
using NodaTime.Extensions;
using Quartz;
using Serilog;
using Serilog.Extensions.Logging;

namespace BoundaryWorker.Composition;

/// <summary>The unattended process: logging, timers, wake-ups, and an orderly end.</summary>
internal static class WorkerHost
{
    /// <summary>Runs until it is stopped (0), or dies (1, so that a supervisor starts it again).</summary>
    public static async Task<int> RunAsync(BoundarySettings settings, WorkerClock clock, CancellationToken token)
    {
        await using var log = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", Serilog.Events.LogEventLevel.Warning)
            .MinimumLevel.Override("Quartz", Serilog.Events.LogEventLevel.Warning)
            .WriteTo.Console(formatProvider: CultureInfo.InvariantCulture, outputTemplate: "{Timestamp:yyyy-MM-dd HH:mm:ss zzz} {Level:u3} {Message:lj}{NewLine}{Exception}")
            .CreateLogger();
        using var logs = new SerilogLoggerFactory(log);
        try
        {
            await using var built = await new WorkerFactory(settings, clock.Time.ToClock(), HaltAtStep.FromEnvironment(), logs).BuildAsync(token);
            return await RunAsync(settings, clock, built, log, token);
        }
        catch (LedgerUnavailableException unavailable)
        {
            log.Fatal("{Why}", unavailable.Message);
            return ExitCode.Failed;
        }
    }

    private static async Task<int> RunAsync(BoundarySettings settings, WorkerClock clock, BuiltWorker built, Serilog.ILogger log, CancellationToken token)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSerilog(log);
        builder.Services.AddSingleton(built.Worker);
        builder.Services.AddSingleton(built.Lease);
        builder.Services.AddSingleton<Guarded>();
        builder.Services.AddSingleton(new PurgeAge(settings.Retention));
        builder.Services.AddWorkerHealth(settings, built, clock.Time.ToClock());
        builder.Services.AddQuartz(quartz =>
        {
            quartz.UseTimeProvider(clock.Time);
            Timetable.Add(quartz, built.Worker, settings.Poll, clock.Time.GetUtcNow().ToInstant());
        });
        builder.Services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        builder.Services.AddHostedService<MailboxWatch>();
        if (clock is { Time: FakeTimeProvider fake, DrivenBy: { } file })
        {
            builder.Services.AddHostedService(_ => new DrivenClock(fake, file));
        }

        using var host = builder.Build();
        Announce(settings, log);
        var status = host.Services.GetRequiredService<WorkerStatus>();
        var background = host.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        await built.Lease.TakeAsync(token);
        await host.RunAsync(token);

        // .NET 10 ends a host whose BackgroundService crashed with exit code 0: a supervisor would never start it again.
        var died = status.HasGivenUp || background.Exists(s => s.ExecuteTask is { IsFaulted: true });
        if (settings.ReleaseOnStop && !died)
        {
            await ReleaseAllAsync(built.Worker, log);
        }

        await built.Lease.EndAsync(CancellationToken.None);
        return died ? ExitCode.Failed : ExitCode.Done;
    }

    private static async Task ReleaseAllAsync(Pipeline.Worker worker, Serilog.ILogger log)
    {
        var released = await worker.ReleaseAsync(null, CancellationToken.None);
        log.Information("{Count} held messages were put back, since ReleaseOnStop is set", released.Count);
        foreach (var failed in released.Failed)
        {
            log.Error("What is held in mailbox {Mailbox} could not be put back: {Why}", failed.Mailbox, failed.Why);
        }
    }

    private static void Announce(BoundarySettings settings, Serilog.ILogger log)
    {
        foreach (var mailbox in settings.Mailboxes)
        {
            log.Information(
                "Watching {Mailbox} in {Folder}, mode {Mode}: {Meaning}. Replies and digests go to {Pickup}",
                mailbox.Id,
                mailbox.Imap is { } imap ? $"{imap.Host}:{imap.Port}" : mailbox.MaildirPath,
                mailbox.Mode ?? settings.Mode,
                (mailbox.Mode ?? settings.Mode) switch
                {
                    Core.Deciding.Mode.Observe => "nothing is touched, the digest tells what would have been done",
                    Core.Deciding.Mode.Hold => "messages are held and released, nobody is answered",
                    _ => "messages are held, answered and released",
                },
                mailbox.Smtp is { } smtp ? $"{smtp.Host}:{smtp.Port}" : mailbox.PickupPath);
            if (mailbox.Imap is null)
            {
                log.Information("To try it, put a message as a file into {New}. Stop with Ctrl+C", Path.Combine(mailbox.MaildirPath, "new"));
            }
        }
    }
}
