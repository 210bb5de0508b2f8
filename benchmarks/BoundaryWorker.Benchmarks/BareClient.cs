using System.Diagnostics;
using BoundaryWorker.AdapterTests.Imap;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;

namespace BoundaryWorker.Benchmarks;

/// <summary>What the worker is measured against: MailKit alone, that moves and does nothing else. It reads nothing, decides nothing, records nothing, verifies nothing.</summary>
internal sealed class BareClient : IDisposable
{
    private const int AtOnce = 100;
    private readonly ImapClient client;

    private BareClient(ImapClient client) => this.client = client;

    public static async Task<BareClient> SignInAsync(DovecotServer server, string user, int? port = null)
    {
        var client = new ImapClient { Timeout = 600_000 };
        await client.ConnectAsync("127.0.0.1", port ?? server.ImapPort, SecureSocketOptions.None);
        await client.AuthenticateAsync(user, DovecotServer.Password);
        var bare = new BareClient(client);
        if (!await bare.HasAsync("Held"))
        {
            await client.GetFolder(client.PersonalNamespaces[0]).CreateAsync("Held", true);
        }

        return bare;
    }

    public async Task<int> CountAsync(string folder)
    {
        var it = await client.GetFolderAsync(folder);
        await it.StatusAsync(StatusItems.Count);
        return it.Count;
    }

    /// <summary>Moves all of a folder, a hundred at once; returns how long it took from the opening of the folder on.</summary>
    public async Task<TimeSpan> MoveAllAsync(string from, string to)
    {
        var (source, target) = (await client.GetFolderAsync(from), await client.GetFolderAsync(to));
        var watch = Stopwatch.StartNew();
        await source.OpenAsync(FolderAccess.ReadWrite);
        foreach (var batch in (await source.SearchAsync(SearchQuery.All)).Chunk(AtOnce))
        {
            await source.MoveToAsync(batch, target);
        }

        var took = watch.Elapsed;
        await source.CloseAsync();
        return took;
    }

    /// <summary>Idles, and for each message that comes fetches it and moves it, until stopped.</summary>
    public async Task IdleFetchAndMoveAsync(CancellationToken stop)
    {
        var (inbox, held) = (client.Inbox, await client.GetFolderAsync("Held", CancellationToken.None));
        await inbox.OpenAsync(FolderAccess.ReadWrite, CancellationToken.None);
        while (!stop.IsCancellationRequested)
        {
            if (inbox.Count > 0)
            {
                foreach (var one in await inbox.FetchAsync(0, -1, MessageSummaryItems.UniqueId, CancellationToken.None))
                {
                    await inbox.GetMessageAsync(one.UniqueId, CancellationToken.None);
                    await inbox.MoveToAsync(one.UniqueId, held, CancellationToken.None);
                }
            }

            using var done = CancellationTokenSource.CreateLinkedTokenSource(stop);
            void Stop(object? sender, EventArgs e) => done.Cancel();
            inbox.CountChanged += Stop;
            await client.IdleAsync(done.Token, CancellationToken.None);
            inbox.CountChanged -= Stop;
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<bool> HasAsync(string folder)
    {
        try
        {
            return (await client.GetFolderAsync(folder)).Exists;
        }
        catch (FolderNotFoundException)
        {
            return false;
        }
    }
}
