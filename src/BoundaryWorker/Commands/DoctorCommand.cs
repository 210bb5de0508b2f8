using System.CommandLine;
using BoundaryWorker.Composition;
using BoundaryWorker.Doctor;
using BoundaryWorker.Doctor.Checks;
using BoundaryWorker.Files;
using BoundaryWorker.Settings;
using BoundaryWorker.Time;
using NodaTime;

namespace BoundaryWorker.Commands;

/// <summary><c>doctor</c>: connects, looks around, and says what is fine and what is to be done. Works beside a running worker.</summary>
internal static class DoctorCommand
{
    private static readonly Option<string?> Mailbox = new("--mailbox") { Description = "That mailbox alone.", HelpName = "ID" };
    private static readonly Option<bool> SendTest = new("--send-test") { Description = "Also sends one message to yourself from each of your addresses, sees what arrives, and removes it again. Replies then come from the address that was written to." };
    private static readonly Option<int> Limit = new("--limit") { Description = "How long to wait for them, in seconds: 5 to 3600.", HelpName = "SECONDS", DefaultValueFactory = _ => 120 };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object a line, for programs." };

    /// <summary>The command.</summary>
    public static Command Create(IClock clock)
    {
        var command = new TaughtCommand(
            "doctor",
            "Connects to your mailboxes, says in plain words what is fine and what is to be done, and makes Held. Sends nothing unless --send-test.",
            "doctor",
            "doctor --mailbox me --send-test") { Mailbox, SendTest, Limit, Json };
        Limit.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && (!int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var seconds) || seconds is < 5 or > 3600))
            {
                result.AddError("--limit is a number of seconds from 5 to 3600.");
            }
        });
        command.SetAction((given, token) => RunAsync(given, clock, token));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult given, IClock clock, CancellationToken token)
    {
        var errors = given.InvocationConfiguration.Error;
        var path = CommonOptions.SettingsPath(given);
        var settings = SettingsFile.Read(path, CommonOptions.Overrides());
        if (settings.Value is not { } good)
        {
            errors.Write(FindingsText.Render(settings.Findings));
            return ExitCode.BrokenFiles;
        }

        var only = given.GetValue(Mailbox);
        var chosen = good.Mailboxes.Select((m, i) => (Settings: m, Place: new SettingPlace(Path.GetFileName(path), settings.Places, i))).Where(m => only is null || m.Settings.Id.Equals(only, StringComparison.OrdinalIgnoreCase)).ToList();
        if (chosen.Count == 0)
        {
            errors.WriteLine($"There is no mailbox with the id {only}. Known: {string.Join(", ", good.Mailboxes.Select(m => m.Id))}.");
            return ExitCode.Usage;
        }

        var output = given.InvocationConfiguration.Output;
        var sections = new List<Section>();
        var asJson = given.GetValue(Json);
        await foreach (var section in SectionsAsync(given, good, chosen, clock, token))
        {
            sections.Add(section);
            await output.WriteAsync(asJson ? DoctorJson.Of(section) : DoctorText.Of(section));
            await output.FlushAsync(token);
        }

        await output.WriteAsync(asJson ? "" : DoctorText.Sum(sections));
        return sections.SelectMany(s => s.Findings).Any(f => f.Kind == FindingKind.ToDo) ? ExitCode.Failed : ExitCode.Done;
    }

    private static async IAsyncEnumerable<Section> SectionsAsync(
        ParseResult given, BoundarySettings settings, IReadOnlyList<(MailboxSettings Settings, SettingPlace Place)> chosen, IClock clock, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
    {
        yield return Files(given, clock);
        var visits = new Visits(settings, id => OwnerInput.Read(given, TextWriter.Null, id), clock);
        foreach (var (mailbox, place) in chosen)
        {
            var sending = given.GetValue(SendTest) ? Duration.FromSeconds(given.GetValue(Limit)) : (Duration?)null;
            await foreach (var section in visits.OfAsync(mailbox, place, sending, given.InvocationConfiguration.Error, token))
            {
                yield return section;
            }
        }
    }

    private static Section Files(ParseResult given, IClock clock)
    {
        var holidays = HolidayData.Load();
        var (findings, _) = new Checker(holidays.Regions, holidays.For).Check(
            CommonOptions.SettingsPath(given), CommonOptions.Overrides(), given.GetValue(CommonOptions.Code), given.GetValue(CommonOptions.Clients), clock.GetCurrentInstant());
        return new Section("Your files", FilesCheck.Of(findings));
    }
}
