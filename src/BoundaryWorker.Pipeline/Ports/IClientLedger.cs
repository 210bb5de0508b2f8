using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace BoundaryWorker.Pipeline.Ports;

/// <summary>What the ledger knows of one client: to be shown to whoever asks for it, and to be forgotten (promise 10).</summary>
public interface IClientLedger
{
    /// <summary>Everything that is kept of them, in the order of arrival; changes nothing.</summary>
    Task<ClientExport> ExportClientAsync(ClientTrace who, CancellationToken token);

    /// <summary>
    /// Removes everything that is kept of them: messages, replies, bounces, her sendings to them, older versions of clients.yaml. Refuses, and removes nothing,
    /// while something of theirs is held, on its way, or unsent. A reply's key of the last <see cref="ReplyCounting.KeysKept"/> stays without their address
    /// (<see cref="Forgotten"/>), so that nobody is answered twice for it (promise 2).
    /// </summary>
    /// <param name="who">Whom.</param>
    /// <param name="now">The moment of asking.</param>
    Task<ForgetResult> ForgetClientAsync(ClientTrace who, Instant now, CancellationToken token);
}

/// <summary>By what a client is found in the ledger.</summary>
/// <param name="ClientId">The id in clients.yaml under which messages were recorded.</param>
/// <param name="Addresses">Full addresses, local@domain in lower case; records from before they were a client count too.</param>
/// <param name="Domains">Domains in lower case; <c>*.acme.example</c> stands for those below it.</param>
public sealed record ClientTrace(string ClientId, IReadOnlyList<string> Addresses, IReadOnlyList<string> Domains)
{
    /// <summary>Known by the id alone.</summary>
    public static ClientTrace Of(string clientId) => new(clientId, [], []);

    /// <summary>Whether that is one of their persons.</summary>
    public bool Covers(string person)
    {
        var domain = person[(person.LastIndexOf('@') + 1)..];
        return Addresses.Contains(person) || Domains.Any(d => d.StartsWith("*.", StringComparison.Ordinal)
            ? domain.EndsWith(d[1..], StringComparison.Ordinal)
            : domain == d);
    }
}

/// <summary>Everything that is kept of a client.</summary>
/// <param name="Messages">Their messages: what was decided, and what became of them.</param>
/// <param name="Replies">The replies to them.</param>
/// <param name="Sendings">Her own mail to them, found in Sent.</param>
/// <param name="Bounces">Their addresses to which our last reply bounced.</param>
/// <param name="RepliesPurged">How many replies to them a purge took.</param>
public sealed record ClientExport(
    IReadOnlyList<MessageRecord> Messages,
    IReadOnlyList<ReplyRecord> Replies,
    IReadOnlyList<OwnSending> Sendings,
    IReadOnlyList<(string Person, Instant At)> Bounces,
    int RepliesPurged)
{
    /// <summary>Whether nothing is kept.</summary>
    public bool IsEmpty => Messages.Count + Replies.Count + Sendings.Count + Bounces.Count + RepliesPurged == 0;
}

/// <summary>One mail of hers to a person.</summary>
/// <param name="Mailbox">The mailbox in whose Sent it was found.</param>
/// <param name="At">When it was sent.</param>
/// <param name="Person">To whom.</param>
public sealed record OwnSending(string Mailbox, Instant At, string Person);

/// <summary>What forgetting came to.</summary>
/// <param name="Held">Messages that are held, or on their way; above 0 nothing was removed.</param>
/// <param name="Unsent">Replies not yet settled; above 0 nothing was removed.</param>
/// <param name="Messages">Messages removed.</param>
/// <param name="Replies">Replies removed.</param>
/// <param name="Sendings">Recipients of her own mail removed.</param>
public sealed record ForgetResult(int Held, int Unsent, int Messages = 0, int Replies = 0, int Sendings = 0)
{
    /// <summary>Whether it was refused.</summary>
    public bool IsRefused => Held + Unsent > 0;
}

/// <summary>What stands for a forgotten person in the key of a reply: nobody can read the address from it without the installation's secret.</summary>
public static class Forgotten
{
    /// <summary>The recipient of a reply to somebody forgotten (RFC 2606: no such domain).</summary>
    public const string Address = "forgotten@forgotten.invalid";

    /// <summary>The same for the same person of an installation.</summary>
    public static string Person(ReadOnlySpan<byte> secret, string person) =>
        "#" + Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(person)))[..32];
}
