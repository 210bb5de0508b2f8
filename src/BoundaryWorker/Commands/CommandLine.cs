using System.CommandLine;
using NodaTime;

namespace BoundaryWorker.Commands;

/// <summary>All commands, as a table of contents. Without one, <c>run</c>.</summary>
internal static class CommandLine
{
    private const string Introduction =
        """
        BoundaryWorker keeps your working hours for you: client mail that arrives out of hours, or through the wrong channel, gets a kind reply
        that quotes your own rule, waits in Held, and comes back when you work again.

        To begin: `check` your files, see your `hours`, try `demo`, then `run`.
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
            HoursCommand.Create(clock),
            ExplainCommand.Create(clock),
            ReleaseCommand.Create(),
            RepliesCommand.Create(),
            HealthCommand.Create(),
            ExportCommand.Create(clock),
            ForgetCommand.Create(clock),
            SchemasCommand.Create(),
        };
        RunCommand.MakeDefault(root);
        return root;
    }
}
