using System.CommandLine;
using BoundaryWorker.Core.Replies;
using BoundaryWorker.Mail.Writing;
using NodaTime;

namespace BoundaryWorker.Commands.Replies;

/// <summary><c>replies preview</c>: the replies as a client would get them, as mail and as a page to look at in a browser. Sends nothing.</summary>
internal static class PreviewCommand
{
    /// <summary>The command.</summary>
    public static Command Create(IClock clock)
    {
        var samples = new Samples();
        var folder = new Option<string>("--out") { Description = "The folder for the files.", HelpName = "DIR", DefaultValueFactory = _ => "reply-preview" };
        var command = new TaughtCommand(
            "preview",
            "Shows each reply that a client would get, at its first and its later stage, and writes it as .eml and .html. Sends nothing.",
            "replies preview --client harbour",
            "replies preview --client harbour --rule 1.1 --lang pl --out preview")
        {
            samples.Client, samples.Rule, samples.Language, samples.Subject, folder,
        };
        command.SetAction((given, token) => RunAsync(given, samples.Compose(given, clock.GetCurrentInstant()), given.GetRequiredValue(folder), token));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult given, SampleResult result, string folder, CancellationToken token)
    {
        if (result.Replies.Count == 0)
        {
            if (result.Why is not null)
            {
                given.InvocationConfiguration.Error.WriteLine(result.Why);
            }

            return result.Code;
        }

        Directory.CreateDirectory(folder);
        var all = true;
        foreach (var (sample, composed) in result.Replies)
        {
            var (message, whyNot) = composed;
            var (bytes, unwritable) = message is null ? (null, whyNot) : new MimeWriter().Write(message);
            all &= bytes is not null;
            var output = given.InvocationConfiguration.Output;
            output.WriteLine($"--- {Name(sample)}{(message is null ? "" : $" ({message.Language})")}");
            if (message is null || bytes is null)
            {
                output.WriteLine($"Not sent: {whyNot ?? unwritable}\n");
                continue;
            }

            var path = Path.Combine(folder, $"{Name(sample)}.{message.Language}");
            await File.WriteAllBytesAsync($"{path}.eml", bytes.Bytes, token);
            await File.WriteAllTextAsync($"{path}.html", message.Html ?? "", token);
            output.WriteLine($"To: {message.To.Bare}\nSubject: {message.Subject}\n\n{message.Text.TrimEnd()}\n\n({path}.eml, {path}.html)\n");
        }

        return all ? ExitCode.Done : ExitCode.Failed;
    }

    private static string Name(SampleReply sample) =>
        $"{sample.Rule.Id}-{ReplyComposer.Template(sample.Kind)["reply-".Length..]}-{(sample.IsFirst ? "first" : "later")}";
}
