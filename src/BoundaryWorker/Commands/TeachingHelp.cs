using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace BoundaryWorker.Commands;

/// <summary>The usual help, and below it examples; for the whole program the exit codes too.</summary>
internal sealed class TeachingHelp(HelpAction usual) : SynchronousCommandLineAction
{
    private const string ExitCodes =
        """
        Exit codes:
          0  done
          1  something failed, `check` found an error, `doctor` something to do, or the worker died: whatever supervises it should start it again
          2  the command line says something that cannot be
          3  a file of yours has an error, so nothing was begun
          4  another worker already runs on the same store
        """;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <summary>Puts it in the place of the usual help of all commands.</summary>
    public static void Teach(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new TeachingHelp((HelpAction)help.Action!);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var result = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is TaughtCommand { Examples.Count: > 0 } taught)
        {
            output.WriteLine("Examples:");
            foreach (var example in taught.Examples)
            {
                output.WriteLine($"  {parseResult.RootCommandResult.Command.Name} {example}");
            }

            output.WriteLine();
        }
        else if (parseResult.CommandResult.Command is RootCommand)
        {
            output.WriteLine(ExitCodes.ReplaceLineEndings());
            output.WriteLine();
        }

        return result;
    }
}
