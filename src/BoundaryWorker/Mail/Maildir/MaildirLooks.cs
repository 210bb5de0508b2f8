using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.Mail.Maildir;

/// <summary>The messages of each watched folder as a look saw them, by a key for each (see <see cref="MaildirLook"/>).</summary>
/// <param name="Cursor">The cursor that stands for this look.</param>
/// <param name="Names">By the folder's path.</param>
public sealed record MaildirListing(string Cursor, Dictionary<string, HashSet<string>> Names);

/// <summary>
/// What earlier looks of this process saw. Two are kept: the one whose cursor the caller last gave back, and the one offered since. A caller
/// that could not record the last look and asks with the older cursor gets the same messages again.
/// </summary>
public sealed class MaildirLooks
{
    private const string Version = "v1";
    private MaildirListing? confirmed;
    private MaildirListing? offered;
    private int count;

    /// <summary>The look that <paramref name="cursor"/> stands for, or null: it was another process's, or too long ago.</summary>
    public MaildirListing? Since(string cursor)
    {
        if (offered?.Cursor == cursor)
        {
            confirmed = offered;
        }

        return confirmed?.Cursor == cursor ? confirmed : null;
    }

    /// <summary>Keeps a new look and gives its cursor: <c>v1;instant;number</c>. The number parts two looks of one instant.</summary>
    public string Offer(Instant at, Dictionary<string, HashSet<string>> names)
    {
        count++;
        offered = new MaildirListing(string.Create(CultureInfo.InvariantCulture, $"{Version};{InstantPattern.ExtendedIso.Format(at)};{count}"), names);
        return offered.Cursor;
    }

    /// <summary>When the look of that cursor was, or null where it is no cursor of a Maildir: then nothing is known, as at the very first look.</summary>
    public static Instant? InstantOf(string cursor)
    {
        var parts = cursor.Split(';');
        return parts.Length == 3 && parts[0] == Version && InstantPattern.ExtendedIso.Parse(parts[1]).TryGetValue(Instant.MinValue, out var at) ? at : null;
    }

    /// <summary>A message was moved out of a folder: a file of that very name and time that is dropped in later is another one.</summary>
    public void Forget(MaildirFolder folder, string key) => Each(folder, names => names.Remove(key));

    /// <summary>A message was moved back by us: it is no arrival.</summary>
    public void Know(MaildirFolder folder, string key) => Each(folder, names => names.Add(key));

    private void Each(MaildirFolder folder, Action<HashSet<string>> act)
    {
        foreach (var listing in new[] { confirmed, offered }.Distinct())
        {
            if (listing?.Names.TryGetValue(folder.Path, out var names) == true)
            {
                act(names);
            }
        }
    }
}
