using System.Buffers;

namespace BoundaryWorker.Core.Mail;

/// <summary>One mailbox of RFC 5322 3.4: a display name and an addr-spec. Two are equal when their addr-specs are, letter case ignored.</summary>
/// <param name="Local">The local part as written, without quotes.</param>
/// <param name="Domain">The domain in lower case, in its ASCII (punycode) form where the reader could make one.</param>
/// <param name="DisplayName">The decoded display name, empty where there is none. Data from mail: never used to recognise anybody (design.md promise 8).</param>
public sealed record EmailAddress(string Local, string Domain, string DisplayName = "")
{
    private static readonly SearchValues<char> NotInAddress = SearchValues.Create(" \t\r\n<>,;");

    /// <summary>The identity of a person: <c>local@domain</c> in lower case.</summary>
    public string Key => $"{Local}@{Domain}".ToLowerInvariant();

    /// <summary><c>local@domain</c> as it goes into a header or an envelope.</summary>
    public string Bare => $"{Local}@{Domain}";

    /// <inheritdoc/>
    public bool Equals(EmailAddress? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <summary>Reads a bare <c>local@domain</c>; no display name, no brackets. Null where it is none.</summary>
    public static EmailAddress? TryParse(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        var at = trimmed.LastIndexOf('@');
        if (at <= 0 || at == trimmed.Length - 1)
        {
            return null;
        }

        var local = trimmed[..at].Trim('"');
        var domain = trimmed[(at + 1)..].ToLowerInvariant();
        return local.Length == 0 || local.Contains('@', StringComparison.Ordinal) || trimmed.AsSpan().ContainsAny(NotInAddress) || domain.Contains('@', StringComparison.Ordinal)
            ? null
            : new EmailAddress(local, domain);
    }

    /// <inheritdoc/>
    public override string ToString() => Bare;
}
