using System.CommandLine;
using BoundaryWorker.Files;
using BoundaryWorker.Time;
using NodaTime;

namespace BoundaryWorker.Commands;

/// <summary><c>check</c>: validates all three files.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    /// <param name="clock">For what is over by now.</param>
    public static Command Create(IClock clock)
    {
        var command = new TaughtCommand(
            "check",
            "Reads your settings, your Code and your clients file, and tells every mistake at once: file, line, column, and what would be right.",
            "check",
            "check --code code.yaml --clients clients.yaml");
        command.SetAction(given =>
        {
            var holidays = HolidayData.Load();
            var (findings, exitCode) = new Checker(holidays.Regions, holidays.For).Check(
                CommonOptions.SettingsPath(given),
                CommonOptions.Overrides(),
                given.GetValue(CommonOptions.Code),
                given.GetValue(CommonOptions.Clients),
                clock.GetCurrentInstant());
            given.InvocationConfiguration.Output.Write(FindingsText.Render(findings));
            return exitCode;
        });
        return command;
    }
}
