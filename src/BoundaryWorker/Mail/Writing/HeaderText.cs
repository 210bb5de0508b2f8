using System.Globalization;
using System.Text;
using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Mail.Writing;

/// <summary>Values as they may stand in a header: no line end, no control character, nothing that begins a field of its own.</summary>
internal static class HeaderText
{
    // A Message-ID cannot be folded (RFC 5322 2.1.1): with its field name and brackets it must fit a line of 998.
    private const int MaxIdLength = 900;

    /// <summary>
    /// Unstructured text on one line; control characters and line separators become blanks, lone surrogates a replacement character. What
    /// would read as an encoded word (RFC 2047) is broken up, since readers would decode it to what stands in no clean text.
    /// </summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // EnumerateRunes gives the replacement character for a lone surrogate.
            clean.Append(IsBreak(rune) ? " " : rune.ToString());
        }

        return string.Join(' ', clean.Replace("=?", "= ?").ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The text of a body: control characters but line ends and tabs fall out, lines end in LF.</summary>
    public static string Body(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').EnumerateRunes())
        {
            clean.Append(Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control || rune.Value is '\n' or '\t' ? rune.ToString() : "");
        }

        return clean.ToString();
    }

    /// <summary>Whether a Message-ID without brackets can be written as it is.</summary>
    public static bool IsId(string id) => id.Length is > 0 and <= MaxIdLength && id.All(c => c is > ' ' and < (char)127 and not ('<' or '>'));

    /// <summary>A Message-ID, or <see cref="FormatException"/>: it must be kept, so it cannot be cleaned.</summary>
    public static string Id(string id) => IsId(id) ? id : throw new FormatException("its Message-ID has characters that none may have");

    /// <summary>The name of a further field; those that say who writes to whom and what is in it are the message's own.</summary>
    public static string FieldName(string name)
    {
        var isName = name.Length is > 0 and < 77 && name.All(c => c is > ' ' and < (char)127 and not ':');
        var isOwn = name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
            || name.ToLowerInvariant() is "from" or "sender" or "to" or "cc" or "bcc" or "reply-to" or "subject" or "date" or "message-id" or "in-reply-to" or "references" or "mime-version";
        return isName && !isOwn ? name : throw new FormatException($"{Of(name)} is no name for a further header field");
    }

    /// <summary>A language tag.</summary>
    public static string Token(string language) =>
        language.Length is > 0 and < 36 && language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? language : throw new FormatException("its language is no language tag");

    /// <summary>An address as it goes into a field; the local part is quoted where it must be (RFC 5322 3.4.1).</summary>
    public static string AddrSpec(EmailAddress address)
    {
        if (!address.Bare.All(c => c is >= ' ' and < (char)127))
        {
            throw new FormatException("its address has characters beyond ASCII");
        }

        var isAtom = address.Local.Split('.').All(a => a.Length > 0 && a.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~".Contains(c, StringComparison.Ordinal)));
        var local = isAtom ? address.Local : $"\"{address.Local.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        return $"{local}@{address.Domain}";
    }

    private static bool IsBreak(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
