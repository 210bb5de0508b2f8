using System.Text;
using MimeKit;
using MimeKit.Text;

namespace BoundaryWorker.Mail.Reading;

/// <summary>The start of what a message says: its text/plain, else its HTML as text; parts one after another as mail programs show them.</summary>
internal static class MessageText
{
    public static string Of(MimeEntity body)
    {
        var text = new StringBuilder();
        Append(body, text);
        return Cut(text.ToString());
    }

    private static void Append(MimeEntity entity, StringBuilder text)
    {
        if (text.Length >= ReadingLimits.TextCharacters)
        {
            return;
        }

        switch (entity)
        {
            case MultipartAlternative alternative:
                AppendBest(alternative, text);
                break;
            case MultipartRelated { Root: { } root }:
                Append(root, text);
                break;
            case Multipart multipart:
                foreach (var part in multipart)
                {
                    Append(part, text);
                }

                break;
            case TextPart part when !part.IsAttachment && !InvitationReader.IsCalendar(part):
                Add(text, Decoded(part));
                break;
        }
    }

    // Some programs send an empty text/plain beside the HTML that says it all.
    private static void AppendBest(MultipartAlternative alternative, StringBuilder text)
    {
        foreach (var part in alternative.OrderBy(p => p is TextPart { IsPlain: true } ? 0 : p is Multipart ? 1 : 2).ToList())
        {
            var before = text.Length;
            Append(part, text);
            if (text.ToString(before, text.Length - before).AsSpan().Trim().Length > 0)
            {
                return;
            }
        }
    }

    private static string Decoded(TextPart part)
    {
        var (bytes, _) = MimeTree.Content(part, ReadingLimits.TextBytes);
        var text = TextDecoding.Decode(bytes, part.ContentType.Charset);
        return part.IsHtml ? HtmlText.Of(text)
            : part.IsFlowed ? Flowed(part, text)
            : text;
    }

    // RFC 3676: lines that end in a blank go on in the next one.
    private static string Flowed(TextPart part, string text)
    {
        var delSp = part.ContentType.Parameters.TryGetValue("delsp", out string? value) && value.Equals("yes", StringComparison.OrdinalIgnoreCase);
        return new FlowedToText { DeleteSpace = delSp }.Convert(text);
    }

    private static void Add(StringBuilder text, string more)
    {
        if (text.Length > 0 && more.Length > 0 && text[^1] != '\n')
        {
            text.Append('\n');
        }

        text.Append(Cut(more));
    }

    private static string Cut(string text)
    {
        var lines = text.Replace("\r\n", "\n").Replace('\r', '\n').Replace("\0", "");
        return lines.Length <= ReadingLimits.TextCharacters ? lines : lines[..ReadingLimits.TextCharacters];
    }
}
