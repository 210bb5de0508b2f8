using System.Security.Cryptography;
using NodaTime;

namespace BoundaryWorker.Mail.Reading;

/// <summary>What identifies a stored message, from its header alone (see Core's <c>MessageKey</c>).</summary>
public static class HeaderFacts
{
    /// <summary>Reads only the header. Throws only what reading the stream throws.</summary>
    /// <param name="message">A message from its first byte; a stream that can seek is read again from where it stood.</param>
    /// <returns>
    /// Message-ID without brackets, or null; SHA-256 of the header bytes as 64 hexadecimal digits in lower case; the time in the topmost Received field, or null.
    /// </returns>
    public static (string? MessageId, string HeaderDigest, Instant? TopmostReceived) Of(Stream message)
    {
        var bytes = HeaderBytes.Read(message);
        using var source = MessageSource.Of(new MemoryStream(bytes, writable: false));
        var fields = HeaderReading.Fields(source);
        return (HeaderReading.MessageId(fields), Convert.ToHexStringLower(SHA256.HashData(bytes)), HeaderReading.ReceivedDate(fields));
    }
}
