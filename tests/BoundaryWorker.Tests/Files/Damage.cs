using CsCheck;

namespace BoundaryWorker.Tests.Files;

/// <summary>Texts as a slip of the hand leaves them: up to three times something cut out and something else put in.</summary>
internal static class Damage
{
    private static readonly string[] Slips =
        ["", "\"", "'", "{", "}", "[", "]", "\t", ": ", "- ", "\n", "*", "&a ", "|", "~", "#", "%", "@", "\0", "--- ", "!x ", "\\", "\\ud800", ",", "//"];

    public static Gen<string> Of(string text) =>
        Gen.Select(Gen.Int[0, text.Length - 1], Gen.Int[0, 40], Gen.OneOf(Slips)).Array[1, 3]
            .Select(cuts => cuts.Aggregate(text, (t, cut) => t[..Math.Min(cut.Item1, t.Length)] + cut.Item3 + t[Math.Min(cut.Item1 + cut.Item2, t.Length)..]));
}
