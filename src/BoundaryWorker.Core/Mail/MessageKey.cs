using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace BoundaryWorker.Core.Mail;

/// <summary>
/// The identity of one stored message in the ledger: it survives restarts and moves between folders, since it is made of what a move keeps
/// (mailbox, Message-ID or else the header, arrival, size) and not of where the message lies. Copies alike in all of that differ by
/// <c>ordinal</c>.
/// </summary>
/// <param name="Value">32 hexadecimal digits; says nothing about the message to who reads a log.</param>
public sealed record MessageKey(string Value)
{
    /// <summary>Makes the key.</summary>
    /// <param name="mailbox">The mailbox's id in appsettings.json.</param>
    /// <param name="messageId">Message-ID without brackets, or null: then <paramref name="headerDigest"/> stands for it.</param>
    /// <param name="headerDigest">A digest of the header bytes.</param>
    /// <param name="received">The arrival; whole seconds count, as INTERNALDATE has no more.</param>
    /// <param name="size">Size in bytes.</param>
    /// <param name="ordinal">0, or 1, 2... for further copies alike in all of the above.</param>
    public static MessageKey Of(string mailbox, string? messageId, string headerDigest, Instant received, long size, int ordinal = 0)
    {
        var text = string.Join('\n', mailbox, messageId ?? headerDigest, received.ToUnixTimeSeconds(), size, ordinal);
        return new MessageKey(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32]);
    }

    /// <summary>The first eight digits: what she sees and types (<c>release 3f2a9c01</c>).</summary>
    public string Label => Value[..8];

    /// <inheritdoc/>
    public override string ToString() => Value;
}
