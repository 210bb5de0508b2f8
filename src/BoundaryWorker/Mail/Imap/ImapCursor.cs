using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.Mail.Imap;

/// <summary>How far a folder was looked at.</summary>
/// <param name="Validity">UIDVALIDITY then: with another one, all UIDs are void (RFC 3501 2.3.1.1).</param>
/// <param name="Next">The first UID that was not there.</param>
internal readonly record struct ImapMark(uint Validity, uint Next);

/// <summary>
/// What a look returns for the next one: <c>i1;instant;folder=validity.next;...</c>. Folders stand by a digest of their names, so that some fifty
/// of them fit into 2 KB.
/// </summary>
/// <param name="At">When the look was.</param>
/// <param name="Marks">By <see cref="Key"/>.</param>
internal sealed record ImapCursor(Instant At, IReadOnlyDictionary<string, ImapMark> Marks)
{
    private const string Version = "i1";

    /// <summary>How a folder's name stands in the cursor.</summary>
    public static string Key(string folder) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..12];

    /// <summary>Reads one; null where it is none of ours: then nothing is known, as at the very first look.</summary>
    public static ImapCursor? Parse(string? text)
    {
        if (text?.Split(';') is not [Version, var at, .. var folders] || !InstantPattern.ExtendedIso.Parse(at).TryGetValue(default, out var instant))
        {
            return null;
        }

        var marks = new Dictionary<string, ImapMark>();
        foreach (var folder in folders)
        {
            if (folder.Split('=', '.') is not [var key, var validity, var next]
                || !uint.TryParse(validity, NumberStyles.None, CultureInfo.InvariantCulture, out var v)
                || !uint.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out var n))
            {
                return null;
            }

            marks[key] = new ImapMark(v, n);
        }

        return new ImapCursor(instant, marks);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(
        ';',
        [Version, InstantPattern.ExtendedIso.Format(At), .. Marks.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Key}={m.Value.Validity}.{m.Value.Next}"))]);
}
