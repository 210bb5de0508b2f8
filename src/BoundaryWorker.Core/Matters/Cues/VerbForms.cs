namespace BoundaryWorker.Core.Matters.Cues;

/// <summary>Verbs written once, in several forms: <c>zrobic zrob zrobisz|dodac dodaj dodasz</c>.</summary>
internal static class VerbForms
{
    /// <summary>One form of each, as alternatives of a phrase.</summary>
    /// <param name="verbs">The verbs with their forms.</param>
    /// <param name="form">Which: 0 for the first.</param>
    /// <param name="cut">How many letters are taken off its end: "zrobi" is "zrobisz" without two.</param>
    /// <param name="ending">What is put there: "zróbcie" is "zrób" with "cie".</param>
    public static string Of(string verbs, int form, int cut = 0, string ending = "") =>
        string.Join('|', verbs.Split('|').Select(v => v.Split(' ')[form][..^cut] + ending));
}
