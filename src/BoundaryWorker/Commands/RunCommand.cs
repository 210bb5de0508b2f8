using System.CommandLine;
using BoundaryWorker.Composition;
using BoundaryWorker.Files;
using BoundaryWorker.Settings;
using BoundaryWorker.Testing;

namespace BoundaryWorker.Commands;

/// <summary><c>run</c>, the default: the unattended worker.</summary>
internal static class RunCommand
{
    private static readonly Option<string?> Clock = new("--clock")
    {
        Description = "For tests: a file with the instant to be taken for now.",
        Hidden = true,
        Recursive = true,
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new TaughtCommand(
            "run",
            "Watches the mailboxes until it is stopped (Ctrl+C, SIGTERM). This is what happens without a command, too.",
            "run",
            "run --settings my-settings.json");
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>Runs where no command is given.</summary>
    public static void MakeDefault(RootCommand root)
    {
        root.Options.Add(Clock);
        root.SetAction(RunAsync);
    }

    private static async Task<int> RunAsync(ParseResult given, CancellationToken token)
    {
        var errors = given.InvocationConfiguration.Error;
        var path = CommonOptions.SettingsPath(given);
        var settings = SettingsFile.Read(path, CommonOptions.Overrides());
        if (settings.Value is not { } good)
        {
            errors.Write(FindingsText.Render(settings.Findings));
            return ExitCode.BrokenFiles;
        }

        using var alone = RunLock.TryTake(good.Store.Sqlite);
        if (alone is null)
        {
            errors.WriteLine($"Another BoundaryWorker already works with {good.Store.Sqlite}. Stop it first, or give this one a store of its own (Boundary:Store:Sqlite).");
            return ExitCode.AlreadyRunning;
        }

        var files = good.Files with
        {
            Code = given.GetValue(CommonOptions.Code) is { } code ? Path.GetFullPath(code) : good.Files.Code,
            Clients = given.GetValue(CommonOptions.Clients) is { } clients ? Path.GetFullPath(clients) : good.Files.Clients,
        };
        return await WorkerHost.RunAsync(good with { Files = files }, ClockFrom(given.GetValue(Clock)), token);
    }

    private static WorkerClock ClockFrom(string? file) =>
        file is null ? new WorkerClock(TimeProvider.System, null) : new WorkerClock(DrivenClock.StartingFrom(file), file);
}

/// <summary>The clock a worker lives by.</summary>
/// <param name="Time">The clock of hours, timers and Quartz.</param>
/// <param name="DrivenBy">The file that drives it, or null for the machine's clock.</param>
internal sealed record WorkerClock(TimeProvider Time, string? DrivenBy);
