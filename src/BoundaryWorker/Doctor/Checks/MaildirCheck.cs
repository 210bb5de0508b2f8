using BoundaryWorker.Mail.Maildir;

namespace BoundaryWorker.Doctor.Checks;

/// <summary>Whether a Maildir can be worked in.</summary>
public static class MaildirCheck
{
    /// <summary>The findings.</summary>
    /// <param name="path">The Maildir.</param>
    /// <param name="held">Held's name.</param>
    public static IEnumerable<Finding> Of(MaildirFacts facts, string path, string held, SettingPlace place)
    {
        if (!facts.Exists)
        {
            yield return facts.Foreign is { } foreign
                ? Finding.ToDo(foreign, $"{place.Of("Maildir.Path")}: give the folder of your Maildir.")
                : Finding.Note($"{path} is not there yet; `run` makes it.", $"If your mail is there already, {place.Of("Maildir.Path")} names the wrong folder.");
            yield break;
        }

        foreach (var folder in facts.Watched)
        {
            yield return folder.Exists ? Finding.Fine($"{folder.Name} is watched.") : FoldersCheck.Missing(folder.Name, place);
        }

        yield return facts.MoveProblem is { } problem
            ? Finding.ToDo(problem, $"Give the account this program runs under the right to write there. Both folders must lie on one disk (with Docker: in one mount), below {path}.")
            : Finding.Fine(facts.HeldIsNew ? $"{held} was made just now, and messages can be moved into it and back." : $"{held} is there, and messages can be moved into it and back.");
        yield return facts.WatchWorks
            ? Finding.Fine("The system tells of new mail at once.")
            : Finding.Note("The system does not tell of new files there (a network disk, or no inotify watch left): a message is noticed at the next look, see `Poll`.");
        yield return FoldersCheck.Sent(facts.Sent);
    }
}
