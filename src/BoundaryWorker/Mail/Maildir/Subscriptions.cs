using System.Text;

namespace BoundaryWorker.Mail.Maildir;

/// <summary>
/// Dovecot's file <c>subscriptions</c> in the root of a Maildir: one folder a line, in modified UTF-7, levels parted by the separator; from
/// version 2 on (first line <c>V 2</c>) parted by tabs. Only what is missing is appended: nothing else in it is touched.
/// </summary>
public static class Subscriptions
{
    /// <summary>Subscribes a folder where it is not yet subscribed.</summary>
    /// <param name="root">The Maildir.</param>
    /// <param name="directory">The folder's directory, <c>.Clients.Acme</c>.</param>
    public static void Add(string root, string directory)
    {
        var path = Path.Combine(root, "subscriptions");
        var text = File.Exists(path) ? File.ReadAllText(path) : "";
        var name = directory.TrimStart('.');
        var line = text.StartsWith("V\t2", StringComparison.Ordinal) ? name.Replace('.', '\t') : name;
        if (text.Split('\n').Any(present => present.Replace('/', '.') == line))
        {
            return;
        }

        var lineEnd = text.Length > 0 && !text.EndsWith('\n') ? "\n" : "";
        File.AppendAllText(path, $"{lineEnd}{line}\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
