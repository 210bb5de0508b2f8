namespace BoundaryWorker.Core.Matters.Cues;

/// <summary>All cues there are. Every table is tried on every message: people write "asap" in Polish mail too.</summary>
internal static class CueTables
{
    public static IReadOnlyList<CueTable> All { get; } =
    [
        Polish.UrgentCues.Table, English.UrgentCues.Table,
        Polish.TaskCues.Table, English.TaskCues.Table,
        Polish.MeetingCues.Table, English.MeetingCues.Table,
        Polish.InvoiceCues.Table, English.InvoiceCues.Table,
        Polish.QuestionCues.Table, English.QuestionCues.Table,
    ];

    /// <summary>All their phrases by first word.</summary>
    public static PhraseIndex Index { get; } = new(All);

    /// <summary>Slips of the finger in their words.</summary>
    public static Typos Typos { get; } = new(All.SelectMany(t => t.AllPhrases).SelectMany(p => p.Phrase.WholeWords).Distinct());
}
