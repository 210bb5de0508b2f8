using System.Security.Cryptography.X509Certificates;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Mail.Inspecting;
using BoundaryWorker.Mail.Reading;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using NodaTime;

namespace BoundaryWorker.Mail.Imap;

/// <summary>Looks around in a mailbox at a server for <c>doctor</c>, over one connection beside the worker's two. Reads by EXAMINE and PEEK but where a folder's being writable is the question.</summary>
public sealed class ImapInspection : IMailboxInspection
{
    private const int MostFolders = 100;
    private const MessageSummaryItems Header = MessageSummaryItems.UniqueId | MessageSummaryItems.InternalDate | MessageSummaryItems.Headers;
    private readonly ImapSettings settings;
    private readonly ImapSession session;
    private readonly ImapClockProbe clock;
    private readonly ImapArrivals arrivals = new();
    private Instant? certificateEnds;

    /// <summary>Connects to nothing yet.</summary>
    public ImapInspection(ImapSettings settings, IClock clock, TimeProvider time)
    {
        this.settings = settings;
        this.clock = new ImapClockProbe(settings, clock);
        session = new ImapSession(settings, new ImapGate(time), time, Shown);
    }

    /// <summary>Connects, signs in, and sees what the server can and which folders there are. Makes Held where it is missing.</summary>
    public Task<ImapServerFacts> ServerAsync(CancellationToken token) => session.RunAsync(folders => ServerAsync(folders, token), token);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RecentMail>> RecentAsync(Instant since, int most, CancellationToken token) => session.RunAsync<IReadOnlyList<RecentMail>>(
        async folders =>
        {
            IMailFolder?[] both = [folders.Client.Inbox, await folders.HeldAsync(token)];
            var found = new List<IMessageSummary>();
            foreach (var folder in both.OfType<IMailFolder>())
            {
                found.AddRange((await SinceAsync(folders, folder, since, most, Header, token)).Mail);
            }

            return [.. found.Where(m => m.Headers is not null).OrderByDescending(m => m.InternalDate).Take(most).Select(m => new RecentMail(HeaderAuthor.Of(m.Headers!), HeaderReading.Headers(m.Headers!)))];
        },
        token);

    /// <inheritdoc/>
    public Task<FiledElsewhere> ElsewhereAsync(Instant since, int mostOfEach, CancellationToken token) => session.RunAsync(
        async folders =>
        {
            var watched = (await folders.WatchedAsync(token)).Select(w => w.Folder).Append(await folders.HeldAsync(token)).OfType<IMailFolder>().Select(f => f.FullName).ToHashSet();
            var others = (await folders.AllAsync(token)).Where(f => !watched.Contains(f.FullName) && !ImapPurpose.IsAnother(folders, f)).ToList();
            var filed = new List<FiledMail>();
            var complete = others.Count <= MostFolders;
            foreach (var folder in others.Take(MostFolders))
            {
                var (mail, all) = await OfAnyAsync(folders, folder, since, mostOfEach, token);
                complete &= all;
                filed.AddRange(mail
                    .Select(m => (From: HeaderAuthor.Of(m.Envelope?.From), Seen: m.Flags?.HasFlag(MailKit.MessageFlags.Seen) == true))
                    .Where(m => m.From is not null)
                    .Select(m => new FiledMail(ImapFolders.NameOf(folder), m.From!, m.Seen)));
            }

            return new FiledElsewhere(filed, complete);
        },
        token);

    /// <inheritdoc/>
    public Task<int> ForeignRepliesAsync(Instant since, CancellationToken token) =>
        session.RunAsync(async folders => (await new ImapSent().SinceAsync(folders, since, token)).Count(s => s.IsForeignAutoReply), token);

    /// <inheritdoc/>
    public Task<ClockReading> ClockAsync(CancellationToken token) => session.RunAsync(folders => clock.ReadAsync(folders, token), token);

    /// <inheritdoc/>
    public Task BeginAsync(CancellationToken token) => session.RunAsync(
        async folders =>
        {
            await arrivals.BeginAsync(folders, token);
            return true;
        },
        token);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ArrivedMail>> ArrivedAsync(CancellationToken token) => session.RunAsync(folders => arrivals.ListAsync(folders, token), token);

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(Func<MailHeaders, bool> isOurs, CancellationToken token) => session.RunAsync(folders => arrivals.RemoveAsync(folders, isOurs, token), token);

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();

    private void Shown(X509Certificate certificate)
    {
        using var shown = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        certificateEnds = Instant.FromDateTimeUtc(shown.NotAfter.ToUniversalTime());
    }

    private async Task<ImapServerFacts> ServerAsync(ImapFolders folders, CancellationToken token)
    {
        var client = folders.Client;
        var offers = client.Capabilities;
        var facts = new ImapServerFacts
        {
            Tls = TlsFacts.Of(client.SslProtocol, certificateEnds),
            Move = folders.CanMove,
            UidPlus = folders.CanRemoveOne,
            Idle = offers.HasFlag(ImapCapabilities.Idle),
            CondStore = (offers & (ImapCapabilities.CondStore | ImapCapabilities.QuickResync)) != 0,
            SpecialUse = (offers & (ImapCapabilities.SpecialUse | ImapCapabilities.XList)) != 0,
            Namespace = offers.HasFlag(ImapCapabilities.Namespace),
            Gmail = offers.HasFlag(ImapCapabilities.GMailExt1),
            Preview = offers.HasFlag(ImapCapabilities.Preview),
            Quota = await QuotaAsync(folders, token),
            Watched = await WatchedAsync(folders, token),
            Sent = [.. (await folders.SentAsync(token)).Select(ImapFolders.NameOf)],
            Junk = [.. (await folders.AllAsync(token)).Where(f => ImapPurpose.IsJunk(folders, f)).Select(ImapFolders.NameOf)],
        };
        return settings.Hold == ImapHold.Move && (facts.Move || facts.UidPlus) ? await WithHeldAsync(folders, facts, token) : facts;
    }

    private async Task<ImapServerFacts> WithHeldAsync(ImapFolders folders, ImapServerFacts facts, CancellationToken token)
    {
        try
        {
            var isNew = await folders.HeldAsync(token) is null;
            var held = await folders.MakeHeldAsync(token);
            var shown = await folders.Client.GetFoldersAsync(folders.Client.PersonalNamespaces[0], StatusItems.None, subscribedOnly: true, token);
            return facts with { HeldIsNew = isNew, Held = await FactsAsync(held, settings.Held, token), HeldIsSubscribed = shown.Any(f => f.FullName == held.FullName) };
        }
        catch (ImapCommandException refused)
        {
            return facts with { HeldProblem = ImapWords.Said(refused) };
        }
    }

    private static async Task<IReadOnlyList<FolderFacts>> WatchedAsync(ImapFolders folders, CancellationToken token)
    {
        var facts = new List<FolderFacts>();
        foreach (var (name, folder) in await folders.WatchedAsync(token))
        {
            facts.Add(folder is null ? new FolderFacts(name, Exists: false) : await FactsAsync(folder, name, token));
        }

        return facts;
    }

    // SELECT and no EXAMINE: only to it does a server say whether a folder may be written to and which marks it keeps. No flag but \Recent changes by it.
    private static async Task<FolderFacts> FactsAsync(IMailFolder folder, string name, CancellationToken token)
    {
        try
        {
            await folder.OpenAsync(FolderAccess.ReadWrite, token);
            var keeps = folder.PermanentFlags.HasFlag(MailKit.MessageFlags.UserDefined) || folder.PermanentKeywords.Contains(ImapFlagging.Keyword);
            return new FolderFacts(name, Exists: true, folder.Access == FolderAccess.ReadWrite, keeps);
        }
        catch (ImapCommandException)
        {
            return new FolderFacts(name, Exists: true);
        }
        finally
        {
            if (folder.IsOpen)
            {
                await folder.OpenAsync(FolderAccess.ReadOnly, token);
            }
        }
    }

    private static async Task<(long, long)?> QuotaAsync(ImapFolders folders, CancellationToken token)
    {
        if (!folders.Client.Capabilities.HasFlag(ImapCapabilities.Quota))
        {
            return null;
        }

        try
        {
            var quota = await folders.Client.Inbox.GetQuotaAsync(token);
            return quota is { StorageLimit: { } limit and > 0, CurrentStorageSize: { } used } ? (used, limit) : null;
        }
        catch (ImapCommandException)
        {
            return null;
        }
    }

    // A folder that lets nobody in (shared, broken) hides no others.
    private static async Task<(IEnumerable<IMessageSummary> Mail, bool IsAll)> OfAnyAsync(ImapFolders folders, IMailFolder folder, Instant since, int most, CancellationToken token)
    {
        try
        {
            return await SinceAsync(
                folders, folder, since, most, MessageSummaryItems.UniqueId | MessageSummaryItems.InternalDate | MessageSummaryItems.Envelope | MessageSummaryItems.Flags, token);
        }
        catch (ImapCommandException)
        {
            return ([], false);
        }
    }

    private static async Task<(IEnumerable<IMessageSummary> Mail, bool IsAll)> SinceAsync(
        ImapFolders folders, IMailFolder folder, Instant since, int most, MessageSummaryItems items, CancellationToken token)
    {
        await folders.OpenAsync(folder, FolderAccess.ReadOnly, token);
        if (folder.Count == 0)
        {
            return ([], true);
        }

        // By days of a zone that the server alone knows, then exactly.
        var days = await folder.SearchAsync(SearchQuery.DeliveredAfter(since.ToDateTimeUtc().Date.AddDays(-1)), token);
        var newest = days.TakeLast(most).ToList();
        var mail = newest.Count == 0 ? [] : await folder.FetchAsync(newest, new FetchRequest(items), token);
        return (mail.Where(m => m.InternalDate is { } at && Instant.FromDateTimeOffset(at) >= since), days.Count <= most);
    }
}
