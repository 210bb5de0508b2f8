using BoundaryWorker.Pipeline.Ports;
using MailKit;
using MailKit.Net.Imap;
using Polly;
using Polly.Retry;

namespace BoundaryWorker.Mail.Imap;

/// <summary>
/// Waits on a connection of its own until something may have come into the first watched folder. It only wakes a look (D10): IDLE dies quietly
/// behind routers (MailKit#1362, #1481), so it is given anew within nine minutes, shorter than the ten after which some of them forget a connection.
/// A server without IDLE is asked once a minute. A connection that breaks is made anew, with growing pauses.
/// </summary>
internal sealed class ImapIdle : IDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(9);
    private static readonly TimeSpan Ask = TimeSpan.FromMinutes(1);
    private readonly ImapSettings settings;
    private readonly ImapSession session;
    private readonly ImapSeen seen;
    private readonly TimeProvider time;
    private readonly ResiliencePipeline patience;

    /// <summary>Connects to nothing yet.</summary>
    public ImapIdle(ImapSettings settings, ImapGate gate, ImapSeen seen, TimeProvider time)
    {
        this.settings = settings;
        this.seen = seen;
        this.time = time;
        session = new ImapSession(settings, gate, time);
        patience = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<MailboxUnavailableException>(),
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(2),
                MaxDelay = TimeSpan.FromMinutes(5),
                UseJitter = true,
            })
            .Build();
    }

    /// <summary>Returns when something may have come, or the token is cancelled. Never throws for a server that is away.</summary>
    public async Task WaitAsync(CancellationToken token)
    {
        try
        {
            await patience.ExecuteAsync(async t => await session.RunAsync(folders => WaitAsync(folders, t), t), token);
        }
        catch (Exception) when (token.IsCancellationRequested)
        {
            session.Drop();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();

    private async Task<bool> WaitAsync(ImapFolders folders, CancellationToken token)
    {
        var folder = await folders.FindAsync(settings.Folders[0], token) ?? throw ImapWords.Missing(settings, settings.Folders[0]);
        await folders.OpenAsync(folder, FolderAccess.ReadOnly, token);
        while (!await HasNewsAsync(folder, token))
        {
            await UntilSomethingHappensAsync(folders, folder, token);
        }

        return true;
    }

    private async Task<bool> HasNewsAsync(IMailFolder folder, CancellationToken token) =>
        folder.Count > 0
        && await folder.FetchAsync(folder.Count - 1, folder.Count - 1, new FetchRequest(MessageSummaryItems.UniqueId), token) is [var newest, ..]
        && seen.IsNews(folder.UidValidity, newest.UniqueId.Id);

    private async Task UntilSomethingHappensAsync(ImapFolders folders, IMailFolder folder, CancellationToken token)
    {
        if (!folders.Client.Capabilities.HasFlag(ImapCapabilities.Idle))
        {
            await Task.Delay(Ask, time, token);
            await folders.OpenAsync(folder, FolderAccess.ReadOnly, token);
            return;
        }

        // Whatever came since the folder was looked at is told by the server as soon as it idles, since it was not told before.
        using var done = new CancellationTokenSource(Again, time);
        void Stop(object? sender, EventArgs e) => done.Cancel();
        folder.CountChanged += Stop;
        try
        {
            await folders.Client.IdleAsync(done.Token, token);
        }
        finally
        {
            folder.CountChanged -= Stop;
        }
    }
}
