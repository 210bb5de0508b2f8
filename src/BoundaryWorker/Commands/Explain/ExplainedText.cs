using System.Globalization;
using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using NodaTime.Text;

namespace BoundaryWorker.Commands.Explain;

/// <summary>The same for people, in the owner's first language if that is Polish, else in English.</summary>
/// <param name="owner">Whose zone and language are used.</param>
public sealed class ExplainedText(Owner owner)
{
    private readonly bool polish = owner.Languages[0] == "pl";

    /// <summary>A few lines about one file, each ending without a line end.</summary>
    public IEnumerable<string> Lines(ExplainedFile file) => file switch
    {
        ExplainedFile.Unreadable unreadable => [unreadable.File, $"  {Say("cannot be judged", "nie da się ocenić")}: {unreadable.Error}"],
        ExplainedFile.Judged judged => Of(judged),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private IEnumerable<string> Of(ExplainedFile.Judged judged)
    {
        yield return judged.File;
        yield return $"  {Say("held", "wstrzymana"),-10} {Held(judged.Decision.Hold)}: {Reasons(judged.Decision.Hold.Reasons)}";
        yield return $"  {Say("answered", "odpowiedź"),-10} {Answered(judged.Decision.Reply)}: {Reasons(judged.Decision.Reply.Reasons)}";
        yield return $"  {Say("about", "dotyczy"),-10} {string.Join(", ", judged.Kind.Matters.Select(m => ExplainedJson.Name(m.Matter.ToString())))}";
        if (judged.Decision.BrokenRules.Count > 0)
        {
            yield return $"  {Say("rules", "zasady"),-10} {string.Join(", ", judged.Decision.BrokenRules)}";
        }

        foreach (var seen in ExplainedJson.EvidenceOf(judged))
        {
            yield return $"  {Say("seen", "widać"),-10} {seen}";
        }
    }

    private string Held(HoldPart hold) => hold.Until is { } until
        ? $"{Say("until", "do")} {LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Format(until.InZone(owner.Zone).LocalDateTime)}"
        : Say("no", "nie");

    private string Answered(ReplyPart reply) => reply.Answer is { } answer
        ? string.Create(CultureInfo.InvariantCulture, $"{Say("yes, to", "tak, do")} {answer.To.Bare} ({ExplainedJson.Name(answer.Kind.ToString())}; {string.Join(", ", answer.Rules)})")
        : Say("no", "nie");

    private string Reasons(IReadOnlyList<Because> reasons) =>
        string.Join("; ", reasons.DistinctBy(r => r.Reason).Select(r => $"{ReasonTable.Text(r, owner.Languages[0])} [{ReasonTable.Id(r.Reason)}]"));

    private string Say(string english, string inPolish) => polish ? inPolish : english;
}
