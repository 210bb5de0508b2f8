using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Time;
using BoundaryWorker.Mail.Reading;

namespace BoundaryWorker.Commands.Explain;

/// <summary>
/// What would be done with mails on disk and why: the very code that decides in the worker, each message by itself as just arrived, with an
/// empty history, as in <c>enforce</c>. Age tests on headers are left out. Touches nothing.
/// </summary>
/// <param name="code">The Code in force.</param>
/// <param name="clients">The clients.</param>
/// <param name="windows">Her windows, made of <paramref name="code"/> and her holidays.</param>
/// <param name="options">What was asked.</param>
public sealed class Explainer(BoundaryCode code, ClientBook clients, WindowsBook windows, ExplainOptions options)
{
    private readonly MimeReader reader = new(code.Owner.Zone);

    private readonly Situation situation = new()
    {
        Code = code,
        Clients = clients,
        Windows = windows,
        Mode = Mode.Enforce,
        Trust = options.Trust,
        Suppose = options.Suppose,
    };

    /// <summary>Judges files one by one, directories with all that lies below them. A file that cannot be read is a result too; nothing is thrown for one.</summary>
    /// <param name="paths">Files and directories, as they were typed.</param>
    public IEnumerable<ExplainedFile> Explain(IEnumerable<string> paths) => ExplainedPaths.Of(paths).Select(Explain);

    /// <summary>Judges one message.</summary>
    /// <param name="file">How the result is named.</param>
    /// <param name="eml">The message; must be able to seek.</param>
    public ExplainedFile Explain(string file, Stream eml)
    {
        if (MailFile.WhyNot(eml) is { } why)
        {
            return new ExplainedFile.Unreadable(file, why);
        }

        var message = Arriving(reader.Read(eml, options.Received, MessageFlags.None, options.Envelope));
        var kind = Classifier.Classify(message, situation);
        return new ExplainedFile.Judged(file, message, kind, Decider.Decide(message, kind, situation, History.Empty, message.Received));
    }

    private ExplainedFile Explain(string file)
    {
        try
        {
            using var eml = File.OpenRead(file);
            return Explain(file, eml);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new ExplainedFile.Unreadable(file, "there is no such file");
        }
        catch (UnauthorizedAccessException)
        {
            return new ExplainedFile.Unreadable(file, "the file may not be read; check its permissions");
        }
        catch (Exception e) when (e is IOException or NotSupportedException or ArgumentException)
        {
            return new ExplainedFile.Unreadable(file, $"the file cannot be read: {e.Message}");
        }
    }

    // A Date shortly before the supposed arrival would take it back into her hours (design.md section 4); what is supposed holds.
    private IncomingMessage Arriving(IncomingMessage message)
    {
        if (!options.Suppose.HasFlag(Supposition.Closed))
        {
            return message;
        }

        var client = message.Author is { } author && !options.Suppose.HasFlag(Supposition.Client) ? clients.Match(author)?.Client : null;
        return message with { Received = ClosedArrival.At(options.Received, windows.For(client), code.Hours), Sent = null };
    }
}
