using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Deciding;

/// <summary>A reply that would be made if nothing silenced it.</summary>
/// <param name="Row">The row that calls for it.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Rules">The rules it quotes, in the order of the Code.</param>
/// <param name="Scope">See <see cref="ReplyScope"/>.</param>
/// <param name="Reasons">Why, the rules not yet among them.</param>
internal sealed record Occasion(int Row, AnswerKind Kind, IReadOnlyList<string> Rules, string Scope, IReadOnlyList<Because> Reasons)
{
    /// <summary>Which reply this message calls for, once no row of <see cref="ReplyTable"/> says that it calls for none.</summary>
    public static Occasion Of(Facts f) =>
        f.Clash is not null ? ForTheTimeOfAnEvent(f)
        : f.Arrival.CountsAsOpen ? ForTheChannel(f)
        : ForTheHours(f);

    /// <summary>Row 23: about the time of the event, whatever the arrival. Taken inside her hours, it may quote no rule at all.</summary>
    private static Occasion ForTheTimeOfAnEvent(Facts f) => new(
        23,
        AnswerKind.Invitation,
        Sure(f),
        ReplyScope.OfEvent(f.Message.Invitation!),
        [new(Reason.InvitationOutsideHours, f.Clash!.At.Start.ToString())]);

    /// <summary>Row 2: the rules that answer in open hours and were not yet quoted to this person today.</summary>
    private static Occasion ForTheChannel(Facts f)
    {
        var rules = f.Breaches.Where(b => b.Rule.ReplyInOpenHours && b.IsSure).Select(b => b.Rule.Id)
            .Except(f.History.RulesAnsweredToday).ToList();
        var day = f.Message.Received.InZone(f.Code.Owner.Zone).Date;
        return new(2, AnswerKind.Channel, rules, rules.Count == 0 ? "" : ReplyScope.OfDay(rules[0], day), []);
    }

    private static Occasion ForTheHours(Facts f)
    {
        var scope = ReplyScope.OfWindow(f.Arrival.Closed!.Value, f.Now);
        if (f.HasTag)
        {
            return new(9, AnswerKind.UrgentSpent, WithUrgentRules(f), scope, [new(Reason.UrgentAllowanceSpent, f.Code.UrgentTag!.Id)]);
        }

        if (f.UrgentInWords is { } urgent)
        {
            // Without an urgent way there is none to name: then it is the mail about the hours.
            var kind = f.Code.Channels.Any(c => c.For.Contains(Matter.Urgent)) ? AnswerKind.UrgentInWords : AnswerKind.Hours;
            return new(10, kind, WithUrgentRules(f), scope, [new(Reason.UrgentInWords, urgent.Cues.Select(c => c.Id).FirstOrDefault() ?? "")]);
        }

        var row = f.AsksForTime ? 22 : f.Kind.IsCcOnly || OtherClientsAmong(f) ? 15 : f.Client is not null && f.History.ClientRepliesInWindow > 0 ? 5 : 3;
        return new(row, AnswerKind.Hours, Sure(f), scope, f.AsksForTime ? [new(Reason.InvitationInHours)] : []);
    }

    private static List<string> Sure(Facts f) => [.. f.Breaches.Where(b => b.IsSure).Select(b => b.Rule.Id)];

    /// <summary>What is broken, and what the Code says of urgent mail, broken or not: with the tag it is no breach to be urgent.</summary>
    private static List<string> WithUrgentRules(Facts f)
    {
        var sure = Sure(f);
        return [.. f.Code.Rules.Where(r => sure.Contains(r.Id) || IsAboutUrgency(r, f.Code)).Select(r => r.Id)];
    }

    private static bool IsAboutUrgency(Rule rule, BoundaryCode code) =>
        rule.When is { } when && (when.Matter.Contains(Matter.Urgent) || (code.UrgentTag is { } tag && when.Via.Contains(tag.Id)));

    private static bool OtherClientsAmong(Facts f) =>
        f.Client is not null && f.Message.Addressees.Any(a => f.Situation.Clients.Match(a) is { } match && match.Client.Id != f.Client.Id);
}
