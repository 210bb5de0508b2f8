using MimeKit;

namespace BoundaryWorker.AdapterTests.Loops;

/// <summary>What gateways do to mail between two people.</summary>
internal static class OnTheWay
{
    private static readonly FormatOptions Format = NewFormat();

    /// <summary>
    /// Takes off everything by which an automatic message can be known: Auto-Submitted, Precedence, the marker and all other X- fields; Message-ID becomes another
    /// one, as at hosts that write their own.
    /// </summary>
    public static void Strip(MimeMessage mail, string newId)
    {
        foreach (var field in mail.Headers.Select(h => h.Field).Where(IsMark).Distinct(StringComparer.OrdinalIgnoreCase).ToList())
        {
            mail.Headers.RemoveAll(field);
        }

        mail.MessageId = newId;
    }

    /// <summary>As it travels.</summary>
    public static byte[] Bytes(MimeMessage mail)
    {
        using var bytes = new MemoryStream();
        mail.WriteTo(Format, bytes);
        return bytes.ToArray();
    }

    private static bool IsMark(string field) =>
        field.StartsWith("X-", StringComparison.OrdinalIgnoreCase) || field.Equals("Auto-Submitted", StringComparison.OrdinalIgnoreCase) || field.Equals("Precedence", StringComparison.OrdinalIgnoreCase);

    private static FormatOptions NewFormat()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }
}
