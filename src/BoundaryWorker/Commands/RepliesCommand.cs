using System.CommandLine;
using BoundaryWorker.Composition;
using BoundaryWorker.Pipeline;

namespace BoundaryWorker.Commands;

/// <summary><c>replies resume</c>: closes the circuit breaker (replies.md A16).</summary>
internal static class RepliesCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var resume = new TaughtCommand(
            "resume",
            "Lets replies go out again after they were paused because of an unusual number of them.",
            "replies resume");
        resume.SetAction(async (given, token) =>
        {
            var answer = await Errand.RunAsync(
                given, RequestKind.ResumeReplies, "", worker => worker.ResumeRepliesAsync(token), token);
            if (answer is not null)
            {
                given.InvocationConfiguration.Output.WriteLine("Replies go out again.");
            }

            return answer is null ? ExitCode.Failed : ExitCode.Done;
        });
        return new TaughtCommand("replies", "Lets paused automatic replies go out again.", "replies resume") { resume };
    }
}
