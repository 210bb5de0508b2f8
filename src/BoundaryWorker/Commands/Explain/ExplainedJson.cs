using System.Text.Encodings.Web;
using System.Text.Json;
using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Time;

namespace BoundaryWorker.Commands.Explain;

/// <summary>One JSON object a line (<c>explain --json</c>), for programs. Lines are separate documents; a file that could not be read has <c>file</c> and <c>error</c> alone.</summary>
/// <param name="owner">Whose zone and language are used.</param>
public sealed class ExplainedJson(Owner owner)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // A terminal shows it to people too: letters stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The line, without its end.</summary>
    public string Line(ExplainedFile file) => file switch
    {
        ExplainedFile.Unreadable unreadable => JsonSerializer.Serialize(new ErrorLine(unreadable.File, unreadable.Error), Options),
        ExplainedFile.Judged judged => JsonSerializer.Serialize(Of(judged), Options),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private JudgedLine Of(ExplainedFile.Judged judged)
    {
        var answer = judged.Decision.Reply.Answer;
        return new JudgedLine(
            judged.File,
            judged.Decision.Hold.IsHeld,
            judged.Decision.Hold.Until is { } until ? IsoStamp.Of(until, owner.Zone) : null,
            answer is not null,
            answer?.To.Bare,
            answer is null ? null : Name(answer.Kind.ToString()),
            answer?.Rules ?? judged.Decision.BrokenRules,
            Name(judged.Kind.Matter.ToString()),
            [.. judged.Kind.Matters.Select(m => Name(m.Matter.ToString()))],
            [.. judged.Decision.Reasons.Select(b => new ReasonLine(ReasonTable.Id(b.Reason), ReasonTable.Text(b, owner.Languages[0])))],
            [.. EvidenceOf(judged)]);
    }

    /// <summary>What was seen: of each reason, then of each matter, as <c>id: what</c>.</summary>
    internal static IEnumerable<string> EvidenceOf(ExplainedFile.Judged judged) =>
        judged.Decision.Reasons.Where(b => b.Evidence.Length > 0).Select(b => $"{ReasonTable.Id(b.Reason)}: {b.Evidence}")
            .Concat(judged.Kind.Matters.SelectMany(m => m.Cues).Select(c => $"{c.Id}: {c.Excerpt}"))
            .Distinct();

    /// <summary><c>UrgentInWords</c> as <c>urgent-in-words</c>.</summary>
    internal static string Name(string member) => JsonNamingPolicy.KebabCaseLower.ConvertName(member);

    private sealed record ErrorLine(string File, string Error);

    private sealed record ReasonLine(string Id, string Text);

    private sealed record JudgedLine(
        string File,
        bool Hold,
        string? HoldUntil,
        bool Reply,
        string? ReplyTo,
        string? Answer,
        IReadOnlyList<string> Rules,
        string Matter,
        IReadOnlyList<string> Matters,
        IReadOnlyList<ReasonLine> Reasons,
        IReadOnlyList<string> Evidence);
}
