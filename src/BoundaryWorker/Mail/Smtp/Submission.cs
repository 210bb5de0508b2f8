using BoundaryWorker.Pipeline.Ports;
using MailKit.Security;

namespace BoundaryWorker.Mail.Smtp;

/// <summary>One attempt: connect, sign in, hand over, say goodbye.</summary>
internal sealed class Submission : IDisposable
{
    private readonly SmtpSettings _settings;
    private readonly SmtpLimits _limits;
    private readonly ServerTrust _trust;
    private readonly ConnectBackOff _backOff;
    private readonly SubmissionClient _client;
    private readonly CancellationTokenSource _patience;
    private volatile bool _ended;
    private SubmissionStage _reached = SubmissionStage.Connecting;

    public Submission(SmtpSettings settings, SmtpLimits limits, ServerTrust trust, ConnectBackOff backOff)
    {
        (_settings, _limits, _trust, _backOff) = (settings, limits, trust, backOff);
        _client = new SubmissionClient(trust);
        _patience = new CancellationTokenSource(limits.BeforeTheEnd);
    }

    /// <summary>How far it came.</summary>
    public SubmissionStage Stage => _ended ? SubmissionStage.Ended : _reached;

    /// <summary>Runs it once.</summary>
    public async Task<SendOutcome> RunAsync(RecordedMessage recorded, Envelope envelope, CancellationToken token)
    {
        using var stopped = token.Register(StopBeforeTheEnd);
        try
        {
            await _backOff.ConnectAsync(ConnectAsync, _patience.Token);
            if (recorded.IsEightBit && !_client.TakesEightBit)
            {
                return new SendOutcome(SendResult.Refused, "The mail server takes 7-bit mail alone and the message has other bytes; it was not sent.");
            }

            _reached = SubmissionStage.Sending;
            var words = await _client.SendAsync(RecordedMessage.Wire, recorded.Mime, envelope.From, [envelope.To], _patience.Token, recorded.Watch(Ended));
            return new SendOutcome(SendResult.Accepted, SubmissionWords.Clean(words, _settings));
        }
        catch (Exception failure) when (SubmissionWords.IsOfTheOtherSide(failure))
        {
            return SubmissionWords.Outcome(failure, Stage, _settings, _trust.WhyNot);
        }
        finally
        {
            await QuitAsync();
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _patience.Dispose();
    }

    private async ValueTask ConnectAsync(CancellationToken token)
    {
        try
        {
            await _client.ConnectAsync(_settings.Host, _settings.Port, OptionsOf(_settings.Security), token);
            _reached = SubmissionStage.SigningIn;
            if (_settings.User is { } user)
            {
                await _client.AuthenticateAsync(user, _settings.Password ?? "", token);
            }
        }
        catch (OperationCanceledException slow)
        {
            // For the back-off a server that does not answer is one that failed.
            throw new TimeoutException("no answer", slow);
        }
    }

    /// <summary>All bytes are handed over: what comes next is the dot, and from there on the outcome is the server's to tell.</summary>
    private void Ended()
    {
        _ended = true;
        _patience.CancelAfter(_limits.AfterTheEnd);
    }

    private void StopBeforeTheEnd()
    {
        if (!_ended)
        {
            _patience.Cancel();
        }
    }

    private async Task QuitAsync()
    {
        try
        {
            using var shortly = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await _client.DisconnectAsync(_client.IsConnected && !_patience.IsCancellationRequested, shortly.Token);
        }
        catch (Exception failure) when (SubmissionWords.IsOfTheOtherSide(failure))
        {
            // The outcome is known already; a goodbye that is not heard changes nothing.
        }
    }

    private static SecureSocketOptions OptionsOf(SmtpSecurity security) => security switch
    {
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };
}

/// <summary>How far an attempt came.</summary>
internal enum SubmissionStage
{
    /// <summary>Greeting and TLS.</summary>
    Connecting,

    /// <summary>AUTH.</summary>
    SigningIn,

    /// <summary>MAIL, RCPT, DATA and the bytes.</summary>
    Sending,

    /// <summary>All bytes were handed over.</summary>
    Ended,
}
