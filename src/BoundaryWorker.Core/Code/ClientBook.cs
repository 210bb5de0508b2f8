using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Code;

/// <summary>Who the clients are (clients.yaml).</summary>
/// <param name="Clients">All of them.</param>
/// <param name="Strangers">What happens to everybody else.</param>
public sealed record ClientBook(IReadOnlyList<Client> Clients, StrangerPolicy Strangers = StrangerPolicy.Leave)
{
    /// <summary>Nobody is a client.</summary>
    public static ClientBook Empty { get; } = new([]);

    /// <summary>The client whose person that address is: by full address before by domain, the narrower domain first; never by display name.</summary>
    public ClientMatch? Match(EmailAddress address) =>
        Clients.Where(c => c.Addresses.Contains(address)).Select(c => new ClientMatch(c, true)).FirstOrDefault()
        ?? Clients.Where(c => c.Domains.Contains(address.Domain)).Select(c => new ClientMatch(c, false)).FirstOrDefault()
        ?? Clients
            .SelectMany(c => c.Domains.Where(d => d.StartsWith("*.", StringComparison.Ordinal)).Select(d => (Client: c, Suffix: d[1..])))
            .Where(x => address.Domain.EndsWith(x.Suffix, StringComparison.Ordinal))
            .OrderByDescending(x => x.Suffix.Length)
            .Select(x => new ClientMatch(x.Client, false))
            .FirstOrDefault();
}

/// <summary>How a sender was recognised.</summary>
/// <param name="Client">Whose person it is.</param>
/// <param name="ByFullAddress">By a full address listed in clients.yaml, not by its domain alone.</param>
public sealed record ClientMatch(Client Client, bool ByFullAddress);
