using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Matters;

/// <summary>
/// Cuts a text into sentences of folded words, in one pass. A line end ends a sentence unless the line is long enough to have been
/// wrapped by a mail program.
/// </summary>
internal sealed class SentenceSplitter
{
    private const int WrappedLine = 50;

    // What stands in one piece and is longer is looked at in parts, so that no text costs more than its length.
    private const int LongestAddress = 200;

    private static readonly WordSet Abbreviations = WordSet.Of("godz|np|tel|ul|dr|mgr|inz|prof|nr|mr|mrs|ms|tzw|ws|dot|al|str|poz|pkt|sz|st|vs|e.g|i.e|approx");

    // What may stand in front of a sentence and a comma, and how many words a greeting and a name have.
    private static readonly WordSet Greetings = WordSet.Of(
        "hej|czesc|witam|witaj|dzien|hi|hello|hey|dear|good|morning|evening|afternoon|ok|okay|super|great|thanks|thank|dzieki|dziekuje|swietnie|pani|panie|pan|szanowna|szanowny|droga|drogi|sorry|przepraszam|aha|also|ps|p.s|jeszcze");

    private const int MostWordsInName = 2;
    private const int MostWordsInGreeting = 5;

    private readonly string text;
    private readonly List<Sentence> sentences = [];
    private List<Token> tokens = [];
    private bool clause = true;
    private bool item;
    private int lineStart;

    private SentenceSplitter(string text) => this.text = text;

    public static IReadOnlyList<Sentence> Split(string text)
    {
        var splitter = new SentenceSplitter(text);
        splitter.Run();
        return splitter.sentences;
    }

    private void Run()
    {
        BeginLine(0);
        for (var i = 0; i < text.Length;)
        {
            i = IsWord(i) ? TakeWord(i) : TakeMark(i);
        }

        Close(isQuestion: false);
    }

    private int TakeWord(int start)
    {
        var end = start;
        if (IsOpaque(start, out var chunkEnd))
        {
            Add("@", start, chunkEnd);
            return chunkEnd;
        }

        while (end < text.Length && (IsWord(end) || IsInside(end)))
        {
            end++;
        }

        Add(Folding.Fold(text.AsSpan(start, end - start)), start, end);
        return end;
    }

    private void Add(string folded, int start, int end)
    {
        if (folded.Length == 0)
        {
            return;
        }

        tokens.Add(new Token(folded, start, end, clause || item, BeginsSentence(), item));
        clause = item = false;
    }

    private bool BeginsSentence() =>
        tokens.Count == 0 || item || (clause && (tokens.Count <= MostWordsInName || (tokens.Count <= MostWordsInGreeting && Greetings.Accepts(tokens[0].Folded))));

    /// <summary>An address or a link: its words are nobody's.</summary>
    private bool IsOpaque(int start, out int end)
    {
        end = start;
        if (start > 0 && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not ('<' or '(' or '['))
        {
            return false;
        }

        while (end < text.Length && end - start < LongestAddress && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        var chunk = text.AsSpan(start, end - start);
        return chunk.Contains('@') || chunk.Contains("://", StringComparison.Ordinal) || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }

    private int TakeMark(int i)
    {
        switch (text[i])
        {
            case '\n':
                EndLine(i);
                BeginLine(i + 1);
                break;
            case '?' or '!' or '…':
                Close(text[i] == '?');
                break;
            case '.' when (i + 1 == text.Length || !IsWord(i + 1)) && !(tokens.Count > 0 && tokens[^1].End == i && Abbreviations.Accepts(tokens[^1].Folded)):
                Close(isQuestion: false);
                break;
            case ',' or ':' or ';' or '(' or '"' or '„' or '“' or '–' or '—':
                clause = true;
                break;
            case '-' when i > 0 && text[i - 1] == ' ':
                clause = true;
                break;
            default:
                break;
        }

        return i + 1;
    }

    private void EndLine(int end)
    {
        var next = end + 1;
        while (next < text.Length && text[next] is ' ' or '\t' or '\r' && next - end < 8)
        {
            next++;
        }

        if (end - lineStart < WrappedLine || next >= text.Length || text[next] == '\n' || ListItems.MarkLength(text, end + 1) > 0)
        {
            Close(isQuestion: false);
        }
    }

    private void BeginLine(int start)
    {
        lineStart = start;
        item = ListItems.MarkLength(text, start) > 0;
    }

    private void Close(bool isQuestion)
    {
        clause = true;
        if (tokens.Count > 0)
        {
            sentences.Add(new Sentence(text, tokens, isQuestion));
            tokens = [];
        }
        else if (isQuestion && sentences.Count > 0)
        {
            // "Really!?" and "... ?" belong to the sentence before.
            sentences[^1] = sentences[^1] with { IsQuestion = true };
        }
    }

    private bool IsWord(int i) => char.IsLetterOrDigit(text[i]) || Folding.IsCombining(text[i]);

    /// <summary>An apostrophe between letters, a colon or point between digits.</summary>
    private bool IsInside(int i)
    {
        if (i + 1 >= text.Length || !char.IsLetterOrDigit(text[i + 1]))
        {
            return false;
        }

        return Folding.Fold(text[i]) == '\'' || (text[i] is ':' or '.' && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]));
    }
}
