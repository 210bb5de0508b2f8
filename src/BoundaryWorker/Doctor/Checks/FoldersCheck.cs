using BoundaryWorker.Mail.Imap;
using BoundaryWorker.Mail.Inspecting;

namespace BoundaryWorker.Doctor.Checks;

/// <summary>Whether the folders that are needed are there and may be written to.</summary>
public static class FoldersCheck
{
    /// <summary>Of a mailbox at a server.</summary>
    public static IEnumerable<Finding> Of(ImapServerFacts facts, ImapSettings settings, SettingPlace place) =>
        facts.Watched.Select(f => Watched(f, settings, place))
            .Concat(settings.Hold == ImapHold.Move ? Held(facts, settings, place) : [])
            .Concat(Others(facts));

    private static Finding Watched(FolderFacts folder, ImapSettings settings, SettingPlace place) => folder switch
    {
        { Exists: false } => Missing(folder.Name, place),
        { IsWritable: false } => Finding.ToDo(
            $"{folder.Name} may only be read: nothing can be held that arrives there.",
            "If the mailbox is shared with you, ask its owner for the right to delete and insert messages; else ask your host."),
        { KeepsKeywords: false } when settings.Hold == ImapHold.Flag => Finding.ToDo(
            $"The server keeps no marks of ours on messages of {folder.Name}, so nothing can be held that arrives there.",
            $"{place.Of("Imap.Hold")}: take \"Hold\": \"flag\" out, if the server can move messages. Else this server cannot be used to hold."),
        _ => Finding.Fine($"{folder.Name} is watched."),
    };

    /// <summary>A watched folder that is not there.</summary>
    public static Finding Missing(string name, SettingPlace place) => Finding.ToDo(
        $"The folder {name}, which is to be watched, is not there: the whole mailbox is left alone until it is.",
        $"{place.Of("Folders")}: correct its name in Folders, or make it in your mail program.");

    private static IEnumerable<Finding> Held(ImapServerFacts facts, ImapSettings settings, SettingPlace place)
    {
        var elsewhere = $"{place.Of("Held")}: choose another name with \"Held\": \"...\"";
        if (facts.HeldProblem is { } problem)
        {
            yield return Finding.ToDo($"The folder {settings.Held} could not be made: {problem}", $"Make it in your mail program; or {elsewhere}");
        }

        if (facts.Held is not { } held)
        {
            yield break;
        }

        yield return held.IsWritable
            ? Finding.Fine(facts.HeldIsNew ? $"{settings.Held} was made just now; held messages will wait there." : $"{settings.Held} is there; held messages wait in it.")
            : Finding.ToDo($"{settings.Held} may only be read: nothing can be put into it.", $"Give yourself the right to insert messages there; or {elsewhere}");
        if (!facts.HeldIsSubscribed)
        {
            yield return Finding.ToDo($"Your mail program may not show {settings.Held}: the server did not keep its subscription.", $"Subscribe to {settings.Held} in your mail program, so that you can always see what waits.");
        }
    }

    private static IEnumerable<Finding> Others(ImapServerFacts facts)
    {
        yield return Sent(facts.Sent);
        if (facts.Junk.Count > 0)
        {
            yield return Finding.Fine($"Junk is never read: {Words.List(facts.Junk)}.");
        }
    }

    /// <summary>The folders of sent mail.</summary>
    public static Finding Sent(IReadOnlyList<string> sent) => sent.Count > 0
        ? Finding.Fine($"What you send is found in {Words.List(sent)}.")
        : Finding.Note("No folder of sent mail was found: it cannot be seen when you wrote to somebody yourself, nor whether another program answers for you.");
}
