namespace BoundaryWorker.Mail.Reading;

/// <summary>The header of a message as bytes: all before the first empty line, however lines end.</summary>
internal static class HeaderBytes
{
    /// <summary>Reads no further than the header; its last line end is included, the empty line is not.</summary>
    public static byte[] Read(Stream message)
    {
        using var header = new MemoryStream();
        var buffer = new byte[8_192];
        for (int n; header.Length < ReadingLimits.HeaderBytes && (n = message.Read(buffer)) > 0;)
        {
            var searchFrom = (int)Math.Max(0, header.Length - 2);
            header.Write(buffer, 0, n);
            var end = End(header.GetBuffer().AsSpan(0, (int)header.Length), searchFrom);
            if (end >= 0)
            {
                return header.GetBuffer()[..end];
            }
        }

        return header.ToArray();
    }

    private static int End(ReadOnlySpan<byte> bytes, int from)
    {
        for (var i = from; i < bytes.Length; i++)
        {
            if (bytes[i] != '\n')
            {
                continue;
            }

            if (i + 1 < bytes.Length && bytes[i + 1] == '\n')
            {
                return i + 1;
            }

            if (i + 2 < bytes.Length && bytes[i + 1] == '\r' && bytes[i + 2] == '\n')
            {
                return i + 1;
            }
        }

        return -1;
    }
}
