using System.Globalization;
using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Tests.Time;
using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.Tests.Deciding;

/// <summary>
/// A golden case of deciding, three parts with <c>---</c> between them: settings (<c>arrival</c>, and what differs from <see cref="Fixtures"/> and
/// from an empty history), the message, and the decision in words. The first line says what it shows.
/// </summary>
internal sealed class DecideCase
{
    public const string Topic = "decide";
    private static readonly OffsetDateTimePattern Stamp = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<m>");

    private readonly ILookup<string, string> _settings;
    private readonly string _message;

    private DecideCase(ILookup<string, string> settings, string message, string expected) => (_settings, _message, Expected) = (settings, message, expected);

    /// <summary>The third part.</summary>
    public string Expected { get; }

    public static DecideCase Read(string name)
    {
        var parts = File.ReadAllText(Path.Combine(Cases.Folder(Topic), name + ".case")).Split("\n---\n");
        var settings = parts[0].Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(':', 2, StringSplitOptions.TrimEntries));
        return new DecideCase(settings.ToLookup(l => l[0], l => l[1]), parts[1], parts.Length > 2 ? parts[2].TrimEnd('\n') : "");
    }

    /// <summary>The decision in the words of the third part.</summary>
    public string Decided()
    {
        var message = Message();
        var situation = Situation();
        var now = At("now") ?? message.Received + Duration.FromMinutes(1);
        var kind = Classifier.Classify(message, situation);
        Assert.Equal(message.Author?.Key ?? "", HistoryQueries.For(message, kind, situation, now).Person);
        return Words(Decider.Decide(message, kind, situation, History(), now));
    }

    /// <summary>One decision in words, times in her zone.</summary>
    public static string Words(Decision decision) => string.Join('\n', Lines(decision));

    private static IEnumerable<string> Lines(Decision decision)
    {
        yield return decision.Row == decision.HoldRow ? $"row {decision.Row}" : $"row {decision.Row}, hold by row {decision.HoldRow}";
        yield return decision.Hold.Until is { } until ? $"hold until {Text(until)}" : "no hold";
        foreach (var because in decision.Hold.Reasons)
        {
            yield return "    " + Text(because);
        }

        yield return decision.Reply.Answer is { } answer
            ? $"reply {answer.Kind} to {answer.To}, rules {string.Join(' ', answer.Rules)}, key {answer.Key.Person} {answer.Key.Scope} {answer.Key.ClientId}"
            : "no reply";
        foreach (var because in decision.Reply.Reasons)
        {
            yield return "    " + Text(because);
        }

        yield return "broken: " + string.Join(' ', decision.BrokenRules.DefaultIfEmpty("none"));
        (string Name, bool Is)[] flags =
            [("urgent", decision.IsUrgent), ("uses the allowance", decision.UsesUrgentAllowance), ("possible forgery", decision.IsPossibleForgery), ("offers the Code", decision.OffersCode)];
        foreach (var (name, _) in flags.Where(f => f.Is))
        {
            yield return name;
        }
    }

    private static string Text(Because because) => $"{ReasonTable.Id(because.Reason)} {because.Reason} {because.Evidence}".TrimEnd();

    private static string Text(Instant at) => Stamp.Format(at.InZone(Fixtures.Warsaw).ToOffsetDateTime());

    private IncomingMessage Message() => PlainMessage.Read(_message, At("arrival")!.Value) with
    {
        Sent = At("sent"),
        Invitation = One("invitation") is { } invitation ? InvitationOf(invitation.Split(' ')) : null,
        Flags = One("flags") is { } flags ? Enum.Parse<MessageFlags>(flags) : MessageFlags.None,
        FlaggedAsSpam = One("spam") is not null,
    };

    private static Invitation InvitationOf(string[] words)
    {
        var values = words.Skip(1).Select(w => w.Split('=', 2)).ToLookup(w => w[0], w => w[1]);
        return new Invitation
        {
            Method = words[0],
            Uid = values["uid"].Single(),
            Sequence = long.Parse(values["sequence"].SingleOrDefault() ?? "0", CultureInfo.InvariantCulture),
            RecurrenceId = values["recurrence"].SingleOrDefault(),
            Organizer = EmailAddress.TryParse(values["organizer"].SingleOrDefault()),
            Occurrences = [.. values["at"].Select(Interval)],
        };
    }

    private Situation Situation()
    {
        var clients = Fixtures.Clients().Select(c => c with { Lift = [.. _settings[c.Id + ".lift"]] }).ToList();
        var strangers = One("strangers") is { } policy ? Enum.Parse<StrangerPolicy>(policy) : StrangerPolicy.Leave;
        return Fixtures.Situation(Code(), new ClientBook(clients, strangers)) with
        {
            Trust = One("trust") is { } host ? TrustPolicy.Of(host) : TrustPolicy.None,
            Busy = [.. _settings["busy"].Select(Interval)],
            IsRenumbered = One("renumbered") is not null,
        };
    }

    private BoundaryCode Code()
    {
        var code = Fixtures.Studio();
        var weekly = One("hours") == "none" ? Core.Time.WeeklyHours.None : code.Hours.Weekly;
        return code with
        {
            Hours = code.Hours with
            {
                Weekly = weekly,
                Open = weekly == code.Hours.Weekly ? code.Hours.Open : [],
                PassUnder = Minutes("pass_under") ?? code.Hours.PassUnder,
                ReplyFrom = Minutes("reply_from") ?? code.Hours.ReplyFrom,
                Closed = [.. code.Hours.Closed, .. _settings["leave"].Select(Leave)],
            },
            MaxHold = Minutes("max_hold") ?? code.MaxHold,
            HoldThroughLeave = One("hold_through_leave") is not null,
            Rules = [.. code.Rules.Where(r => !_settings["without_rule"].Contains(r.Id)), .. _settings["answered_matter"].Select(Fixtures.Answering)],
            Channels = [.. code.Channels.Where(c => !_settings["without_channel"].Contains(c.Id))],
            Replies = code.Replies with { AnswerWhenCc = One("to_cc") is not null },
        };
    }

    private History History() => new()
    {
        AnsweredInWindow = At("answered"),
        ClientRepliesInWindow = Number("client_in_window"),
        RulesAnsweredToday = [.. _settings["rule_today"]],
        EventAnswered = One("event_answered") is not null,
        UrgentUsed = Number("urgent_used"),
        OwnerWroteToPerson = At("she_wrote"),
        OwnerWroteInThread = At("she_wrote_in_thread"),
        RepliesLastHour = Number("last_hour"),
        RepliesToPersonLastDay = Number("person_day"),
        RepliesToClientLastDay = Number("client_day"),
        RepliesToClientLastWeek = Number("client_week"),
        BreakerOpen = One("breaker") is not null,
        Bounced = At("bounced"),
        HostAnswers = One("host_answers") is not null,
        IsOwnMessageId = One("own_message_id") is not null,
        ReturnedReply = One("returned"),
        ReleasedByHand = One("released") is not null,
    };

    private string? One(string key) => _settings[key].SingleOrDefault();

    private Instant? At(string key) => One(key) is { } text ? Stamp.Parse(text).Value.ToInstant() : null;

    private int Number(string key) => int.Parse(One(key) ?? "0", CultureInfo.InvariantCulture);

    private Duration? Minutes(string key) => One(key) is { } text ? Duration.FromMinutes(double.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture)) : null;

    private static Interval Interval(string text)
    {
        var ends = text.Split('/');
        return new Interval(Stamp.Parse(ends[0]).Value.ToInstant(), Stamp.Parse(ends[1]).Value.ToInstant());
    }

    private static Core.Time.Closure Leave(string text)
    {
        var days = text.Split('/').Select(d => LocalDatePattern.Iso.Parse(d).Value).ToList();
        return Fixtures.Leave(days[0], days[1]);
    }
}
