using System.CommandLine;
using BoundaryWorker.Composition;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Replies;
using BoundaryWorker.Files;
using BoundaryWorker.Mail.Writing;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Settings;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace BoundaryWorker.Commands.Replies;

/// <summary>
/// <c>replies test</c>: one sample reply, sent to herself alone, the way replies go out. Its marker says that it is a test: workers never answer it, and never take it
/// for a reply that a client got.
/// </summary>
internal static class TestCommand
{
    /// <summary>The command.</summary>
    public static Command Create(IClock clock)
    {
        var samples = new Samples();
        var later = new Option<bool>("--later") { Description = "The short form of the second time." };
        var command = new TaughtCommand(
            "test",
            "Sends one reply to yourself, as the client would get it.",
            "replies test --client harbour",
            "replies test --client harbour --rule 2.1 --lang pl --later")
        {
            samples.Client, samples.Rule, samples.Language, samples.Subject, later,
        };
        command.SetAction((given, token) => RunAsync(given, samples.Compose(given, clock.GetCurrentInstant()), !given.GetValue(later), clock, token));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult given, SampleResult result, bool first, IClock clock, CancellationToken token)
    {
        var errors = given.InvocationConfiguration.Error;
        var settings = SettingsFile.Read(CommonOptions.SettingsPath(given), CommonOptions.Overrides());
        if (result.Replies.FirstOrDefault(r => r.Sample.IsFirst == first) is not { Sample: not null } chosen || settings.Value is null)
        {
            errors.WriteLine(result.Why ?? FindingsText.Render(settings.Findings));
            return settings.Value is null ? ExitCode.BrokenFiles : result.Code;
        }

        var owner = result.Input!.Code.Owner;
        var to = EmailAddress.TryParse(settings.Value.Digest.To) ?? owner.MainAddress;
        var (bytes, whyNot) = chosen.Composed.Message is { } message
            ? new MimeWriter().Write(ToHerself(message, to, clock.GetCurrentInstant().InZone(owner.Zone).ToOffsetDateTime()))
            : (null, chosen.Composed.WhyNot);
        if (bytes is null)
        {
            errors.WriteLine(whyNot);
            return ExitCode.Failed;
        }

        var outcome = await WorkerFactory.NewSender(settings.Value.Mailboxes[0], clock, NullLoggerFactory.Instance).SendAsync(bytes, token);
        var sent = outcome.Result == SendResult.Accepted;
        (sent ? given.InvocationConfiguration.Output : errors).WriteLine(sent ? $"Sent to {to.Bare}." : $"It was not sent: {outcome.Detail}");
        return sent ? ExitCode.Done : ExitCode.Failed;
    }

    private static OutgoingMessage ToHerself(OutgoingMessage message, EmailAddress to, OffsetDateTime now) => message with
    {
        To = to,
        Date = now.With(TimeAdjusters.TruncateToSecond),
        MessageId = $"test-{now.ToInstant().ToUnixTimeMilliseconds()}-{message.MessageId}",
        InReplyTo = null,
        References = [],
        Headers = [.. message.Headers.Select(h => h.Name == Marker.Header && MarkerFields.TryParse(h.Value) is { } marker ? new HeaderField(h.Name, (marker with { Kind = "test" }).Value) : h)],
    };
}
