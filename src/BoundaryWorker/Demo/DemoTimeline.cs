using System.Globalization;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.Demo;

/// <summary>Prints what happens, as it happens: what arrives, what becomes of it and why, each reply, the digest, each return to the inbox.</summary>
internal sealed class DemoTimeline(TextWriter output, DateTimeZone zone)
{
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("dddd d MMMM uuuu");
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("dddd H:mm");
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private readonly Dictionary<MessageKey, MessageState> _states = [];
    private readonly HashSet<ReplyKey> _replies = [];
    private LocalDate? _day;
    private LocalTime? _time;

    /// <summary>A message arrived.</summary>
    public void Arrived(Instant at, DemoMail mail)
    {
        _time = null;
        Line(at, "arrives", $"{mail.Sender}: {mail.Subject}");
    }

    /// <summary>Prints what changed since the last call.</summary>
    public void Decided(Instant now, IReadOnlyList<(MessageRecord Message, ReplyRecord? Reply)> entries)
    {
        foreach (var (message, reply) in entries)
        {
            var isNew = !_states.TryGetValue(message.Key, out var before);
            if (isNew)
            {
                Verdict(now, message, answered: reply is not null);
            }

            if (reply is { State: ReplyState.Sent } && _replies.Add(reply.Key))
            {
                Line(now, "answered", Answer(message, reply));
            }

            if (before == MessageState.Held && message.State == MessageState.Released)
            {
                Line(now, "back", $"in the inbox, unread and unchanged: {message.Person}: {message.Subject}");
            }

            _states[message.Key] = message.State;
        }
    }

    /// <summary>The digest went out.</summary>
    public void Digest(Instant at, string owner) => Line(at, "digest", $"to {owner}: what waited, who was answered and who not, and why");

    private void Verdict(Instant now, MessageRecord message, bool answered)
    {
        var (hold, reply) = (message.Decision.Hold, message.Decision.Reply);
        Line(now, hold.IsHeld ? "held" : "stays", hold.Until is { } until
            ? $"until {Moment.Format(until.InZone(zone).LocalDateTime)}: {Words(hold.Reasons)}"
            : $"in the inbox: {Words(hold.Reasons)}");
        if (!answered)
        {
            var further = reply.Reasons.Except(hold.Reasons).ToList();
            Line(now, "silent", further.Count > 0 ? $"nobody is answered: {Words(further)}" : "nobody is answered");
        }
    }

    private static string Answer(MessageRecord message, ReplyRecord reply)
    {
        var rules = reply.Rules.Count > 0 ? $"with rule {string.Join(" and rule ", reply.Rules)}" : "without a rule";
        var further = message.Decision.Reply.Reasons.Where(r => r.Reason != Reason.RuleBroken).Except(message.Decision.Hold.Reasons).ToList();
        return further.Count > 0 ? $"{rules}: {Words(further)}" : rules;
    }

    private static string Words(IEnumerable<Because> reasons) => string.Join("; ", reasons.Select(b => ReasonTable.Text(b, "en")).Distinct());

    private void Line(Instant at, string what, string text)
    {
        var local = at.InZone(zone).LocalDateTime;
        if (_day != local.Date)
        {
            (_day, _time) = (local.Date, null);
            output.WriteLine();
            output.WriteLine(Day.Format(local.Date));
        }

        var clock = _time == local.TimeOfDay ? "" : Clock.Format(local.TimeOfDay);
        _time = local.TimeOfDay;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {clock,-5}  {what,-8}  {text}"));
    }
}
