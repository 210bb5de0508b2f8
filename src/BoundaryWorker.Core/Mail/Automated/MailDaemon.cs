using System.Text.RegularExpressions;

namespace BoundaryWorker.Core.Mail;

/// <summary>The names that mail programs write of failed deliveries under (replies.md A8, A9, A17).</summary>
public static partial class MailDaemon
{
    /// <summary>Whether a local part or a display name is one of theirs; letter case and diacritics ignored.</summary>
    public static bool IsName(string name) => Names().IsMatch(Folding.Fold(name));

    [GeneratedRegex(
        @"daemon|postmaster|mail delivery|delivery (system|subsystem)|mail system|mailsystem|system administrator|interscan|mail administrator|mailadmin|^(mail|smtp|mta)$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Names();
}
