using System.Security.Cryptography.X509Certificates;
using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.Mail.Smtp;

/// <summary>
/// Submits messages to a mail server (RFC 6409): one connection and one recipient each, with the bytes and the envelope of the ledger. What may be
/// tried again is decided by one instant: the end of the message. Before it nothing can have been accepted; after it only the server's answer
/// says (replies.md E2, RFC 1047). The copy in her Sent folder is no business of its (E5): see <see cref="BoundaryWorker.Pipeline.SentCopies"/>.
/// </summary>
public sealed partial class SmtpSender : IMailSender
{
    private readonly SmtpSettings _settings;
    private readonly SmtpLimits _limits;
    private readonly IReadOnlyList<X509Certificate2> _furtherRoots;
    private readonly ConnectBackOff _backOff;
    private readonly ILogger _logger;

    /// <param name="settings">The server.</param>
    /// <param name="time">The clock of the pauses after failures.</param>
    /// <param name="logger">Hears how far a failed attempt came; never the server's words, which may hold addresses.</param>
    /// <param name="limits">How long is waited, null for the usual.</param>
    /// <param name="furtherRoots">Roots believed beside the machine's.</param>
    /// <exception cref="ArgumentException">Open text to another machine.</exception>
    public SmtpSender(SmtpSettings settings, TimeProvider time, ILogger<SmtpSender> logger, SmtpLimits? limits = null, IReadOnlyList<X509Certificate2>? furtherRoots = null)
    {
        if (settings.Security == SmtpSecurity.None && !SmtpSettings.IsLoopback(settings.Host))
        {
            throw new ArgumentException("A connection without encryption is made to this very machine alone.", nameof(settings));
        }

        _settings = settings;
        _logger = logger;
        _limits = limits ?? SmtpLimits.Usual;
        _furtherRoots = furtherRoots ?? [];
        _backOff = new ConnectBackOff(time, Random.Shared.NextDouble);
    }

    /// <inheritdoc/>
    /// <remarks>Cancelling ends it only before the end of the message; after it the answer is waited for, since nobody could tell it later.</remarks>
    public async Task<SendOutcome> SendAsync(OutgoingBytes message, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        using var recorded = RecordedMessage.TryRead(message.Bytes);
        if (recorded is null || Envelope.TryRead(message) is not { } envelope)
        {
            return new SendOutcome(SendResult.Refused, "The message cannot be sent exactly as it was recorded; it was not sent.");
        }

        using var submission = new Submission(_settings, _limits, new ServerTrust(_furtherRoots), _backOff);
        var outcome = await submission.RunAsync(recorded, envelope, token);
        if (outcome.Result != SendResult.Accepted)
        {
            LogNotSent(_logger, $"{_settings.Host}:{_settings.Port}", submission.Stage, outcome.Result);
        }

        return outcome;
    }

    /// <inheritdoc/>
    /// <remarks>Submission has no question for that: always null.</remarks>
    public Task<bool?> WasSentAsync(string messageId, CancellationToken token) => Task.FromResult<bool?>(null);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message did not go out through {Server}: {Stage} ended in {Result}. The server's words are in the ledger")]
    private static partial void LogNotSent(ILogger logger, string server, SubmissionStage stage, SendResult result);
}
