using System.Text.RegularExpressions;

namespace BoundaryWorker.Core.Mail;

/// <summary>
/// Which Received fields the receiving host wrote itself (RFC 5321 4.4). Each host puts its own above those that it found, so the host's are the topmost
/// ones; everything from the first foreign one down is the sender's to write as he likes.
/// </summary>
internal static partial class ReceivedHops
{
    // Microsoft 365 hands mail on between these on its way into one mailbox.
    private static readonly string[] OneMicrosoft = ["outlook.com", "exchangelabs.com", "office365.com"];

    // co.uk, com.pl: below them names are given to anybody.
    private static readonly string[] BelowCountries = ["com", "co", "net", "org", "edu", "gov", "ac", "or", "ne", "waw"];

    /// <summary>The host's own hops among the fields, topmost first; the last of them is where the mail came in.</summary>
    /// <returns>Index of the field, and the organisation's domain that wrote it. Hops without a public name (localhost, addresses) at the end are left out: nobody knows whose they are.</returns>
    public static IReadOnlyList<(int At, string Organisation)> Own(IReadOnlyList<HeaderField> fields)
    {
        var own = new List<(int, string)>();
        for (var i = 0; i < fields.Count; i++)
        {
            if (!fields[i].Name.Equals("Received", StringComparison.OrdinalIgnoreCase) || Organisation(fields[i].Value) is not { } organisation)
            {
                continue;
            }

            if (own.Count > 0 && own[0].Item2 != organisation)
            {
                break;
            }

            own.Add((i, organisation));
        }

        return own;
    }

    /// <summary>The domain an organisation registers, as far as that shows without a list of public suffixes; null for what has no public name.</summary>
    public static string? OrganisationOf(string host)
    {
        var labels = host.Trim('[', ']', '.', ';', ',').ToLowerInvariant().Split('.');
        if (labels.Length < 2 || labels[^1] is "internal" or "local" or "lan" or "localdomain" or "arpa" || labels[^1].All(char.IsAsciiDigit) || host.Contains(':', StringComparison.Ordinal))
        {
            return null;
        }

        var count = labels.Length > 2 && labels[^1].Length == 2 && BelowCountries.Contains(labels[^2]) ? 3 : 2;
        var domain = string.Join('.', labels.TakeLast(count));
        return OneMicrosoft.Contains(domain) ? OneMicrosoft[0] : domain;
    }

    private static string? Organisation(string received) =>
        By().Match(StructuredText.WithoutComments(received)) is { Success: true } by ? OrganisationOf(by.Groups[1].Value) : null;

    [GeneratedRegex(@"(?:^|\s)by\s+([^\s;]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex By();
}
