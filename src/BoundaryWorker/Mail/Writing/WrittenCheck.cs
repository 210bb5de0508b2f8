using BoundaryWorker.Core.Replies;
using MimeKit;

namespace BoundaryWorker.Mail.Writing;

/// <summary>Reads what was written as anybody would, and compares: one recipient, the same subject, the marks of an automatic reply (replies.md C1, C4).</summary>
internal static class WrittenCheck
{
    private const int MaxLine = 998;

    /// <summary>What is wrong with the bytes, or null where nothing is.</summary>
    public static string? WhyNot(OutgoingMessage message, byte[] bytes)
    {
        if (Lines(bytes) is { } why)
        {
            return why;
        }

        using var read = MimeMessage.Load(new MemoryStream(bytes, writable: false));
        return read.To.Count != 1 || read.To[0] is not MailboxAddress to || to.Address != HeaderText.AddrSpec(message.To) ? "its recipient did not come out as given"
            : read.Cc.Count + read.Bcc.Count + read.ReplyTo.Count > 0 ? "it has recipients of its own making"
            : read.From.Count != 1 || read.From[0] is not MailboxAddress from || from.Address != HeaderText.AddrSpec(message.From) ? "its sender did not come out as given"
            : (read.Subject ?? "") != HeaderText.Of(message.Subject) ? "its subject did not come out as given"
            : read.MessageId != message.MessageId ? "its Message-ID did not come out as given"
            : message.Headers.FirstOrDefault(f => !read.Headers.Any(h => h.Field == f.Name && h.Value.Trim() == HeaderText.Of(f.Value))) is { } field ? $"its field {field.Name} did not come out as given"
            : Text(read) != HeaderText.Body(message.Text).TrimEnd('\n') ? "its text did not come out as given"
            : null;
    }

    private static string Text(MimeMessage read) => (read.TextBody ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n');

    private static string? Lines(byte[] bytes)
    {
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] is 0 or > 126)
            {
                return "it has bytes beyond ASCII";
            }

            if (bytes[i] == '\n')
            {
                if (i == 0 || bytes[i - 1] != '\r')
                {
                    return "a line ends without CR LF";
                }

                length = 0;
            }
            else if (++length > MaxLine + 1)
            {
                return "a line is longer than 998 characters";
            }
        }

        return null;
    }
}
