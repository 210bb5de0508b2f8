using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using BoundaryWorker.Core.Time;
using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.Commands;

/// <summary><c>hours</c>: her windows and closures, and why.</summary>
internal static class HoursCommand
{
    // Beyond them there is nothing to plan, and at the ends of the calendar a day more cannot be counted.
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The command.</summary>
    /// <param name="clock">Says which day is today, where no day is given.</param>
    public static Command Create(IClock clock)
    {
        var from = new Option<string?>("--from") { Description = "First local day, like 2026-12-01. Default: today.", HelpName = "DAY" };
        var to = new Option<string?>("--to") { Description = "Last local day, included. Default: 13 days after the first.", HelpName = "DAY" };
        var client = new Option<string?>("--client") { Description = "The windows as they apply to this client, extra hours included.", HelpName = "ID" };
        var mailbox = CommonOptions.Mailbox();
        var json = new Option<bool>("--json") { Description = "One JSON object a line: from, to (ISO 8601, half-open), kind, why." };
        var command = new TaughtCommand(
            "hours",
            "Shows when you work, when not, and why.",
            "hours",
            "hours --from 2026-12-21 --to 2027-01-03",
            "hours --client harbour --json") { from, to, client, mailbox, json };
        command.SetAction(given => Run(given, given.GetValue(from), given.GetValue(to), given.GetValue(client), given.GetValue(mailbox), given.GetValue(json), clock));
        return command;
    }

    private static int Run(ParseResult given, string? from, string? to, string? clientId, string? mailbox, bool json, IClock clock)
    {
        var output = given.InvocationConfiguration.Output;
        var errors = given.InvocationConfiguration.Error;
        if (OwnerInput.Read(given, errors, mailbox) is not { } input)
        {
            return ExitCode.BrokenFiles;
        }

        var zone = input.Code.Owner.Zone;
        var first = Day(from) ?? clock.GetCurrentInstant().InZone(zone).Date;
        var last = Day(to) ?? first.PlusDays(13);
        var client = input.Clients.Clients.FirstOrDefault(c => c.Id == clientId);
        if (Unreadable(from) || Unreadable(to) || last < first || (clientId is not null && client is null))
        {
            errors.WriteLine(Complaint(from, to, clientId, client is not null));
            return ExitCode.Usage;
        }

        var spans = input.Windows.For(client).Spans(StartOfDay(first, zone), StartOfDay(last.PlusDays(1), zone));
        var language = input.Code.Owner.Languages[0];
        var lines = json
            ? HoursListing.Entries(spans, zone, language).Select(e => JsonSerializer.Serialize(e, Json))
            : HoursListing.Lines(spans, zone, language);
        foreach (var line in lines)
        {
            output.WriteLine(line);
        }

        return ExitCode.Done;
    }

    /// <summary>A day that a zone skipped whole (Pacific/Apia, 30 December 2011) begins where the next one does, and has no length.</summary>
    private static Instant StartOfDay(LocalDate day, DateTimeZone zone) =>
        zone.MapLocal(day.AtMidnight()) is { Count: > 0 } midnight ? midnight.First().ToInstant() : zone.MapLocal(day.AtMidnight()).LateInterval.Start;

    private static LocalDate? Day(string? text) =>
        text is not null && LocalDatePattern.Iso.Parse(text) is { Success: true, Value.Year: >= FirstYear and <= LastYear } parsed ? parsed.Value : null;

    private static bool Unreadable(string? text) => text is not null && Day(text) is null;

    private static string Complaint(string? from, string? to, string? client, bool known) =>
        Unreadable(from) ? $"`{from}` is no day: write it like 2026-12-01"
        : Unreadable(to) ? $"`{to}` is no day: write it like 2026-12-01"
        : client is not null && !known ? $"there is no client `{client}` in clients.yaml"
        : "the last day lies before the first: exchange --from and --to";
}
