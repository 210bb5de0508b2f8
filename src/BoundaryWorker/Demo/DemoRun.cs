using BoundaryWorker.Composition;
using BoundaryWorker.Pipeline;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Extensions;

namespace BoundaryWorker.Demo;

/// <summary>
/// The same worker and path as <c>run</c>, on the scripted weekend: a clock that jumps from one event to the next, a fresh Maildir, pickup folder and
/// SQLite file in one folder.
/// </summary>
internal sealed class DemoRun(string folder, TextWriter output)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    private readonly FakeTimeProvider _time = new(ToInstant(DemoScript.Start).ToDateTimeOffset());
    private readonly string _outbox = DemoFiles.Outbox(folder);
    private readonly DemoTimeline _timeline = new(output, Zone);

    private int _digests;

    /// <summary>Plays the weekend.</summary>
    /// <returns>What went out.</returns>
    public async Task<IReadOnlyList<DemoSent>> PlayAsync(CancellationToken token)
    {
        var settings = await DemoFiles.WriteAsync(folder, token);
        await using var built = await new WorkerFactory(settings, _time.ToClock(), new NoSteps(), NullLoggerFactory.Instance).BuildAsync(token);
        var next = await RoundAsync(built, token);
        for (var number = 0; number < DemoScript.Mails.Count; number++)
        {
            var mail = DemoScript.Mails[number];
            next = await AdvanceAsync(built, ToInstant(mail.At), next, token);
            _timeline.Arrived(ToInstant(mail.At), mail);
            await DemoFiles.DeliverAsync(settings, mail, ToInstant(mail.At), number + 1, token);
            next = await RoundAsync(built, token);
        }

        await AdvanceAsync(built, ToInstant(DemoScript.End), next, token);
        return await DemoOutbox.NameAsync(_outbox, token);
    }

    /// <summary>Lets every opening, release and digest up to that instant happen at its own time.</summary>
    private async Task<Instant?> AdvanceAsync(BuiltWorker built, Instant until, Instant? next, CancellationToken token)
    {
        while (next <= until)
        {
            _time.SetUtcNow(next.Value.ToDateTimeOffset());
            next = await RoundAsync(built, token);
        }

        _time.SetUtcNow(until.ToDateTimeOffset());
        return next;
    }

    private async Task<Instant?> RoundAsync(BuiltWorker built, CancellationToken token)
    {
        var result = await built.Worker.RoundAsync(token);
        _timeline.Decided(Now, await built.Ledger.SinceAsync(ToInstant(DemoScript.Start), token));
        if (await DemoOutbox.DigestsAsync(_outbox, token) is var digests && digests > _digests)
        {
            _digests = digests;
            _timeline.Digest(Now, DemoFiles.Owner);
        }

        return new[] { result.NextDue, result.NextOpening, result.NextDigest }.Where(i => i > Now).Min();
    }

    private Instant Now => _time.GetUtcNow().ToInstant();

    private static Instant ToInstant(LocalDateTime local) => local.InZoneStrictly(Zone).ToInstant();
}
