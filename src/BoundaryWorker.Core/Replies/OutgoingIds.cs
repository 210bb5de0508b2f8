using System.Security.Cryptography;
using System.Text;
using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.Core.Replies;

/// <summary>
/// Names of what we send, made before sending and the same whenever they are made again (replies.md C7, E4): an HMAC under the installation's secret, so
/// that nobody can guess them or read a person out of them. The key stands in the marker, and with the sending domain it is the Message-ID.
/// </summary>
public static class OutgoingIds
{
    /// <summary>The key of a reply: owner, person and window (or rule and day).</summary>
    public static string Of(Installation installation, Owner owner, ReplyKey key) =>
        Hash(installation, "reply", owner.MainAddress.Key, key.Person, key.Scope);

    /// <summary>The key of the digest of a local day: one for each Code, though the same person may have two.</summary>
    /// <param name="installation">Who writes.</param>
    /// <param name="owner">Whose it is.</param>
    /// <param name="day">Her local day.</param>
    /// <param name="office">Which Code (<see cref="Situation.Office"/>).</param>
    public static string OfDigest(Installation installation, Owner owner, LocalDate day, string office = "")
    {
        var date = day.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return office.Length == 0
            ? Hash(installation, "digest", owner.MainAddress.Key, date)
            : Hash(installation, "digest", owner.MainAddress.Key, date, office);
    }

    /// <summary>The key of a notice to her.</summary>
    public static string OfNotice(Installation installation, Owner owner, string title, Instant now) =>
        Hash(installation, "notice", owner.MainAddress.Key, title, now.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The key of a test from an address of hers.</summary>
    public static string OfTest(Installation installation, EmailAddress alias, Instant now) =>
        Hash(installation, "test", alias.Key, now.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The Message-ID without brackets.</summary>
    public static string MessageId(string key, EmailAddress from) => $"{key}@{from.Domain}";

    private static string Hash(Installation installation, params string[] parts) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(installation.Secret, Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..32];
}
