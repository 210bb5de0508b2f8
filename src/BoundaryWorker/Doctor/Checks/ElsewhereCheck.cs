using BoundaryWorker.Core.Code;
using BoundaryWorker.Mail.Inspecting;

namespace BoundaryWorker.Doctor.Checks;

/// <summary>
/// Client mail that rules of the server, or of another mail program, file into folders that nobody watches (D5). Mail that she moved there by hand
/// looks the same but that she read it before: so only what is unread is taken for filed.
/// </summary>
public static class ElsewhereCheck
{
    /// <summary>A finding for each such folder.</summary>
    /// <param name="elsewhere">What lies in other folders.</param>
    /// <param name="clients">Her clients.</param>
    /// <param name="watched">The setting <c>Folders</c> as it is.</param>
    public static IEnumerable<Finding> Of(FiledElsewhere elsewhere, ClientBook clients, IReadOnlyList<string> watched, SettingPlace place)
    {
        var found = elsewhere.Mail
            .Select(m => (Mail: m, clients.Match(m.From)?.Client))
            .Where(m => m.Client is not null)
            .GroupBy(m => m.Mail.Folder)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToList();
        foreach (var folder in found)
        {
            var names = Words.List([.. folder.Select(m => m.Client!.Name).Distinct().Order(StringComparer.Ordinal)]);
            var unread = folder.Count(m => !m.Mail.IsSeen);
            var folders = string.Join(", ", watched.Append(folder.Key).Select(f => $"\"{f}\""));
            var remedy = $"{place.Of("Folders")}: \"Folders\": [ {folders} ]";
            yield return unread > 0
                ? Finding.ToDo(
                    $"In {folder.Key}, which is not watched, {Is(folder.Count())} of the last 14 days from {names}, {unread} unread: it seems that a rule files them there. They are neither held nor answered.",
                    remedy)
                : Finding.Note($"In {folder.Key}, which is not watched, {Is(folder.Count())} of the last 14 days from {names}, all read. If you moved them there yourself, all is well; if a rule did:", remedy);
        }

        if (found.Count == 0)
        {
            yield return Finding.Fine(elsewhere.IsComplete ? "No client's mail of the last 14 days lies in a folder that is not watched." : "No client's mail was found in folders that are not watched.");
        }

        if (!elsewhere.IsComplete)
        {
            yield return Finding.Note("There is too much mail in other folders to look at all of it; the newest of each was looked at.");
        }
    }

    private static string Is(int count) => count == 1 ? "is 1 message" : $"are {Words.Count(count, "message")}";
}
