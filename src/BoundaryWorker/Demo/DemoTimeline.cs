using System.Globalization;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Settings;
using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.Demo;

/// <summary>Prints what happens, as it happens: one line an arrival with what was decided and why, one a reply, digest and release.</summary>
internal sealed class DemoTimeline(TextWriter output, DateTimeZone zone)
{
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("dddd d MMMM uuuu");
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("ddd HH:mm");

    private readonly Dictionary<MessageKey, MessageState> _states = [];
    private readonly HashSet<ReplyKey> _replies = [];
    private LocalDate? _day;

    /// <summary>A message arrived.</summary>
    public void Arrived(Instant at, DemoMail mail) =>
        Line(at, "<-", $"{mail.From[(mail.From.LastIndexOf('<') + 1)..].TrimEnd('>')}: {mail.Subject}");

    /// <summary>Prints what changed since the last call.</summary>
    public void Decided(Instant now, IReadOnlyList<(MessageRecord Message, ReplyRecord? Reply)> entries)
    {
        foreach (var (message, reply) in entries)
        {
            if (!_states.TryGetValue(message.Key, out var before))
            {
                Line(now, "  ", Verdict(message, reply));
            }

            if (reply is { State: ReplyState.Sent } && _replies.Add(reply.Key))
            {
                Line(now, "->", $"reply to {reply.Key.Person}, {Rules(reply.Rules)}");
            }

            if (before == MessageState.Held && message.State == MessageState.Released)
            {
                Line(now, "<=", $"back in the inbox: {message.Subject}");
            }

            _states[message.Key] = message.State;
        }
    }

    /// <summary>The digest went out.</summary>
    public void Digest(Instant at) => Line(at, "->", "the morning digest");

    /// <summary>Where everything can be opened.</summary>
    public void End(string folder, BoundarySettings settings)
    {
        output.WriteLine();
        output.WriteLine($"The replies and the digest: {Path.GetRelativePath(folder, settings.Mailboxes[0].PickupPath!)}{Path.DirectorySeparatorChar}*.eml");
        output.WriteLine($"The mailbox: {Path.GetRelativePath(folder, settings.Mailboxes[0].MaildirPath)}{Path.DirectorySeparatorChar}");
    }

    private string Verdict(MessageRecord message, ReplyRecord? reply)
    {
        var hold = message.Decision.Hold.Until is { } until
            ? $"held until {Moment.Format(until.InZone(zone).LocalDateTime)}"
            : "stays in the inbox";
        var answer = reply is not null ? "answered" : "not answered";
        var why = message.Decision.Reasons.Select(b => ReasonTable.Text(b, "en")).Distinct();
        return $"{hold}, {answer}: {string.Join("; ", why)}";
    }

    private static string Rules(IReadOnlyList<string> rules) => rules.Count switch
    {
        0 => "no rule quoted",
        1 => $"quotes rule {rules[0]}",
        _ => $"quotes rules {string.Join(", ", rules)}",
    };

    private void Line(Instant at, string sign, string text)
    {
        var local = at.InZone(zone).LocalDateTime;
        if (_day != local.Date)
        {
            _day = local.Date;
            output.WriteLine();
            output.WriteLine(Day.Format(local.Date));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {local.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture)}  {sign}  {text}"));
    }
}
