using System.Security.Cryptography.X509Certificates;
using BoundaryWorker.Pipeline.Ports;
using MailKit.Net.Imap;
using MailKit.Security;
using Polly;
using Polly.Retry;

namespace BoundaryWorker.Mail.Imap;

/// <summary>
/// One connection to the server, made when it is needed and made anew when it broke. Names of folders are resolved anew with it. For one caller
/// at a time.
/// </summary>
internal sealed class ImapSession : IDisposable
{
    private const int ConnectMilliseconds = 20_000;
    private const int AnswerMilliseconds = 60_000;
    private readonly ImapSettings settings;
    private readonly ImapGate gate;
    private readonly ResiliencePipeline connecting;
    private readonly Action<X509Certificate>? certificate;
    private ImapFolders? open;

    /// <summary>Connects to nothing yet.</summary>
    /// <param name="certificate">Told which certificate was shown and believed; null where nobody asks.</param>
    public ImapSession(ImapSettings settings, ImapGate gate, TimeProvider time, Action<X509Certificate>? certificate = null)
    {
        this.certificate = certificate;
        this.settings = settings;
        this.gate = gate;

        // A second and a third try within the call take a server that just restarts; further ones come with the next look. One that does not answer
        // at all is not tried again at once: each try takes twenty seconds, and what is due in this mailbox waits for the end of its look.
        connecting = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<Exception>(e => ImapWords.IsBroken(e) && !ImapWords.IsSilence(e)),
                MaxRetryAttempts = 2,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(500),
                UseJitter = true,
            })
            .Build();
    }

    /// <summary>Whether there is a connection that is not known to be broken.</summary>
    public bool IsUp => open is { Client: { IsConnected: true, IsAuthenticated: true } };

    /// <summary>Does something over the connection. One that broke while it lay idle is replaced once, so <paramref name="act"/> must bear being repeated.</summary>
    /// <exception cref="MailboxUnavailableException">It failed.</exception>
    public async Task<T> RunAsync<T>(Func<ImapFolders, Task<T>> act, CancellationToken token)
    {
        try
        {
            var wasUp = IsUp;
            try
            {
                return await act(await UpAsync(token));
            }
            catch (Exception e) when (wasUp && ImapWords.IsBroken(e))
            {
                Drop();
                return await act(await UpAsync(token));
            }
        }
        catch (Exception e) when (ImapWords.IsExpected(e) && !token.IsCancellationRequested)
        {
            Drop();
            throw ImapWords.Unavailable(settings, e);
        }
    }

    /// <summary>Closes the connection; the next call makes a new one.</summary>
    public void Drop()
    {
        open?.Client.Dispose();
        open = null;
    }

    /// <inheritdoc/>
    public void Dispose() => Drop();

    private async Task<ImapFolders> UpAsync(CancellationToken token)
    {
        if (!IsUp)
        {
            Drop();
            gate.Enter();
            var client = await connecting.ExecuteAsync(async t => await ConnectAsync(t), token);
            var folders = new ImapFolders(client, settings);
            await folders.EnableAsync(token);
            open = folders;
        }

        return open!;
    }

    private async Task<ImapClient> ConnectAsync(CancellationToken token)
    {
        if (settings.Security == ImapSecurity.None && !ImapSettings.IsThisMachine(settings.Host))
        {
            throw ImapWords.NotPrivate(settings);
        }

        var client = new ImapClient
        {
            Timeout = ConnectMilliseconds,

            // An answer of the certificate's issuer is not waited for: where it cannot be reached, no mail would come at all.
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = certificate is null ? ImapCertificates.Check(settings.CaFile) : ImapCertificates.Check(settings.CaFile, certificate),
        };
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, Options(settings.Security), token);
            await client.AuthenticateAsync(settings.User, settings.Password, token);
            client.Timeout = AnswerMilliseconds;
            gate.Admitted();
            return client;
        }
        catch (Exception e)
        {
            client.Dispose();
            if (e is AuthenticationException)
            {
                gate.Refused(ImapWords.Unavailable(settings, e).Message);
            }

            throw;
        }
    }

    private static SecureSocketOptions Options(ImapSecurity security) => security switch
    {
        ImapSecurity.StartTls => SecureSocketOptions.StartTls,
        ImapSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.SslOnConnect,
    };
}
