using BoundaryWorker.Mail.Imap;

namespace BoundaryWorker.Doctor.Checks;

/// <summary>What an IMAP server can, and what follows from it.</summary>
public static class ImapCheck
{
    private const double NearlyFull = 0.9;

    /// <summary>The findings, without those of <see cref="FoldersCheck"/>.</summary>
    public static IEnumerable<Finding> Of(ImapServerFacts facts, ImapSettings settings, SettingPlace place)
    {
        yield return Holding(facts, settings, place);
        yield return facts.Idle
            ? Finding.Fine("It tells of new mail at once (IDLE).")
            : Finding.Note("It does not tell of new mail (no IDLE): a message is noticed at the next look, see `Poll`.");
        if (!facts.SpecialUse)
        {
            yield return Finding.Note("It does not say which folder is for what (no SPECIAL-USE): the folders of sent mail and junk are known by their usual names.");
        }

        if (Further(facts) is { Count: > 0 } further)
        {
            yield return Finding.Fine($"It also offers {Words.List(further)}.");
        }

        if (facts.Gmail)
        {
            yield return Finding.Note("This is Gmail: an older part of a conversation may still show a message that is held.");
        }

        if (facts.Quota is var (used, limit))
        {
            yield return used >= limit * NearlyFull
                ? Finding.ToDo(
                    $"The mailbox is nearly full: {Words.Size(used)} of {Words.Size(limit)}. A full one takes in no mail.",
                    "Make room: empty the trash, delete or move large messages.")
                : Finding.Fine($"There is room: {Words.Size(used)} of {Words.Size(limit)} are used.");
        }
    }

    private static Finding Holding(ImapServerFacts facts, ImapSettings settings, SettingPlace place) => (settings.Hold, facts) switch
    {
        (ImapHold.Flag, _) => Finding.Fine($"Messages are held where they are, by the mark {ImapFlagging.Keyword} (\"Hold\": \"flag\")."),
        (_, { Move: true }) => Finding.Fine("It moves messages in one step (MOVE)."),
        (_, { UidPlus: true }) => Finding.Fine("It moves messages safely: copied, the copy compared, the original alone removed (UIDPLUS)."),
        _ => Finding.ToDo(
            "It can neither move a message (MOVE) nor remove a single one (UIDPLUS), so nothing can be held, and nobody is answered.",
            $"{place.Of("Imap")}: add \"Hold\": \"flag\" inside Imap. Held messages then stay in the inbox with a mark."),
    };

    private static List<string> Further(ImapServerFacts facts) =>
    [
        .. facts.CondStore ? (string[])["CONDSTORE (it numbers changes)"] : [],
        .. facts.SpecialUse ? (string[])["SPECIAL-USE (it says which folder is for what)"] : [],
        .. facts.Namespace ? (string[])["NAMESPACE (it says where your own folders are)"] : [],
        .. facts.Preview ? (string[])["PREVIEW (it shows the start of a text)"] : [],
    ];
}
