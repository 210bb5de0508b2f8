using BoundaryWorker.Core.Time;
using NodaTime;

namespace BoundaryWorker.Core.Deciding;

/// <summary>A decision in one line for the owner alone: its evidence may name an address, so it is not for logs (promises 9 and 10).</summary>
public static class DecisionText
{
    /// <summary>What was decided and why, in Polish (<c>pl</c>) or English (all others); evidence in brackets.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="language">Her language.</param>
    /// <param name="zone">Her zone, in which the release is told.</param>
    public static string Of(Decision decision, string language, DateTimeZone zone)
    {
        var polish = CalendarWords.IsPolish(language);
        if (!decision.Hold.IsHeld && decision.Reply.Answer is null && decision.Hold.Reasons.SequenceEqual(decision.Reply.Reasons))
        {
            return (polish ? "pozostawiona: " : "left alone: ") + Why(decision.Hold.Reasons, language);
        }

        return $"{Hold(decision.Hold, language, zone, polish)}; {Reply(decision.Reply, language, polish)}";
    }

    private static string Hold(HoldPart hold, string language, DateTimeZone zone, bool polish)
    {
        if (hold.Until is not { } until)
        {
            return (polish ? "niewstrzymana: " : "not held: ") + Why(hold.Reasons, language);
        }

        var local = until.InZone(zone);
        var when = $"{CalendarWords.Date(language, local.Date)} {CalendarWords.Time(local.TimeOfDay)}";
        return (polish ? $"wstrzymana, powrót: {when}: " : $"held until {when}: ") + Why(hold.Reasons, language);
    }

    private static string Reply(ReplyPart reply, string language, bool polish) => reply.Answer is { } answer
        ? (polish ? "odpowiedź: " : "answered: ") + WhyAnswered(reply.Reasons, answer, language, polish)
        : (polish ? "bez odpowiedzi: " : "not answered: ") + Why(reply.Reasons, language);

    private static string WhyAnswered(IReadOnlyList<Because> reasons, Answer answer, string language, bool polish)
    {
        var others = reasons.Where(r => r.Reason != Reason.RuleBroken).Select(r => Why([r], language));
        var rules = answer.Rules.Count == 0 ? [] : (string[])[$"{(polish ? "zasady" : "rules")} {string.Join(", ", answer.Rules)}"];
        return string.Join(", ", rules.Concat(others));
    }

    private static string Why(IReadOnlyList<Because> reasons, string language) => string.Join(", ", reasons.Select(r =>
        r.Evidence.Length == 0 ? ReasonTable.Text(r.Reason, language) : $"{ReasonTable.Text(r.Reason, language)} ({r.Evidence})"));
}
