using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using BoundaryWorker.Commands.Replies;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Commands;

/// <summary>All commands, as a table of contents. Without one, <c>run</c>.</summary>
internal static class CommandLine
{
    private const string Introduction =
        """
        BoundaryWorker keeps your working hours for you: client mail that arrives out of hours, or through the wrong channel, gets a kind reply
        that quotes your own rule, waits in Held, and comes back when you work again.

        To begin: `check` your files, let `doctor` look around, see your `hours`, try `demo`, then `run`.
        """;

    /// <summary>The root.</summary>
    public static RootCommand Root(IClock clock)
    {
        var root = new RootCommand(Introduction)
        {
            CommonOptions.Settings,
            CommonOptions.Code,
            CommonOptions.Clients,
            RunCommand.Create(),
            DemoCommand.Create(),
            CheckCommand.Create(clock),
            DoctorCommand.Create(clock),
            HoursCommand.Create(clock),
            ExplainCommand.Create(clock),
            ReleaseCommand.Create(),
            RepliesCommand.Create(clock),
            HealthCommand.Create(),
            ExportCommand.Create(clock),
            ForgetCommand.Create(clock),
            SchemasCommand.Create(),
        };
        RunCommand.MakeDefault(root);
        TeachingHelp.Teach(root);
        return root;
    }

    /// <summary>Does what was typed; what cannot be is said in a line or two, with the way to the help rather than all of it.</summary>
    public static async Task<int> InvokeAsync(IReadOnlyList<string> args, IClock clock)
    {
        var given = Root(clock).Parse(args);
        // The host of `run` hears SIGTERM and Ctrl+C itself and takes the time an orderly end needs, so the command line does not.
        var invocation = new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false };
        if (given.Action is not ParseErrorAction mistyped)
        {
            return await DoAsync(given, invocation);
        }

        mistyped.ShowHelp = false;
        await given.InvokeAsync(invocation);
        await invocation.Error.WriteLineAsync($"More: {HelpOf(given.CommandResult)}");
        return ExitCode.Usage;
    }

    private static async Task<int> DoAsync(ParseResult given, InvocationConfiguration invocation)
    {
        try
        {
            return await given.InvokeAsync(invocation);
        }
        catch (Exception foreseen) when (foreseen is LedgerUnavailableException or MailboxUnavailableException)
        {
            // Both are written for her: what happened, where, what to do.
            await invocation.Error.WriteLineAsync(foreseen.Message);
            return ExitCode.Failed;
        }
    }

    private static string HelpOf(CommandResult result)
    {
        var name = result.Parent is CommandResult ? $" {result.Command.Name}" : "";
        for (var above = result.Parent; above is CommandResult { Parent: CommandResult } command; above = command.Parent)
        {
            name = $" {command.Command.Name}{name}";
        }

        return $"BoundaryWorker{name} --help";
    }
}
