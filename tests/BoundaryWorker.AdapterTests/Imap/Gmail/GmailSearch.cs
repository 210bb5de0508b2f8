using System.Globalization;

namespace BoundaryWorker.AdapterTests.Imap.Gmail;

/// <summary>SEARCH in an open folder, and sets of UIDs.</summary>
internal static class GmailSearch
{
    public static string Answer(string tag, GmailFolder folder, GmailWords words)
    {
        var extended = words.Word(2).Equals("RETURN", StringComparison.OrdinalIgnoreCase);
        var found = folder.Messages.Where(Criteria(folder, words, extended ? 4 : 2)).Select(m => m.Uid).ToList();
        return extended
            ? $"* ESEARCH (TAG \"{tag}\") UID{(found.Count == 0 ? "" : " ALL " + string.Join(',', found))}"
            : $"* SEARCH{string.Concat(found.Select(uid => $" {uid}"))}";
    }

    /// <summary>Those of the set that are there.</summary>
    public static IReadOnlyList<uint> Uids(string set, GmailFolder folder)
    {
        var last = folder.Messages.Select(m => m.Uid).DefaultIfEmpty(0u).Max();
        var ranges = set.Split(',').Select(r => r.Split(':').Select(n => n == "*" ? last : uint.Parse(n, CultureInfo.InvariantCulture)).ToList()).ToList();
        return [.. folder.Messages.Select(m => m.Uid).Where(uid => ranges.Exists(r => uid >= Math.Min(r[0], r[^1]) && uid <= Math.Max(r[0], r[^1])))];
    }

    private static Func<(uint Uid, GmailMessage Message), bool> Criteria(GmailFolder folder, GmailWords words, int at)
    {
        var all = new List<Func<(uint Uid, GmailMessage Message), bool>>();
        while (at < words.Count)
        {
            var (key, value) = (words.Word(at).ToUpperInvariant(), words.Word(at + 1));
            at += key == "ALL" ? 1 : 2;
            all.Add(key switch
            {
                "ALL" => _ => true,
                "UID" => m => Uids(value, folder).Contains(m.Uid),
                "SINCE" => m => Day(m.Message) >= Day(value),
                "BEFORE" => m => Day(m.Message) < Day(value),
                "SMALLER" => m => m.Message.Bytes.Length < int.Parse(value, CultureInfo.InvariantCulture),
                "LARGER" => m => m.Message.Bytes.Length > int.Parse(value, CultureInfo.InvariantCulture),
                "X-GM-MSGID" => m => m.Message.Id == ulong.Parse(value, CultureInfo.InvariantCulture),
                "MODSEQ" => m => m.Message.ModSeq >= ulong.Parse(value, CultureInfo.InvariantCulture),
                _ => throw new InvalidOperationException($"The scripted Gmail does not search by {key}."),
            });
        }

        return m => all.TrueForAll(c => c(m));
    }

    private static DateTime Day(GmailMessage message) => message.Received.ToDateTimeUtc().Date;

    private static DateTime Day(string text) => DateTime.ParseExact(text, "d-MMM-yyyy", CultureInfo.InvariantCulture);
}
