using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Settings;
using BoundaryWorker.Store;
using NodaTime;

namespace BoundaryWorker.Health;

/// <summary>
/// <c>/metrics</c>. What is counted out of the ledger covers what is kept there (Retention), so it outlives a restart and shrinks with a purge.
/// </summary>
internal sealed class Metrics(WorkerStatus status, LastLooks looks, Readiness ready, Heartbeat heartbeat, SqliteLedger ledger, BoundarySettings settings, IClock clock)
{
    private const string Prefix = "boundaryworker_";

    /// <summary>Seconds: a glance, a poll, a quarter of an hour, an outage.</summary>
    private static readonly double[] VisibleBounds = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 900, 3600, 14400];

    /// <summary>All metrics, or null where the store cannot be read.</summary>
    public async Task<string?> WriteAsync(CancellationToken token)
    {
        try
        {
            var text = new MetricsText();
            var answer = await ready.AskAsync(token);
            text.Gauge($"{Prefix}info", "What runs.", new Sample(1, ("version", Version), ("mode", answer.Mode)));
            text.Gauge($"{Prefix}ready", "1: /health/ready says ready.", new Sample(answer.Problems.Count == 0 ? 1 : 0));
            WriteProcess(text);
            WriteLooks(text, await looks.AllAsync(token));
            WriteLedger(text, await ledger.FiguresAsync(clock.GetCurrentInstant(), token));
            return text.ToString();
        }
        catch (LedgerUnavailableException)
        {
            return null;
        }
    }

    private static string Version => typeof(Metrics).Assembly.GetName().Version?.ToString(3) ?? "";

    private void WriteProcess(MetricsText text)
    {
        var counts = status.Counts;
        text.Counter($"{Prefix}rounds_total", "Rounds completed since the start.", new Sample(counts.Rounds));
        text.Counter($"{Prefix}rounds_failed_total", "Rounds that failed as a whole since the start.", new Sample(counts.Failed));
        text.Counter($"{Prefix}heartbeats_total", "Heartbeats that arrived since the start.", new Sample(heartbeat.Arrived));
        text.Counter($"{Prefix}heartbeats_failed_total", "Heartbeats that did not arrive since the start.", new Sample(heartbeat.Failed));
    }

    private static void WriteLooks(MetricsText text, IReadOnlyList<(string Mailbox, Instant? At)> all) => text.Gauge(
        $"{Prefix}last_look_timestamp_seconds",
        "When the mailbox was last looked at completely.",
        all.Where(l => l.At is not null).Select(l => new Sample(l.At!.Value.ToUnixTimeMilliseconds() / 1000.0, ("mailbox", l.Mailbox))));

    private void WriteLedger(MetricsText text, Figures figures)
    {
        text.Gauge($"{Prefix}held", "Messages in Held now.", settings.Mailboxes.Select(m => Of(m.Id, figures.Messages.Where(f => f.Name == nameof(MessageState.Held)))));
        text.Gauge($"{Prefix}held_overdue", "Messages in Held whose release time has passed.", settings.Mailboxes.Select(m => Of(m.Id, figures.Overdue)));
        text.Gauge($"{Prefix}messages", "Messages in the records, by what became of them.", figures.Messages.Select(ByState));
        text.Gauge($"{Prefix}messages_failed", "Messages in the records whose last step failed.", settings.Mailboxes.Select(m => Of(m.Id, figures.Failures)));
        text.Gauge($"{Prefix}replies", "Replies in the records, by what became of them.", figures.Replies.Select(ByState));
        text.Gauge(
            $"{Prefix}unanswered",
            "Messages in the records that were not answered, by reason and by the id of the rule of mail etiquette.",
            figures.Unanswered.Select(f => new Sample(f.Count, ("reason", f.Name), ("id", IdOf(f.Name)))));
        text.Gauge($"{Prefix}replies_paused", "1: an unusual number of replies paused them all.", new Sample(figures.RepliesPaused ? 1 : 0));
        text.Histogram($"{Prefix}visible_seconds", "How long held messages were visible before they were moved.", VisibleBounds, [.. figures.Visible.Select(v => v.TotalSeconds)]);
    }

    private static Sample Of(string mailbox, IEnumerable<Figure> figures) => new(figures.Where(f => f.Mailbox == mailbox).Sum(f => f.Count), ("mailbox", mailbox));

    private static Sample ByState(Figure figure) => new(figure.Count, ("mailbox", figure.Mailbox), ("state", figure.Name));

    private static string IdOf(string reason) => Enum.TryParse<Reason>(reason, out var known) ? ReasonTable.Id(known) : "";
}
