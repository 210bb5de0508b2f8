namespace BoundaryWorker.Core.Matters;

/// <summary>
/// A pattern of words within one sentence, written as it is read, folded: <c>prosze [bardzo] o .. przygotowani*</c>.
/// <list type="bullet">
/// <item><c>word</c>, <c>stem*</c>, <c>*ending</c>, <c>one|other*</c>; <c>#</c> is a number; <c>[word]</c> may be missing</item>
/// <item><c>*ac|-praca</c> less those; <c>-this|-that</c> any word but these (never the first of a phrase)</item>
/// <item><c>..</c> up to three words of any kind, <c>...</c> up to six</item>
/// <item><c>^</c> the next word begins a clause, <c>^^</c> a sentence, <c>•</c> a list item; <c>$</c> the sentence ends here; <c>?</c> it is a question</item>
/// </list>
/// </summary>
internal sealed class Phrase
{
    private readonly IReadOnlyList<Element> elements;
    private readonly bool onlyInQuestions;

    private Phrase(IReadOnlyList<Element> elements, bool onlyInQuestions)
    {
        this.elements = elements;
        this.onlyInQuestions = onlyInQuestions;
    }

    public static Phrase Parse(string pattern)
    {
        var elements = new List<Element>();
        var anchor = Anchor.None;
        var parts = pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts)
        {
            (anchor, var element) = (part, anchor) switch
            {
                ("^", _) => (Anchor.Clause, null),
                ("^^", _) => (Anchor.Sentence, null),
                ("•", _) => (Anchor.Item, null),
                ("?", _) => (anchor, null),
                ("$", _) => (Anchor.None, new Element(null, 0, false, Anchor.End)),
                ("..", _) => (Anchor.None, new Element(null, 3, false, Anchor.None)),
                ("...", _) => (Anchor.None, new Element(null, 6, false, Anchor.None)),
                _ when part[0] == '[' => (Anchor.None, new Element(WordSet.Of(part[1..^1]), 0, true, anchor)),
                _ => (Anchor.None, new Element(WordSet.Of(part), 0, false, anchor)),
            };
            if (element is not null)
            {
                elements.Add(element);
            }
        }

        return new Phrase(elements, parts[^1] == "?");
    }

    /// <summary>The owner's own words, in which only a trailing <c>*</c> means something; null where there is no word in them.</summary>
    public static Phrase? OfWords(string words)
    {
        var elements = SentenceSplitter.Split(words)
            .SelectMany(s => s.Tokens)
            .Select(t => new Element(WordSet.Of(t.Folded + (t.End < words.Length && words[t.End] == '*' ? "*" : "")), 0, false, Anchor.None))
            .ToList();
        return elements.Count == 0 ? null : new Phrase(elements, onlyInQuestions: false);
    }

    /// <summary>The words with one of which it begins: its first, and those before it that may be missing.</summary>
    public IEnumerable<WordSet> Beginnings =>
        elements.TakeWhile(e => e.IsOptional).Append(elements.First(e => !e.IsOptional)).Select(e => e.Words!);

    /// <summary>Every whole word that is in it.</summary>
    public IEnumerable<string> WholeWords => elements.Where(e => e.Words is not null).SelectMany(e => e.Words!.Words);

    /// <summary>Where it is met first, free of blocked words; null where it is not.</summary>
    public (int First, int End)? In(Sentence sentence, bool[]? blocked = null) => In(sentence, Places.Everywhere, blocked);

    /// <inheritdoc cref="In(Sentence, bool[])"/>
    public (int First, int End)? In(Sentence sentence, Places beginnings, bool[]? blocked)
    {
        foreach (var met in AllIn(sentence, beginnings, blocked))
        {
            return met;
        }

        return null;
    }

    /// <summary>Everywhere it is met, at most once from each word on.</summary>
    public IEnumerable<(int First, int End)> AllIn(Sentence sentence, Places beginnings, bool[]? blocked = null)
    {
        for (var i = 0; i < sentence.Tokens.Count && (sentence.IsQuestion || !onlyInQuestions); i++)
        {
            var end = beginnings.Has(i) ? Match(sentence.Tokens, i, 0, blocked) : -1;
            if (end > i)
            {
                yield return (i, end);
            }
        }
    }

    /// <summary>Tries are bounded by the gaps of the pattern, whatever the text: each gap is six words at most.</summary>
    private int Match(IReadOnlyList<Token> tokens, int i, int e, bool[]? blocked)
    {
        if (e == elements.Count)
        {
            return i;
        }

        var element = elements[e];
        if (element.Anchor == Anchor.End)
        {
            return i == tokens.Count ? Match(tokens, i, e + 1, blocked) : -1;
        }

        if (element.Words is null)
        {
            return MatchAfterGap(tokens, i, e, blocked);
        }

        if (i < tokens.Count && element.Accepts(tokens[i]) && blocked?[i] != true && Match(tokens, i + 1, e + 1, blocked) is var end and >= 0)
        {
            return end;
        }

        return element.IsOptional ? Match(tokens, i, e + 1, blocked) : -1;
    }

    private int MatchAfterGap(IReadOnlyList<Token> tokens, int i, int e, bool[]? blocked)
    {
        for (var skipped = 0; skipped <= elements[e].Gap && i + skipped <= tokens.Count; skipped++)
        {
            var end = Match(tokens, i + skipped, e + 1, blocked);
            if (end >= 0)
            {
                return end;
            }
        }

        return -1;
    }

    private enum Anchor
    {
        None,
        Clause,
        Sentence,
        Item,
        End,
    }

    private sealed record Element(WordSet? Words, int Gap, bool IsOptional, Anchor Anchor)
    {
        public bool Accepts(Token token) =>
            Words!.Accepts(token.Folded)
            && (Anchor != Anchor.Clause || token.BeginsClause)
            && (Anchor != Anchor.Sentence || token.BeginsSentence)
            && (Anchor != Anchor.Item || token.BeginsItem);
    }
}
