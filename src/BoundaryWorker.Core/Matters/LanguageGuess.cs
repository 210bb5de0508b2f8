using System.Buffers;

namespace BoundaryWorker.Core.Matters;

/// <summary>The language of a text by its small words, and by Polish letters where they were typed.</summary>
public static class LanguageGuess
{
    private static readonly SearchValues<char> PolishLetters = SearchValues.Create("ąęłśżźćńĄĘŁŚŻŹĆŃ");

    private const int FewestWords = 3;
    private const int LongestRead = 5_000;

    // Words that are both (to, do, a, i, on, no, my, by, ten, as, list, most, but, prawo...) are in neither list.
    private static readonly WordSet Polish = WordSet.Of(
        "w|z|ze|nie|na|sie|jest|sa|czy|dla|od|za|po|przez|przed|przy|juz|tylko|mam|masz|mamy|moze|mozna|mozesz|mozemy|bardzo|prosze|prosimy|dziekuje|dzieki|"
        + "dzien|dobry|czesc|hej|witam|jak|kiedy|gdzie|ile|co|ktory|ktora|ktore|jutro|dzis|dzisiaj|wczoraj|bo|ale|oraz|lub|albo|jeszcze|mi|mnie|nam|nas|"
        + "pani|pan|panstwo|panstwa|pana|bedzie|beda|bylo|byl|byla|zeby|aby|pozdrawiam|te|tego|tej|tym|jestem|sobie|moj|moja|ich|jego|jej|u|o|wiec|chce|"
        + "prosba|przesylam|wysylam|potrzebuje|mial|miala|moglby|moglaby|trzeba|gdy|jesli|tak");

    private static readonly WordSet English = WordSet.Of(
        "the|and|is|are|you|your|of|for|with|we|this|that|it|have|has|please|can|could|would|be|will|was|were|not|from|hi|hello|dear|thanks|thank|when|"
        + "what|where|how|who|me|our|us|i'm|i'd|i'll|it's|let's|don't|can't|we'd|at|an|if|there|about|some|any|they|them|should|shall|did|does|"
        + "yesterday|today|tomorrow|regards|need|want|know|which|in|been|just|so|or|here|he|she|his|her|their");

    /// <summary><c>pl</c>, <c>en</c>, or null where the text is too short, mixed or in another language. Works without diacritics.</summary>
    public static string? Of(string text)
    {
        var read = text.Length > LongestRead ? text[..LongestRead] : text;
        var words = SentenceSplitter.Split(read).SelectMany(s => s.Tokens).Where(t => t.Folded != "@").ToList();
        if (words.Count < FewestWords)
        {
            return null;
        }

        var polish = words.Count(t => Polish.Accepts(t.Folded)) + words.Count(t => HasPolishLetter(read.AsSpan(t.Start, t.End - t.Start)));
        var english = words.Count(t => English.Accepts(t.Folded));
        var (language, most, least) = polish >= english ? ("pl", polish, english) : ("en", english, polish);
        return most >= 2 && most >= 2 * least && most * 6 >= words.Count ? language : null;
    }

    private static bool HasPolishLetter(ReadOnlySpan<char> word) => word.ContainsAny(PolishLetters);
}
