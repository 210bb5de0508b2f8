namespace BoundaryWorker.Core.Mail;

/// <summary>
/// Which setting <c>Trust</c> recent mail speaks for (replies.md A12): the name under which the receiving host itself says who sent a message. Only what
/// no sender can have written counts: a field above the Received field with which the mail came in; or, since some hosts write theirs just below it
/// (Gmail), one there that bears the host's own name. A forger can imitate the latter, so a majority decides, and senders of two domains at least.
/// </summary>
/// <param name="Setting">The value for <c>Trust</c>, or null where mail speaks for none.</param>
/// <param name="Supporting">How many messages bear it.</param>
/// <param name="Looked">How many messages could tell: those that came in from outside.</param>
/// <param name="Seen">How many bear what is set now; 0 where nothing is set.</param>
public sealed record TrustProposal(string? Setting, int Supporting, int Looked, int Seen = 0)
{
    /// <summary>How the field of a host is set that names nobody (Exchange Online).</summary>
    public const string WithoutId = "topmost-without-id";

    /// <summary>Fewer messages than this prove nothing.</summary>
    public const int Fewest = 3;

    private const string Field = "Authentication-Results";

    /// <summary>Reads it off recent messages.</summary>
    /// <param name="messages">Headers of messages that came in, topmost field first, with the author's domain. Her own mail left out.</param>
    /// <param name="configured">The present setting, or null.</param>
    public static TrustProposal Of(IReadOnlyList<(MailHeaders Headers, string AuthorDomain)> messages, string? configured)
    {
        var cameIn = messages.Where(m => m.Headers.Has("Received")).ToList();
        var host = Host(cameIn);
        var told = cameIn.Select(m => (m.AuthorDomain, Names: OfHost(m.Headers.Fields, host))).ToList();
        var votes = told
            .SelectMany(m => m.Names.Select(n => (n.Name, n.HasDmarc, m.AuthorDomain)))
            .GroupBy(v => v.Name)
            .Select(g => new Vote(g.Key, g.Count(), g.Count(v => v.HasDmarc), g.Select(v => v.AuthorDomain).Distinct().Count()))
            .ToList();
        var seen = configured is null ? 0 : told.Count(m => m.Names.Any(n => Covers(configured, n.Name)));
        var best = Best(votes, told.Count) ?? Best(Together(told), told.Count);
        return new TrustProposal(best?.Name, best?.Messages ?? 0, told.Count, seen);
    }

    /// <summary>Whether a setting believes a field of that name: itself, or by <c>*.host.example</c> those below it.</summary>
    public static bool Covers(string setting, string name) =>
        setting.StartsWith("*.", StringComparison.Ordinal)
            ? name.EndsWith(setting[1..], StringComparison.OrdinalIgnoreCase)
            : setting.Equals(name, StringComparison.OrdinalIgnoreCase);

    // A host that writes one field for each method (iCloud) has several names in every message: the one that speaks of DMARC says most.
    private static Vote? Best(IEnumerable<Vote> votes, int of) => votes
        .Where(v => v.Messages >= Fewest && v.Messages * 2 > of && v.Domains >= 2)
        .OrderByDescending(v => v.WithDmarc)
        .ThenByDescending(v => v.Messages)
        .ThenBy(v => v.Name, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>A host with many machines (Fastmail, Yahoo) signs with the name of the one that took the mail: none has a majority, all of them together do.</summary>
    private static IEnumerable<Vote> Together(List<(string AuthorDomain, IReadOnlyList<(string Name, bool HasDmarc)> Names)> told) => told
        .SelectMany(m => m.Names
            .Where(n => n.Name != WithoutId)
            .GroupBy(n => Parent(n.Name))
            .Where(g => g.Key is not null)
            .Select(g => (Name: "*." + g.Key, HasDmarc: g.Any(n => n.HasDmarc), m.AuthorDomain)))
        .GroupBy(v => v.Name)
        .Select(g => new Vote(g.Key, g.Count(), g.Count(v => v.HasDmarc), g.Select(v => v.AuthorDomain).Distinct().Count()));

    private static string? Parent(string name) =>
        ReceivedHops.OrganisationOf(name) is { } organisation && name.EndsWith("." + organisation, StringComparison.Ordinal) ? organisation : null;

    /// <summary>Whose domain takes her mail in: the first that is named in nearly all of it. Null where the host's hops have no public name, so that those of the senders come first.</summary>
    private static string? Host(List<(MailHeaders Headers, string AuthorDomain)> messages) => messages
        .Select(m => ReceivedHops.Own(m.Headers.Fields))
        .Where(own => own.Count > 0)
        .GroupBy(own => own[0].Organisation)
        .Where(g => g.Count() * 10 >= messages.Count * 8)
        .Select(g => g.Key)
        .FirstOrDefault();

    private static IReadOnlyList<(string Name, bool HasDmarc)> OfHost(IReadOnlyList<HeaderField> fields, string? host)
    {
        var own = ReceivedHops.Own(fields) is [var first, ..] hops && first.Organisation == host ? hops : [];
        var topmost = -1;
        for (var i = 0; i < fields.Count && topmost < 0; i++)
        {
            topmost = fields[i].Name.Equals(Field, StringComparison.OrdinalIgnoreCase) ? i : -1;
        }

        if (topmost < 0)
        {
            return [];
        }

        // Where no hop has a public name, only what stands above all of them is surely the host's.
        var edge = own.Count > 0 ? own[^1].At : FirstReceived(fields);
        if (topmost > edge)
        {
            return own.Count > 0 && NextReceived(fields, edge) > topmost && Read(fields[topmost]) is { Name: not WithoutId } said && ReceivedHops.OrganisationOf(said.Name) == own[0].Organisation
                ? [said]
                : [];
        }

        // The topmost block: from its first field down to the next Received. Further below may be the outgoing host of a sender at the same provider.
        var end = Math.Min(edge, NextReceived(fields, topmost));
        return [.. Enumerable.Range(topmost, end - topmost)
            .Where(i => fields[i].Name.Equals(Field, StringComparison.OrdinalIgnoreCase))
            .Select(i => Read(fields[i]))
            .GroupBy(r => r.Name)
            .Select(g => (g.Key, g.Any(r => r.HasDmarc)))];
    }

    private static int FirstReceived(IReadOnlyList<HeaderField> fields) => NextReceived(fields, -1);

    private static int NextReceived(IReadOnlyList<HeaderField> fields, int after)
    {
        for (var i = after + 1; i < fields.Count; i++)
        {
            if (fields[i].Name.Equals("Received", StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return fields.Count;
    }

    private static (string Name, bool HasDmarc) Read(HeaderField field)
    {
        var said = AuthenticationResults.Parse(field.Value);
        return (said.AuthservId ?? WithoutId, said.Results.Any(r => r.Method == "dmarc"));
    }

    private sealed record Vote(string Name, int Messages, int WithDmarc, int Domains);
}
