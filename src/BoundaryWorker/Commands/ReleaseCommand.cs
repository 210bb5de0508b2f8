using System.CommandLine;
using BoundaryWorker.Composition;
using BoundaryWorker.Pipeline;

namespace BoundaryWorker.Commands;

/// <summary><c>release</c>: gives held mail back at her word. A running worker is asked to do it; where none runs the command does it itself.</summary>
internal static class ReleaseCommand
{
    private const int ShortestId = 4;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var id = new Argument<string?>("ID") { Description = "The id of a held message, as the digest shows it; its beginning is enough.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "Everything that is held." };
        var command = new TaughtCommand(
            "release",
            "Puts held mail back into the inbox at once. What was released so is never held again.",
            "release --all",
            "release 3f2a9c01") { id, all };
        command.Validators.Add(result =>
        {
            if (result.GetValue(all) == (result.GetValue(id) is not null))
            {
                result.AddError("Say which: `release --all`, or `release ID` with the id the digest shows.");
            }
        });
        id.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value.Length: < ShortestId }])
            {
                result.AddError("The beginning of an id must have four characters at least, so that it is meant for one message.");
            }
        });
        command.SetAction((given, token) => RunAsync(given, given.GetValue(id), token));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult given, string? id, CancellationToken token)
    {
        var asked = id is null ? (RequestKind.ReleaseAll, "") : (RequestKind.Release, id);
        var answer = await Errand.RunAsync(given, asked.Item1, asked.Item2, async worker => (await worker.ReleaseAsync(id, token)).ToAnswer(), token);
        if (answer is null)
        {
            return ExitCode.Failed;
        }

        var result = ReleaseResult.Parse(answer);
        var output = given.InvocationConfiguration.Output;
        output.WriteLine((result.Count, result.Failed.Count, id) switch
        {
            (0, 0, null) => "Nothing is held.",
            (0, > 0, null) => "Nothing came back.",
            (0, 0, _) => $"No held message has an id that begins with {id}.",
            (0, _, _) => $"No held message in the other mailboxes has an id that begins with {id}.",
            var (count, _, _) => $"{count} back in the inbox.",
        });
        foreach (var failed in result.Failed)
        {
            given.InvocationConfiguration.Error.WriteLine($"Mailbox {failed.Mailbox} failed: {failed.Why}");
        }

        // A message that was found is back, whatever else failed.
        return (id is null ? result.Failed.Count > 0 : result.Count == 0) ? ExitCode.Failed : ExitCode.Done;
    }
}
