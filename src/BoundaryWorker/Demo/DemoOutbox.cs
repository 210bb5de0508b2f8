using System.Globalization;
using BoundaryWorker.Core.Replies;
using MimeKit;

namespace BoundaryWorker.Demo;

/// <summary>
/// What went out, under names a person finds her way by: the pickup folder names its files by the Message-ID, which nobody can read. Only done when the
/// demo is over, since the worker looks for its own names.
/// </summary>
internal static class DemoOutbox
{
    /// <summary>Renames every message to <c>1-reply-to-jane.miller.eml</c>, in the order of their dates.</summary>
    /// <returns>What lies there then.</returns>
    public static async Task<IReadOnlyList<DemoSent>> NameAsync(string folder, CancellationToken token)
    {
        var sent = new List<DemoSent>();
        foreach (var (file, message) in (await ReadAsync(folder, token)).OrderBy(m => m.Message.Date))
        {
            var kind = Kind(message);
            var to = message.To.Mailboxes.Single().Address;
            var name = string.Create(CultureInfo.InvariantCulture, $"{sent.Count + 1}-{kind}-to-{to[..to.IndexOf('@', StringComparison.Ordinal)]}.eml");
            File.Move(file, Path.Combine(folder, name));
            sent.Add(new DemoSent(name, kind, to, message.Subject ?? ""));
        }

        return sent;
    }

    /// <summary>How many digests went out so far.</summary>
    public static async Task<int> DigestsAsync(string folder, CancellationToken token) =>
        (await ReadAsync(folder, token)).Count(m => Kind(m.Message) == "digest");

    private static string Kind(MimeMessage message) => MarkerFields.TryParse(message.Headers["X-BoundaryWorker"])?.Kind ?? "message";

    private static async Task<IReadOnlyList<(string File, MimeMessage Message)>> ReadAsync(string folder, CancellationToken token)
    {
        var read = new List<(string, MimeMessage)>();
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml") : [])
        {
            read.Add((file, await MimeMessage.LoadAsync(file, token)));
        }

        return read;
    }
}

/// <summary>One message that went out.</summary>
/// <param name="File">Its file's name.</param>
/// <param name="Kind"><c>reply</c>, <c>digest</c> or <c>notice</c>.</param>
/// <param name="To">The recipient's address.</param>
/// <param name="Subject">The subject.</param>
internal sealed record DemoSent(string File, string Kind, string To, string Subject);
