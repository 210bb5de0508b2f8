using System.Text;
using MimeKit.Text;

namespace BoundaryWorker.Mail.Reading;

/// <summary>
/// HTML as a person would read it, line by line. What a mail program shows as quoted (blockquote, gmail_quote and their like, everything
/// below Outlook's reply header) comes out as quoted lines, "> ", so that new text can be told from old in one way.
/// </summary>
internal sealed class HtmlText
{
    private static readonly string[] QuoteClasses = ["gmail_quote", "gmail_quote_container", "yahoo_quoted", "protonmail_quote", "tutanota_quote", "zmail_extra", "moz-cite-prefix", "gmail_extra"];

    private static readonly string[] QuoteStarts = ["divRplyFwdMsg", "x_divRplyFwdMsg", "mail-editor-reference-message-container", "ms-outlook-mobile-body-separator-line"];

    private readonly StringBuilder text = new();
    private readonly Stack<bool> divisions = new();
    private int quotes;
    private int silent;
    private bool quotedToEnd;
    private bool blank;
    private bool lineStart = true;

    private HtmlText()
    {
    }

    public static string Of(string html)
    {
        var writer = new HtmlText();
        using var reader = new StringReader(html);
        var tokenizer = new HtmlTokenizer(reader) { IgnoreTruncatedTags = true };
        while (writer.text.Length < ReadingLimits.TextCharacters && tokenizer.ReadNextToken(out var token))
        {
            writer.Take(token);
        }

        return writer.text.ToString().TrimEnd();
    }

    private void Take(HtmlToken token)
    {
        switch (token)
        {
            case HtmlTagToken tag when tag.Id is HtmlTagId.Script or HtmlTagId.Style or HtmlTagId.Head or HtmlTagId.Title:
                silent = tag.IsEndTag ? Math.Max(0, silent - 1) : tag.IsEmptyElement ? silent : silent + 1;
                break;
            case HtmlTagToken tag when tag.Id == HtmlTagId.Body:
                silent = 0;
                break;
            case HtmlTagToken tag:
                Take(tag);
                break;
            case HtmlDataToken data when silent == 0 && token is not HtmlScriptDataToken:
                Words(data.Data);
                break;
        }
    }

    private void Take(HtmlTagToken tag)
    {
        switch (tag.Id)
        {
            case HtmlTagId.Br:
                NewLine();
                break;
            case HtmlTagId.BlockQuote:
                EndLine();
                quotes = Math.Max(0, quotes + (tag.IsEndTag ? -1 : 1));
                break;
            case HtmlTagId.Div:
                EndLine();
                Division(tag);
                break;
            case HtmlTagId.P or HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 or HtmlTagId.H4 or HtmlTagId.UL or HtmlTagId.OL or HtmlTagId.Table or HtmlTagId.Pre:
                EndLine();
                if (tag.IsEndTag && text.Length > 0)
                {
                    NewLine();
                }

                break;
            case HtmlTagId.TR or HtmlTagId.LI or HtmlTagId.HR:
                EndLine();
                break;
            case HtmlTagId.TD or HtmlTagId.TH:
                blank = !lineStart;
                break;
        }

        quotedToEnd |= !tag.IsEndTag && Attribute(tag, "id") is { } id && QuoteStarts.Contains(id);
    }

    private void Division(HtmlTagToken tag)
    {
        if (!tag.IsEndTag && !tag.IsEmptyElement)
        {
            var isQuote = (Attribute(tag, "class") ?? "").Split(' ').Intersect(QuoteClasses).Any();
            divisions.Push(isQuote);
            quotes += isQuote ? 1 : 0;
        }
        else if (tag.IsEndTag && divisions.TryPop(out var wasQuote) && wasQuote)
        {
            quotes = Math.Max(0, quotes - 1);
        }
    }

    private void Words(string data)
    {
        foreach (var c in data)
        {
            if (c is ' ' or '\t' or '\r' or '\n' or '\u00A0')
            {
                blank |= !lineStart;
            }
            else if (c is not ('\u200B' or '\u200C' or '\uFEFF' or '\u00AD'))
            {
                Prefix();
                text.Append(blank ? " " : "").Append(c);
                blank = false;
            }
        }
    }

    private void Prefix()
    {
        if (lineStart)
        {
            var depth = Math.Min(9, Math.Max(quotes, quotedToEnd ? 1 : 0));
            text.Append('>', depth).Append(depth > 0 ? " " : "");
            lineStart = false;
        }
    }

    private void EndLine()
    {
        if (!lineStart)
        {
            NewLine();
        }
    }

    // No more than one empty line in a row: layout tables make hundreds.
    private void NewLine()
    {
        blank = false;
        lineStart = true;
        if (text.Length < 2 || text[^1] != '\n' || text[^2] != '\n')
        {
            text.Append('\n');
        }
    }

    private static string? Attribute(HtmlTagToken tag, string name) =>
        tag.Attributes.FirstOrDefault(a => a.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;
}
