using System.CommandLine;
using BoundaryWorker.Commands.Explain;
using BoundaryWorker.Composition;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Settings;
using NodaTime;

namespace BoundaryWorker.Commands;

/// <summary><c>explain</c>: what would be done with .eml files, and why.</summary>
internal static class ExplainCommand
{
    /// <summary>The command.</summary>
    /// <param name="clock">The arrival, where none is given.</param>
    public static Command Create(IClock clock)
    {
        var files = new Argument<string[]>("FILE|DIR") { Description = "Messages as files, or folders of them.", Arity = ArgumentArity.OneOrMore };
        var received = new Option<string?>("--received") { Description = "When it arrived, like 2026-11-24T21:30 in your zone, or with an offset: 2026-11-24T21:30+01:00. Default: now.", HelpName = "INSTANT" };
        var envelope = new Option<string?>("--envelope-from") { Description = "The envelope sender; \"<>\" for the empty one. Default: the Return-Path field.", HelpName = "ADDRESS" };
        var trust = new Option<string?>("--trust") { Description = "The host whose Authentication-Results are believed.", HelpName = "AUTHSERV-ID" };
        var suppose = new Option<string?>("--suppose") { Description = "client: every sender is a client's; addressed: every recipient is you; closed: it arrives out of hours.", HelpName = "client,addressed,closed" };
        var mailbox = CommonOptions.Mailbox();
        var json = new Option<bool>("--json") { Description = "One JSON object a line." };
        var command = new TaughtCommand(
            "explain",
            "Tells what would be done with these messages and why, each by itself as just arrived, as if in enforce. Touches nothing.",
            "explain message.eml",
            "explain message.eml --received 2026-11-29T21:30",
            "explain folder-of-messages --suppose client,addressed,closed --json")
        {
            files, received, envelope, trust, suppose, mailbox, json,
        };
        command.SetAction(given =>
        {
            if (OwnerInput.Read(given, given.InvocationConfiguration.Error, given.GetValue(mailbox)) is not { } input)
            {
                return ExitCode.BrokenFiles;
            }

            var (options, errors) = ExplainOptions.Parse(
                given.GetValue(received), given.GetValue(envelope), given.GetValue(trust), given.GetValue(suppose), input.Code.Owner.Zone, clock.GetCurrentInstant(), UsualTrust(given, given.GetValue(mailbox)));
            if (options is null)
            {
                given.InvocationConfiguration.Error.WriteLine(string.Join('\n', errors));
                return ExitCode.Usage;
            }

            return Print(given, new Explainer(input.Code, input.Clients, input.Windows, options).Explain(given.GetRequiredValue(files)), new Printing(input, given.GetValue(json)));
        });
        return command;
    }

    private static int Print(ParseResult given, IEnumerable<ExplainedFile> results, Printing how)
    {
        var output = given.InvocationConfiguration.Output;
        foreach (var line in results.SelectMany(how.Lines))
        {
            output.WriteLine(line);
        }

        return ExitCode.Done;
    }

    /// <summary>The trust of that mailbox, else of the first that shares the Code, else of the first; nothing where there are no settings.</summary>
    private static TrustPolicy UsualTrust(ParseResult given, string? mailbox)
    {
        var all = SettingsFile.Read(CommonOptions.SettingsPath(given), CommonOptions.Overrides()).Value?.Mailboxes ?? [];
        var meant = mailbox is null ? all.FirstOrDefault(m => m.Code is null) ?? (all is [var first, ..] ? first : null) : all.FirstOrDefault(m => m.Id.Equals(mailbox, StringComparison.OrdinalIgnoreCase));
        return WorkerFactory.TrustOf(meant?.Trust);
    }

    private sealed class Printing(OwnerInput input, bool json)
    {
        private readonly ExplainedJson _json = new(input.Code.Owner);
        private readonly ExplainedText _text = new(input.Code.Owner);

        public IEnumerable<string> Lines(ExplainedFile file) => json ? [_json.Line(file)] : _text.Lines(file);
    }
}
