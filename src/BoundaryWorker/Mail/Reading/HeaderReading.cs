using System.Text;
using BoundaryWorker.Core.Mail;
using MimeKit;
using MimeKit.Utils;
using NodaTime;

namespace BoundaryWorker.Mail.Reading;

/// <summary>The top-level header (RFC 5322 3.6), its fields in their order.</summary>
internal static class HeaderReading
{
    /// <summary>All fields as far as they can be told apart; lines that are no field are left out, where MimeKit would stop reading.</summary>
    public static HeaderList Fields(MessageSource source)
    {
        var list = new HeaderList();
        foreach (var raw in Unfolded(HeaderBytes.Read(source.Open(ReadingLimits.HeaderBytes))).Take(ReadingLimits.HeaderFields))
        {
            if (Header.TryParse(MimeTree.Options, raw, out var header))
            {
                list.Add(header);
            }
        }

        return list;
    }

    public static MailHeaders Headers(HeaderList header) => new([.. header.Select(h => new HeaderField(h.Field, Line(h)))]);

    /// <summary>The decoded value on one line, cut to the limit; empty for no field.</summary>
    public static string Line(Header? field)
    {
        var value = field?.Value ?? "";
        value = value.Length > ReadingLimits.FieldCharacters ? value[..ReadingLimits.FieldCharacters] : value;
        return value.AsSpan().ContainsAny('\r', '\n', '\0') ? value.Replace("\r", "").Replace("\n", "").Replace("\0", "").Trim() : value.Trim();
    }

    public static string? MessageId(HeaderList header) => Ids(header, "Message-ID") is [var id, ..] ? id : null;

    public static IReadOnlyList<string> Ids(HeaderList header, string name) =>
        [.. All(header, name)
            .SelectMany(h => MimeUtils.EnumerateReferences(Line(h)) is var ids && ids.Any() ? ids : Bare(Line(h)))
            .Where(id => id.Length is > 0 and < 998)
            .TakeLast(ReadingLimits.References)];

    public static IEnumerable<Header> All(HeaderList header, string name) =>
        header.Where(h => h.Field.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>A date-time (RFC 5322 3.3, obsolete forms too), or null.</summary>
    public static Instant? Date(string? text) =>
        text is not null && DateUtils.TryParse(text, out var date) && date.Year is > 1970 and < 9000 ? Instant.FromDateTimeOffset(date) : null;

    /// <summary>The time behind the last semicolon of the topmost Received field.</summary>
    public static Instant? ReceivedDate(HeaderList header) =>
        header.FirstOrDefault(h => h.Id == HeaderId.Received) is { } field ? Date(Line(field)[(Line(field).LastIndexOf(';') + 1)..].Trim()) : null;

    // Some programs leave the angle brackets off.
    private static IEnumerable<string> Bare(string value) =>
        value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => w.Contains('@', StringComparison.Ordinal)).Select(w => w.Trim('<', '>'));

    /// <summary>The raw bytes of each field, its continuation lines included.</summary>
    private static IEnumerable<byte[]> Unfolded(byte[] header)
    {
        var start = 0;
        for (var at = 0; at < header.Length;)
        {
            var eol = Array.IndexOf(header, (byte)'\n', at);
            at = eol < 0 ? header.Length : eol + 1;
            if (at < header.Length && header[at] is (byte)' ' or (byte)'\t')
            {
                continue;
            }

            if (IsField(header.AsSpan(start, at - start)))
            {
                yield return Cut(header[start..at]);
            }

            start = at;
        }
    }

    // At a comma or blank, so that no address or word is cut to another one.
    private static byte[] Cut(byte[] field)
    {
        if (field.Length <= ReadingLimits.FieldBytes)
        {
            return field;
        }

        var end = Array.FindLastIndex(field, ReadingLimits.FieldBytes, ReadingLimits.FieldBytes / 2, b => b is (byte)',' or (byte)' ' or (byte)'\n');
        return [.. field.AsSpan(0, end < 0 ? ReadingLimits.FieldBytes : end), (byte)'\r', (byte)'\n'];
    }

    private static bool IsField(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        return colon > 0 && Encoding.ASCII.GetString(line[..colon]).TrimEnd() is { Length: > 0 and < 200 } name && name.All(c => c is > ' ' and < (char)127);
    }
}
