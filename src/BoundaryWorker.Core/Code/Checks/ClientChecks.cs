using System.Globalization;

namespace BoundaryWorker.Core.Code.Checks;

/// <summary>People who count as somebody else's, and versions of the Code that do not exist yet.</summary>
internal static class ClientChecks
{
    public static IEnumerable<CodeWarning> Of(BoundaryCode code, ClientBook book)
    {
        var addresses = new Dictionary<string, Client>(StringComparer.Ordinal);
        var domains = new Dictionary<string, Client>(StringComparer.Ordinal);
        for (var i = 0; i < book.Clients.Count; i++)
        {
            var (client, path) = (book.Clients[i], HoursChecks.At("clients", i));
            for (var j = 0; j < client.Addresses.Count; j++)
            {
                if (Taken(addresses, client.Addresses[j].Key, client) is { } what)
                {
                    yield return Warn(HoursChecks.At($"{path}.addresses", j), what, "keep it at one: the first is the one that counts");
                }
            }

            for (var j = 0; j < client.Domains.Count; j++)
            {
                if (Taken(domains, client.Domains[j], client) is { } what)
                {
                    yield return Warn(HoursChecks.At($"{path}.domains", j), what, "keep it at one: the first is the one that counts");
                }
            }

            if (client.CodeGiven is { } given && given.Version > code.Version)
            {
                yield return Warn(
                    $"{path}.code_given.version",
                    string.Create(CultureInfo.InvariantCulture, $"{client.Id} was given version {given.Version}, and the Code is at {code.Version}"),
                    "correct it, or raise the version of the Code");
            }
        }
    }

    private static string? Taken(Dictionary<string, Client> seen, string key, Client client) =>
        seen.TryAdd(key, client) ? null
        : ReferenceEquals(seen[key], client) ? $"{key} is given twice"
        : $"{key} is given at {seen[key].Id} and at {client.Id}";

    private static CodeWarning Warn(string path, string what, string remedy) => new(OwnerFile.Clients, path, what, remedy);
}
