using NodaTime;

namespace BoundaryWorker.Core.Matters.DueTimes;

/// <summary>"within two hours", "w ciągu godziny".</summary>
internal static class Spans
{
    private static readonly WordSet Hours = WordSet.Of("hour|hours|godzin|godziny|godzine");
    private static readonly WordSet One = WordSet.Of("an|the|one|next|jednej|najblizszej");

    public static (Duration Length, int End)? At(IReadOnlyList<Token> tokens, int i)
    {
        var start = Word(tokens, i) is "within" ? i + 1 : Word(tokens, i) is "w" && Word(tokens, i + 1) is "ciagu" or "przeciagu" ? i + 2 : -1;
        if (start < 0)
        {
            return null;
        }

        var number = Word(tokens, start);
        if (Hours.Accepts(number))
        {
            return (Duration.FromHours(1), start + 1);
        }

        if (!Hours.Accepts(Word(tokens, start + 1)))
        {
            return null;
        }

        return One.Accepts(number) ? (Duration.FromHours(1), start + 2)
            : int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var hours) && hours is > 0 and <= 48 ? (Duration.FromHours(hours), start + 2)
            : null;
    }

    private static string Word(IReadOnlyList<Token> tokens, int i) => i < tokens.Count ? tokens[i].Folded : " ";
}
