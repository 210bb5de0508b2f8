namespace BoundaryWorker.Core.Matters;

/// <summary>One word of a text.</summary>
/// <param name="Folded">Without letter case and diacritics; <c>@</c> for an address or a link, whose words say nothing.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">The place after its last character.</param>
/// <param name="BeginsClause">It is the first word of a sentence, or follows a comma, colon, bracket or dash.</param>
/// <param name="BeginsSentence">It is the first word of a sentence, or the first after a greeting or a name in front of it ("Hi Ola, ").</param>
/// <param name="BeginsItem">It is the first word of a list item.</param>
internal readonly record struct Token(string Folded, int Start, int End, bool BeginsClause, bool BeginsSentence, bool BeginsItem);

/// <summary>The words of one sentence, and whether a question mark ends it.</summary>
internal sealed record Sentence(string Text, IReadOnlyList<Token> Tokens, bool IsQuestion)
{
    private const int ExcerptLength = 40;

    /// <summary>The words from one token up to another, as written, on one line, at most 40 characters (promise 10).</summary>
    public string Excerpt(int first, int end)
    {
        var start = Tokens[first].Start;
        var length = Math.Min(Tokens[end - 1].End - start, ExcerptLength);
        if (char.IsHighSurrogate(Text[start + length - 1]))
        {
            length--;
        }

        return string.Create(length, (Text, start), static (span, state) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var c = state.Text[state.start + i];
                span[i] = char.IsControl(c) ? ' ' : c;
            }
        });
    }
}
