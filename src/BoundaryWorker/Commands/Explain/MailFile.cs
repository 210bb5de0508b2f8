using System.Text;
using System.Text.RegularExpressions;

namespace BoundaryWorker.Commands.Explain;

/// <summary>Whether a file is one mail, before it is read as one.</summary>
internal static partial class MailFile
{
    private const int LooksAt = 64 << 10;

    /// <summary>Why a file is no mail, in the owner's words, or null where it is one.</summary>
    public static string? WhyNot(Stream file)
    {
        var head = new byte[LooksAt];
        var start = Encoding.Latin1.GetString(head, 0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)).TrimStart('ï', '»', '¿').TrimStart();
        file.Position = 0;
        return start.Length == 0 ? "the file is empty"
            : start.StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase) ? "this is a calendar object by itself, not a mail that brings one"
            : start.StartsWith("From ", StringComparison.Ordinal) && MessagesOfMbox(file) is > 1 and var count ? $"this is an mbox of {count} messages; save each as a file of its own"
            : !HasMailHeader(start) ? "this is no mail: it does not begin with header fields such as From, Date or Subject"
            : null;
    }

    private static bool HasMailHeader(string start)
    {
        var end = EmptyLine().Match(start);
        return KnownField().IsMatch(end.Success ? start[..end.Index] : start);
    }

    // In an mbox every message begins with "From sender date" after an empty line (RFC 4155).
    private static int MessagesOfMbox(Stream file)
    {
        using var reader = new StreamReader(file, Encoding.Latin1, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var count = 0;
        for (string? line, before = ""; (line = reader.ReadLine()) is not null; before = line)
        {
            count += before.Length == 0 && Separator().IsMatch(line) ? 1 : 0;
        }

        file.Position = 0;
        return count;
    }

    [GeneratedRegex(@"\r?\n\r?\n", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EmptyLine();

    [GeneratedRegex(
        @"^(From|To|Cc|Bcc|Sender|Reply-To|Subject|Date|Received|Return-Path|Message-ID|MIME-Version|Content-Type|Content-Transfer-Encoding|Delivered-To|X-Original-To|Envelope-To|Authentication-Results|DKIM-Signature|In-Reply-To|References|Resent-[A-Za-z-]+|List-[A-Za-z-]+|Auto-Submitted|Precedence)[ \t]*:",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex KnownField();

    [GeneratedRegex(@"^From \S+.*\d\d:\d\d.*\d{4}\s*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separator();
}
