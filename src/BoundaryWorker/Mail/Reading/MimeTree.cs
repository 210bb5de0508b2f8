using System.Diagnostics.CodeAnalysis;
using System.Text;
using MimeKit;
using MimeMessagePart = MimeKit.MessagePart;

namespace BoundaryWorker.Mail.Reading;

/// <summary>The MIME structure of a message (RFC 2045, 2046).</summary>
internal static class MimeTree
{
    /// <summary>How MimeKit reads: as loosely as it can, since mail is as people's programs write it.</summary>
    public static ParserOptions Options { get; } = new()
    {
        MaxMimeDepth = ReadingLimits.MimeDepth,
        AddressParserComplianceMode = RfcComplianceMode.Loose,
        ParameterComplianceMode = RfcComplianceMode.Loose,
        Rfc2047ComplianceMode = RfcComplianceMode.Loose,
        AllowUnquotedCommasInAddresses = true,
        AllowAddressesWithoutDomain = false,
        // For letters beyond ASCII that no encoded word explains: UTF-8 where it is UTF-8, else this, as in the text (TextDecoding).
        CharsetEncoding = CodePagesEncodingProvider.Instance.GetEncoding("windows-1250") ?? Encoding.UTF8,
    };

    /// <summary>Parses the message's body; false where there is none that can be parsed.</summary>
    public static bool TryParse(MessageSource source, [NotNullWhen(true)] out MimeEntity? body)
    {
        try
        {
            // Persistent: contents stay in the source and are read from there when asked for, so an attachment costs nothing.
            var stream = source.Open(PartCounter.SafeLength(source));
            body = new MimeParser(Options, stream, MimeFormat.Entity, persistent: true).ParseMessage().Body;
        }
        catch (Exception e) when (e is not IOException)
        {
            body = null;
        }

        return body is not null;
    }

    /// <summary>Every node, the message's own content type first, each before what lies in it.</summary>
    public static IReadOnlyList<Core.Mail.MessagePart> Describe(MimeEntity body)
    {
        var parts = new List<Core.Mail.MessagePart>();
        Describe(body, 0, parts);
        return parts;
    }

    /// <summary>The leaves that are the message's own, in their order; what lies in attached messages is not.</summary>
    public static IEnumerable<MimePart> OwnLeaves(MimeEntity entity) => entity switch
    {
        Multipart multipart => multipart.SelectMany(OwnLeaves),
        MimePart part => [part],
        _ => [],
    };

    /// <summary>The decoded content, at most <paramref name="limit"/> bytes, and whether that was all.</summary>
    public static (byte[] Bytes, bool IsWhole) Content(MimePart part, int limit)
    {
        if (part.Content is null)
        {
            return ([], true);
        }

        using var decoded = part.Content.Open();
        var bytes = new byte[Math.Min(limit, 65_536)];
        var length = 0;
        while (true)
        {
            var n = decoded.Read(bytes, length, bytes.Length - length);
            length += n;
            if (n == 0)
            {
                return (bytes[..length], true);
            }

            if (length == limit)
            {
                return (bytes, decoded.ReadByte() < 0);
            }

            if (length == bytes.Length)
            {
                Array.Resize(ref bytes, Math.Min(limit, bytes.Length * 2));
            }
        }
    }

    private static void Describe(MimeEntity entity, int depth, List<Core.Mail.MessagePart> parts)
    {
        if (parts.Count >= ReadingLimits.Parts || depth > ReadingLimits.MimeDepth)
        {
            return;
        }

        parts.Add(Describe(entity, depth));
        foreach (var child in entity switch
        {
            Multipart multipart => multipart.AsEnumerable(),
            MimeMessagePart { Message.Body: { } inner } => [inner],
            _ => [],
        })
        {
            Describe(child, depth + 1, parts);
        }
    }

    private static Core.Mail.MessagePart Describe(MimeEntity entity, int depth)
    {
        var parameters = entity.ContentType.Parameters.Take(100).DistinctBy(p => p.Name.ToLowerInvariant()).ToDictionary(p => p.Name.ToLowerInvariant(), p => p.Value ?? "");
        var fileName = entity.ContentDisposition?.FileName ?? entity.ContentType.Name;
        return new Core.Mail.MessagePart(
            entity.ContentType.MimeType.ToLowerInvariant(), depth, parameters, fileName, entity.IsAttachment || (fileName is not null && entity is not TextPart { IsAttachment: false }));
    }
}
