using System.Globalization;
using System.Text.RegularExpressions;

namespace BoundaryWorker.Core.Mail;

/// <summary>
/// Whether the receiving host called a message spam (replies.md A12). Only header fields are read that hosts add or overwrite, and only the
/// topmost of each, the nearest host's; a sender who writes one himself silences himself alone. A subject that says ***SPAM*** proves nothing.
/// </summary>
public static partial class SpamMarks
{
    /// <summary>Exchange calls 5 and 6 spam, 7 to 9 spam for sure.</summary>
    private const int SpamConfidenceLevel = 5;

    private static readonly (string Header, Func<string, bool> SaysSpam)[] Filters =
    [
        ("X-Spam-Flag", StartsWithYes),
        ("X-Spam-Status", StartsWithYes),
        ("X-Spam", StartsWithYes),
        ("X-Barracuda-Spam-Status", StartsWithYes),
        ("X-Rspamd-Action", v => v.Trim().ToLowerInvariant() is "add header" or "rewrite subject" or "reject" or "quarantine"),
        ("X-Spamd-Result", v => RspamdTrue().IsMatch(v)),
        ("X-MS-Exchange-Organization-SCL", v => IsSpamLevel(v)),
        ("X-Forefront-Antispam-Report", v => ForefrontSpam().IsMatch(v) || (ForefrontLevel().Match(v) is { Success: true } m && IsSpamLevel(m.Groups[1].Value))),
    ];

    /// <summary>Whether a flag of the server or a header of its filter marks it.</summary>
    public static bool Has(IncomingMessage message) => message.FlaggedAsSpam || Header(message) is not null;

    /// <summary>The name of the header field that says so, or null.</summary>
    public static string? Header(IncomingMessage message) =>
        Filters.FirstOrDefault(f => message.Headers.First(f.Header) is { } value && f.SaysSpam(value)).Header;

    private static bool StartsWithYes(string value) => Yes().IsMatch(value);

    private static bool IsSpamLevel(string value) =>
        int.TryParse(value.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var level) && level >= SpamConfidenceLevel;

    [GeneratedRegex(@"^\s*(yes|true)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Yes();

    [GeneratedRegex(@"^\s*[\w.-]+:\s*True\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RspamdTrue();

    // SPM: judged spam; SKS: by a transport rule; SKB: by her own list of blocked senders.
    [GeneratedRegex(@"(^|;)\s*SFV:(SPM|SKS|SKB)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ForefrontSpam();

    [GeneratedRegex(@"(?:^|;)\s*SCL:(-?\d+)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ForefrontLevel();
}
