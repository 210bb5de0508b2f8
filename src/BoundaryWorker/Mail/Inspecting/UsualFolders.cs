namespace BoundaryWorker.Mail.Inspecting;

/// <summary>What mail programs and servers call folders that no client's mail arrives in, for those that do not say it (RFC 6154); the last part of a path, any letter case.</summary>
internal static class UsualFolders
{
    private static readonly string[] Sent =
        ["Sent", "Sent Items", "Sent Messages", "Sent Mail", "Wysłane", "Elementy wysłane", "Gesendet", "Gesendete Elemente", "Gesendete Objekte", "Outbox", "Skrzynka nadawcza"];

    private static readonly string[] Drafts = ["Drafts", "Draft", "Szkice", "Kopie robocze", "Wersje robocze", "Robocze", "Entwürfe", "Templates", "Szablony"];

    private static readonly string[] Junk = ["Junk", "Junk E-mail", "Junk Email", "Spam", "Bulk Mail", "Wiadomości-śmieci", "Wiadomości śmieci", "Niechciane", "Spamverdacht", "Junk-E-Mail"];

    private static readonly string[] Trash = ["Trash", "Deleted", "Deleted Items", "Deleted Messages", "Bin", "Kosz", "Elementy usunięte", "Usunięte", "Papierkorb", "Gelöschte Elemente"];

    private static readonly string[] Archive = ["Archive", "Archives", "Archiwum", "Archiv", "All Mail", "Wszystkie", "Wszystkie wiadomości", "Notes", "Notatki", "Contacts", "Calendar"];

    /// <summary>Sent mail, and mail about to be.</summary>
    public static bool IsSentOrDraft(string name) => Is(name, Sent) || Is(name, Drafts);

    /// <summary>Junk.</summary>
    public static bool IsJunk(string name) => Is(name, Junk);

    /// <summary>Any of them.</summary>
    public static bool HasAnotherPurpose(string name) => IsSentOrDraft(name) || IsJunk(name) || Is(name, Trash) || name.Split('/').Any(part => Is(part, Archive));

    private static bool Is(string name, string[] known) => known.Contains(name[(name.LastIndexOf('/') + 1)..], StringComparer.OrdinalIgnoreCase);
}
