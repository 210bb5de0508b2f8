namespace BoundaryWorker.Mail.Maildir;

/// <summary>
/// The names of Maildir++ folders: the root is INBOX, <c>Clients/Acme</c> is the directory <c>.Clients.Acme</c>, in modified UTF-7. A dot
/// parts levels as a slash does, since on the disk it cannot be anything else.
/// </summary>
public static class FolderName
{
    /// <summary>The root.</summary>
    public const string Inbox = "INBOX";

    /// <summary>The directory's name below the root, empty for the inbox. <c>INBOX/Held</c> and <c>INBOX.Held</c>, as some servers show it, are <c>Held</c>.</summary>
    /// <exception cref="FormatException">It cannot be a folder's name; the message tells the owner why.</exception>
    public static string ToDirectory(string name)
    {
        var levels = name.Split('/', '.');
        if (levels[0].Equals(Inbox, StringComparison.OrdinalIgnoreCase))
        {
            levels = levels[1..];
        }

        if (levels.Any(level => level.Length == 0 || level.Any(char.IsControl) || level != level.Trim()))
        {
            throw new FormatException($"'{name}' cannot be the name of a mail folder: write it as your mail program shows it, for example Held or Clients/Acme.");
        }

        return string.Concat(levels.Select(level => "." + ModifiedUtf7.Encode(level)));
    }

    /// <summary>The name for the owner of a directory below the root.</summary>
    public static string FromDirectory(string directory) =>
        directory.Length == 0 ? Inbox : string.Join('/', directory.TrimStart('.').Split('.').Select(ModifiedUtf7.Decode));
}
