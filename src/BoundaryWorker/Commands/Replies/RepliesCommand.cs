using System.CommandLine;
using BoundaryWorker.Composition;
using BoundaryWorker.Pipeline;
using NodaTime;

namespace BoundaryWorker.Commands.Replies;

/// <summary><c>replies</c>: what clients get, shown before they do, and let go on after a pause.</summary>
internal static class RepliesCommand
{
    /// <summary>The command.</summary>
    /// <param name="clock">From when on an occasion for a sample is looked for.</param>
    public static Command Create(IClock clock) => new TaughtCommand(
        "replies",
        "Shows what clients are answered, and lets paused replies go out again.",
        "replies preview --client harbour --rule 1.1",
        "replies resume")
    {
        PreviewCommand.Create(clock),
        TestCommand.Create(clock),
        Resume(),
    };

    /// <summary>Closes the circuit breaker (replies.md A16).</summary>
    private static TaughtCommand Resume()
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
        return resume;
    }
}
