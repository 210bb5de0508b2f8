using System.Security.Cryptography;
using System.Text;

namespace BoundaryWorker.Settings;

/// <summary>The Code and the clients that mailboxes are kept by: the shared ones, or their own.</summary>
/// <param name="Code">Whole path of the Code.</param>
/// <param name="Clients">Whole path of the clients file.</param>
/// <param name="CodeMark">Empty for the shared Code, else the mark of its path: by it good versions, digests and replies are kept apart in the store.</param>
/// <param name="ClientsMark">The same for the clients.</param>
public sealed record MailboxFiles(string Code, string Clients, string CodeMark, string ClientsMark)
{
    /// <summary>Those of one mailbox.</summary>
    public static MailboxFiles Of(MailboxSettings mailbox, FilesSettings shared) => new(
        mailbox.Code ?? shared.Code, mailbox.Clients ?? shared.Clients, mailbox.Code is { } code ? Mark(code) : "", mailbox.Clients is { } clients ? Mark(clients) : "");

    /// <summary>All of the settings, each once, in the order of the mailboxes.</summary>
    public static IReadOnlyList<MailboxFiles> AllOf(BoundarySettings settings) => [.. settings.Mailboxes.Select(m => Of(m, settings.Files)).Distinct()];

    /// <summary>
    /// How findings name a file: by its name alone, or with as many of the folders above it as tell it from the others (<c>otto/code.yaml</c>).
    /// </summary>
    /// <param name="path">Its whole path.</param>
    /// <param name="all">The whole paths of all files.</param>
    public static string NameOf(string path, IEnumerable<string> all)
    {
        var others = all.Where(p => p != path).Distinct().Select(Parts).ToList();
        var parts = Parts(path);
        var depth = 1;
        while (depth < parts.Length && others.Exists(o => o.TakeLast(depth).SequenceEqual(parts.TakeLast(depth))))
        {
            depth++;
        }

        return string.Join('/', parts.TakeLast(depth));
    }

    /// <summary>The same from start to start while the file stays where it is; says nothing of the path.</summary>
    private static string Mark(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12];

    private static string[] Parts(string path) => path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
}
