using System.Security.Cryptography.X509Certificates;
using BoundaryWorker.Mail.Inspecting;
using MailKit.Net.Smtp;
using MailKit.Security;
using NodaTime;

namespace BoundaryWorker.Mail.Smtp;

/// <summary>What <c>doctor</c> finds at a submission server.</summary>
/// <param name="Problem">What went wrong, in the owner's words with the remedy; null where all went well.</param>
public sealed record SmtpFacts(string? Problem)
{
    /// <summary>The connection's encryption.</summary>
    public TlsFacts Tls { get; init; } = TlsFacts.None;

    /// <summary>It let her in; false where the settings name nobody.</summary>
    public bool IsSignedIn { get; init; }

    /// <summary>DSN (RFC 3461): bounces can be asked for.</summary>
    public bool Dsn { get; init; }

    /// <summary>8BITMIME or SMTPUTF8 bytes are taken.</summary>
    public bool EightBit { get; init; }

    /// <summary>SIZE (RFC 1870) in bytes; null where it is not told.</summary>
    public long? MostBytes { get; init; }
}

/// <summary>Connects as a submission does, signs in and says goodbye: nothing is sent.</summary>
internal static class SmtpInspection
{
    /// <summary>Looks.</summary>
    /// <param name="settings">The server.</param>
    /// <param name="furtherRoots">Roots believed beside the machine's.</param>
    public static async Task<SmtpFacts> LookAsync(SmtpSettings settings, IReadOnlyList<X509Certificate2> furtherRoots, CancellationToken token)
    {
        var trust = new ServerTrust(furtherRoots);
        Instant? ends = null;
        using var client = new SubmissionClient(trust);
        client.ServerCertificateValidationCallback = (sender, certificate, chain, errors) =>
        {
            ends = EndOf(certificate);
            return trust.Accepts(sender, certificate, chain, errors);
        };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        var stage = SubmissionStage.Connecting;
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, OptionsOf(settings.Security), patience.Token);
            stage = SubmissionStage.SigningIn;
            if (settings.User is { } user)
            {
                await client.AuthenticateAsync(user, settings.Password ?? "", patience.Token);
            }

            await client.NoOpAsync(patience.Token);
            var facts = Facts(client, ends);
            await client.DisconnectAsync(quit: true, patience.Token);
            return facts;
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return new SmtpFacts(SubmissionWords.Outcome(new TimeoutException(), stage, settings, trust.WhyNot).Detail);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && SubmissionWords.IsOfTheOtherSide(failure))
        {
            return new SmtpFacts(SubmissionWords.Outcome(failure, stage, settings, trust.WhyNot).Detail);
        }
    }

    private static SmtpFacts Facts(SubmissionClient client, Instant? ends) => new((string?)null)
    {
        Tls = TlsFacts.Of(client.SslProtocol, ends),
        IsSignedIn = client.IsAuthenticated,
        Dsn = client.Capabilities.HasFlag(SmtpCapabilities.Dsn),
        EightBit = client.TakesEightBit,
        MostBytes = client.Capabilities.HasFlag(SmtpCapabilities.Size) && client.MaxSize > 0 ? client.MaxSize : null,
    };

    private static Instant? EndOf(X509Certificate? certificate)
    {
        if (certificate is null)
        {
            return null;
        }

        using var shown = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return Instant.FromDateTimeUtc(shown.NotAfter.ToUniversalTime());
    }

    private static SecureSocketOptions OptionsOf(SmtpSecurity security) => security switch
    {
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };
}
