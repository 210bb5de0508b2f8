using System.CommandLine;
using BoundaryWorker.Demo;

namespace BoundaryWorker.Commands;

/// <summary><c>demo</c>: a scripted weekend in seconds.</summary>
internal static class DemoCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var folder = new Option<string?>("--to") { Description = "An empty folder to leave the mail in. Default: a new temporary one.", HelpName = "DIR" };
        var command = new TaughtCommand(
            "demo",
            "Plays a weekend of a virtual assistant in seconds: what arrives, what is held, who is answered and why. Touches none of your mail.",
            "demo",
            "demo --to a-new-folder") { folder };
        command.SetAction((given, token) => RunAsync(given, given.GetValue(folder), token));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult given, string? folder, CancellationToken token)
    {
        var output = given.InvocationConfiguration.Output;
        var path = folder is null ? Directory.CreateTempSubdirectory("boundaryworker-demo-").FullName : Path.GetFullPath(folder);
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            given.InvocationConfiguration.Error.WriteLine($"{path} is not empty: the demo starts with a fresh mailbox, so name an empty folder.");
            return ExitCode.Usage;
        }

        output.WriteLine("A weekend with Nora Field, who works Monday to Thursday 9:00-12:30 and 13:30-17:00, Friday 9:00-14:00 (London). All names are invented,");
        output.WriteLine("the worker is the real one; only its clock jumps from one event to the next.");
        var sent = await new DemoRun(path, output).PlayAsync(token);
        foreach (var line in Closing(path, sent))
        {
            output.WriteLine(line);
        }

        return ExitCode.Done;
    }

    private static IEnumerable<string> Closing(string path, IReadOnlyList<DemoSent> sent)
    {
        var (files, recipients) = (sent.Max(s => s.File.Length), sent.Max(s => s.To.Length));
        yield return "";
        yield return $"Everything lies in {path}";
        yield return "  code.yaml, clients.yaml: her rules and her clients";
        yield return "  mail: her mailbox, a Maildir";
        yield return "  outbox: what went out; each file opens in any mail program or editor";
        foreach (var message in sent)
        {
            yield return $"    {message.File.PadRight(files)}  {message.Kind,-6}  {message.To.PadRight(recipients)}  {message.Subject}";
        }
    }
}
