using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Time;

namespace BoundaryWorker.Core.Replies;

/// <summary>The rules of an answer word for word (replies.md C9): her text, with the hours put in where she wrote <c>{hours}</c>, and nothing else.</summary>
internal static class QuotedRules
{
    /// <summary>Each as <c>number</c>, <c>text</c> and <c>quoted</c>, in the order of the Code.</summary>
    public static List<object?> Of(BoundaryCode code, IReadOnlyList<string> ids, Wording wording) =>
        [.. code.Rules.Where(r => ids.Contains(r.Id)).Select(r => Quoted(r, code, wording))];

    private static Dictionary<string, object?> Quoted(Rule rule, BoundaryCode code, Wording wording)
    {
        var text = Text(rule, code, wording.Texts.Language);
        return new() { ["number"] = rule.Id, ["text"] = text, ["quoted"] = wording.Quote(text) };
    }

    private static string Text(Rule rule, BoundaryCode code, string language)
    {
        var which = ReplyLanguage.InWhich(rule.Text, language, code.Owner);
        // A text folded over lines in the file is one paragraph.
        var words = string.Join(' ', rule.Text.ByLanguage[which].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Contains("{hours}", StringComparison.Ordinal)
            ? words.Replace("{hours}", HoursInWords.In(which, code.Hours.Weekly), StringComparison.Ordinal)
            : words;
    }
}
