using System.CommandLine;
using BoundaryWorker.Core.Code;
using BoundaryWorker.Files;
using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Settings;
using BoundaryWorker.Store;
using BoundaryWorker.Time;
using NodaTime;

namespace BoundaryWorker.Commands;

/// <summary>What <c>export</c> and <c>forget</c> work on: the ledger, opened beside a running worker, and the client as her files know them.</summary>
/// <param name="Ledger">The records.</param>
/// <param name="Client">The client in clients.yaml, or null where they are not in it any more.</param>
/// <param name="Trace">By what they are found.</param>
internal sealed record ClientRecords(SqliteLedger Ledger, Client? Client, ClientTrace Trace) : IAsyncDisposable
{
    /// <summary>The argument of both commands.</summary>
    public static Argument<string> Id() => new("CLIENT") { Description = "The id of a client, as in clients.yaml; one that you took out of it counts too." };

    /// <summary>Opens them; null, with the reason printed, where that failed.</summary>
    public static async Task<ClientRecords?> OpenAsync(ParseResult given, string id, IClock clock, CancellationToken token)
    {
        var errors = given.InvocationConfiguration.Error;
        var settings = SettingsFile.Read(CommonOptions.SettingsPath(given), CommonOptions.Overrides());
        if (settings.Value is not { } good)
        {
            errors.Write(FindingsText.Render(settings.Findings));
            return null;
        }

        if (!File.Exists(good.Store.Sqlite))
        {
            errors.WriteLine($"There are no records yet: {good.Store.Sqlite} is not there.");
            return null;
        }

        try
        {
            var ledger = await SqliteLedger.OpenAsync(good.Store.Sqlite, token);
            var client = await FindAsync(good, ledger, id, clock, token);
            return new ClientRecords(ledger, client is [var first, ..] ? first : null, TraceOf(client, id));
        }
        catch (LedgerUnavailableException unavailable)
        {
            errors.WriteLine(unavailable.Message);
            return null;
        }
    }

    public ValueTask DisposeAsync() => Ledger.DisposeAsync();

    // Looking at her files keeps their present version in the store, so that `forget` may drop the older ones.
    // Those of single mailboxes too: the records of all mailboxes lie in one store.
    private static async Task<IReadOnlyList<Client>> FindAsync(BoundarySettings settings, SqliteLedger ledger, string id, IClock clock, CancellationToken token)
    {
        var regions = HolidayData.Load(settings.Files.Holidays).Regions;
        var all = MailboxFiles.AllOf(settings);
        var found = new List<Client>();
        foreach (var set in all)
        {
            using var files = new OwnerFiles(set.Code, set.Clients, ledger, regions, OwnerFilesNaming.Of(set, all));
            var book = (await files.LookAsync(clock.GetCurrentInstant(), token)).ClientsOf();
            found.AddRange(book.Clients.Where(c => c.Id.Equals(id, StringComparison.OrdinalIgnoreCase)));
        }

        return found;
    }

    private static ClientTrace TraceOf(IReadOnlyList<Client> clients, string id) => clients.Count == 0
        ? ClientTrace.Of(id.ToLowerInvariant())
        : new ClientTrace(clients[0].Id, [.. clients.SelectMany(c => c.Addresses).Select(a => a.Key).Distinct()], [.. clients.SelectMany(c => c.Domains).Distinct()]);
}
