using System.Globalization;
using BoundaryWorker.Mail.Maildir;
using NodaTime;

namespace BoundaryWorker.AdapterTests.Imap.Gmail;

/// <summary>
/// One connection: the commands that the adapter's library sends, answered in the shapes in which Gmail answers (its published IMAP extensions, and
/// answers recorded of it by others). What is not known here is refused as Gmail refuses it.
/// </summary>
internal sealed class GmailSession(GmailAccount account)
{
    private GmailFolder? selected;
    private bool readOnly;

    // What the connection was told: the UIDs by sequence number.
    private List<uint> told = [];

    /// <summary>All lines of the answer, the tagged one last.</summary>
    public IReadOnlyList<string> Answer(string tag, string command)
    {
        lock (account)
        {
            var words = GmailWords.Of(command);
            var verb = words.Word(0).ToUpperInvariant();
            var lines = new List<string>();
            var end = verb == "UID" ? Uid(tag, words, lines) : Of(verb, words, command, lines);
            if (verb is not "FETCH" && !(verb == "UID" && words.Word(1) is "FETCH" or "STORE" or "SEARCH"))
            {
                lines.AddRange(Unsaid());
            }

            return [.. lines, $"{tag} {end}"];
        }
    }

    /// <summary>APPEND, the only command that brings a literal.</summary>
    public IReadOnlyList<string> Append(string tag, string command, byte[] bytes)
    {
        lock (account)
        {
            var words = GmailWords.Of(command);
            if (Named(words.Word(1)) is not { Label: { } label } folder)
            {
                return [$"{tag} NO [TRYCREATE] Folder doesn't exist. (Failure)"];
            }

            var date = DateTimeOffset.ParseExact(words.Word(3).Trim(), "d-MMM-yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture);
            account.Deliver(bytes, Instant.FromDateTimeOffset(date), [label], words.List(2));
            return [.. Unsaid(), $"{tag} OK [APPENDUID {folder.Validity} {folder.Next - 1}] (Success)"];
        }
    }

    /// <summary>What happened in the open folder since the connection was last told.</summary>
    public IReadOnlyList<string> News()
    {
        lock (account)
        {
            return Unsaid();
        }
    }

    private string Of(string verb, GmailWords words, string command, List<string> lines)
    {
        switch (verb)
        {
            case "CAPABILITY":
                lines.Add("* CAPABILITY IMAP4rev1 UNSELECT IDLE NAMESPACE QUOTA ID XLIST CHILDREN X-GM-EXT-1 XYZZY SASL-IR AUTH=XOAUTH2 AUTH=PLAIN AUTH=PLAIN-CLIENTTOKEN AUTH=OAUTHBEARER");
                return "OK Thats all she wrote! k2if6111336rvb";
            case "AUTHENTICATE":
                lines.Add($"* CAPABILITY {account.Capabilities}");
                return "OK nora@norafield.example authenticated (Success)";
            case "NAMESPACE":
                lines.Add("* NAMESPACE ((\"\" \"/\")) NIL NIL");
                return "OK Success";
            case "LIST" or "XLIST" or "LSUB":
                lines.AddRange(List(verb, words));
                return "OK Success";
            case "CREATE":
                account.Create(ModifiedUtf7.Decode(words.Word(1)));
                return "OK Success";
            case "SUBSCRIBE" or "NOOP" or "ENABLE":
                return "OK Success";
            case "STATUS":
                return Status(words, lines);
            case "SELECT" or "EXAMINE":
                return Select(words, verb == "EXAMINE", lines);
            case "UNSELECT" or "CLOSE":
                (selected, told) = (null, []);
                return "OK Returned to authenticated state. (Success)";
            case "FETCH":
                var number = int.Parse(words.Word(1), CultureInfo.InvariantCulture);
                lines.AddRange(Fetch([told[number - 1]], words, 2));
                return "OK Success";
            default:
                return $"BAD Unknown command {command.Split(' ')[0]}";
        }
    }

    private string Uid(string tag, GmailWords words, List<string> lines)
    {
        switch (words.Word(1).ToUpperInvariant())
        {
            case "SEARCH":
                lines.Add(GmailSearch.Answer(tag, selected!, words));
                return "OK SEARCH completed (Success)";
            case "FETCH":
                lines.AddRange(Fetch(GmailSearch.Uids(words.Word(2), selected!), words, 3));
                return "OK Success";
            case "STORE":
                return Store(words);
            case "MOVE":
                return Move(words, lines);
            default:
                return "BAD Unknown command";
        }
    }

    private IEnumerable<string> List(string verb, GmailWords words)
    {
        var special = words.Count > 3;
        var pattern = words.Word(special ? 3 : 2);
        return account.Folders
            .Where(f => pattern == "*" || f.Name.Equals(pattern, StringComparison.OrdinalIgnoreCase) || (pattern == "%" && !f.Name.Contains('/')))
            .Where(f => !special || f.Attributes.Split(' ').Length > 1)
            .Select(f => $"* {verb} ({f.Attributes}) \"/\" \"{f.Name}\"");
    }

    private string Status(GmailWords words, List<string> lines)
    {
        if (Named(words.Word(1)) is not { } folder)
        {
            return $"NO [NONEXISTENT] Unknown Mailbox: {words.Word(1)} (Failure)";
        }

        var values = words.List(2).Select(item => $"{item} " + item switch
        {
            "MESSAGES" => $"{folder.Messages.Count}",
            "UIDNEXT" => $"{folder.Next}",
            "UIDVALIDITY" => $"{folder.Validity}",
            "HIGHESTMODSEQ" => $"{account.ModSeq}",
            _ => "0",
        });
        lines.Add($"* STATUS \"{folder.Name}\" ({string.Join(' ', values)})");
        return "OK Success";
    }

    private string Select(GmailWords words, bool examine, List<string> lines)
    {
        if (Named(words.Word(1)) is not { Label: not null } folder)
        {
            (selected, told) = (null, []);
            return $"NO [NONEXISTENT] Unknown Mailbox: {words.Word(1)} (Failure)";
        }

        (selected, readOnly, told) = (folder, examine, [.. folder.Messages.Select(m => m.Uid)]);
        const string Flags = "\\Answered \\Flagged \\Draft \\Deleted \\Seen $NotPhishing $Phishing";
        lines.AddRange(
        [
            $"* FLAGS ({Flags})",
            $"* OK [PERMANENTFLAGS ({(examine ? "" : Flags + " \\*")})] Flags permitted.",
            $"* OK [UIDVALIDITY {folder.Validity}] UIDs valid.",
            $"* {told.Count} EXISTS",
            "* 0 RECENT",
            $"* OK [UIDNEXT {folder.Next}] Predicted next UID.",
            $"* OK [HIGHESTMODSEQ {account.ModSeq}]",
        ]);
        return $"OK [{(examine ? "READ-ONLY" : "READ-WRITE")}] {folder.Name} selected. (Success)";
    }

    private IEnumerable<string> Fetch(IReadOnlyList<uint> uids, GmailWords words, int at) => selected!.Messages
        .Where(m => uids.Contains(m.Uid) && told.Contains(m.Uid))
        .Select(m => GmailFetch.Answer(told.IndexOf(m.Uid) + 1, m.Uid, m.Message, selected, [.. words.ListOrWord(at).Prepend("UID").Distinct()]));

    private string Store(GmailWords words)
    {
        var item = words.Word(3).ToUpperInvariant();
        if (readOnly || (account.RefusesLabels && item.Contains("LABELS", StringComparison.Ordinal)))
        {
            return "NO [CANNOT] Store not permitted. (Failure)";
        }

        foreach (var message in Those(words.Word(2)))
        {
            foreach (var label in words.List(4))
            {
                account.Label(message, ModifiedUtf7.Decode(label), item[0] == '+');
            }
        }

        return item.Contains("X-GM-LABELS", StringComparison.Ordinal) ? "OK Success" : "BAD Could not parse command";
    }

    private string Move(GmailWords words, List<string> lines)
    {
        if (readOnly || Named(words.Word(3)) is not { Label: { } label } to)
        {
            return readOnly ? "NO [READ-ONLY] Folder is read-only. (Failure)" : $"NO [TRYCREATE] Folder doesn't exist. (Failure)";
        }

        var uids = GmailSearch.Uids(words.Word(2), selected!).ToList();
        var moved = Those(words.Word(2));
        foreach (var message in moved)
        {
            account.Label(message, label, true);
            if (!account.MoveKeepsTheOldLabel)
            {
                account.Label(message, selected!.Label!, false);
            }
        }

        lines.AddRange(Unsaid());
        var places = moved.Select(m => to.Messages.Single(p => p.Message == m).Uid);
        return moved.Count == 0 ? "OK (Success)" : $"OK [COPYUID {to.Validity} {string.Join(',', uids)} {string.Join(',', places)}] (Success)";
    }

    private List<GmailMessage> Those(string set) => [.. GmailSearch.Uids(set, selected!).Select(uid => selected!.Messages.Single(m => m.Uid == uid).Message)];

    private GmailFolder? Named(string name) => account.Folders.Find(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private List<string> Unsaid()
    {
        var lines = new List<string>();
        if (selected is null)
        {
            return lines;
        }

        var there = selected.Messages.Select(m => m.Uid).ToList();
        foreach (var gone in told.Except(there).ToList())
        {
            lines.Add($"* {told.IndexOf(gone) + 1} EXPUNGE");
            told.Remove(gone);
        }

        if (there.Count != told.Count || lines.Count > 0)
        {
            lines.Add($"* {there.Count} EXISTS");
            told = there;
        }

        return lines;
    }
}
