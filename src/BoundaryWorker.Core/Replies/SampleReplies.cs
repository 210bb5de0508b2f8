using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.Core.Replies;

/// <summary>A reply as it would be asked for, to be shown before anybody gets one.</summary>
/// <param name="Rule">The rule it is shown for.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="IsFirst">The whole courtesy of the first time, else the short form (C10).</param>
/// <param name="Request">What it is composed of.</param>
public sealed record SampleReply(Rule Rule, AnswerKind Kind, bool IsFirst, ReplyRequest Request);

/// <summary>
/// On which occasions a rule is quoted to a client, each at its first and its later stage: an invented message at the next instant that breaks the rule, with her own
/// Code, hours and client. What is composed of it is what a client would get then.
/// </summary>
public static class SampleReplies
{
    // A year of closed windows is searched at most; whoever has none that is answered in that time has no such reply.
    private const int WindowsAhead = 800;

    private static readonly bool[] Stages = [true, false];

    private static readonly Duration IntoTheWindow = Duration.FromHours(2);

    /// <summary>All of them; empty for a rule that no reply quotes, or where no instant in sight breaks it.</summary>
    /// <param name="situation">Her files and windows.</param>
    /// <param name="client">The client who is answered.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="subject">The subject of the invented message.</param>
    /// <param name="installation">Who writes.</param>
    /// <param name="now">The instant from which on the occasion is looked for.</param>
    public static IReadOnlyList<SampleReply> Of(Situation situation, Client client, Rule rule, string subject, Installation installation, Instant now)
    {
        var occasions = Kinds(situation.Code, rule).Select(kind => (Kind: kind, At: InstantOf(kind, situation, client, now)));
        return
        [
            .. from occasion in occasions
               where occasion.At is not null
               from first in Stages
               select new SampleReply(
                   rule, occasion.Kind, first, new Occasioned(situation, client, rule, occasion.Kind, occasion.At!.Value).Request(subject, installation, first)),
        ];
    }

    private static IEnumerable<AnswerKind> Kinds(BoundaryCode code, Rule rule)
    {
        if (rule.EnforcesHours)
        {
            yield return AnswerKind.Hours;
            if (code.UrgentTag is { Allowance: not null })
            {
                yield return AnswerKind.UrgentSpent;
            }

            yield return AnswerKind.UrgentInWords;
            yield return AnswerKind.Invitation;
        }
        else if (rule.When is not null)
        {
            yield return rule.ReplyInOpenHours ? AnswerKind.Channel : AnswerKind.Hours;
        }
    }

    private static Instant? InstantOf(AnswerKind kind, Situation situation, Client client, Instant now)
    {
        var windows = situation.Windows.For(client);
        if (kind == AnswerKind.Channel)
        {
            return windows.NextOpening(now);
        }

        var at = now;
        for (var looked = 0; looked < WindowsAhead; looked++)
        {
            if (windows.ClosedWindowAt(at) is { } closed && (!closed.HasStart || !closed.HasEnd || closed.Duration >= situation.Code.Hours.ReplyFrom))
            {
                return closed.HasStart ? Instant.Max(now, closed.HasEnd ? Instant.Min(closed.Start + IntoTheWindow, closed.End - Duration.FromMinutes(1)) : closed.Start + IntoTheWindow) : at;
            }

            if (windows.NextChange(at) is not { } next)
            {
                return null;
            }

            at = next;
        }

        return null;
    }

    /// <summary>One occasion.</summary>
    private sealed record Occasioned(Situation Situation, Client Client, Rule Rule, AnswerKind Kind, Instant At)
    {
        public ReplyRequest Request(string subject, Installation installation, bool first)
        {
            var person = Client.Addresses.Count > 0 ? Client.Addresses[0] : new EmailAddress("someone", Client.Domains[0].TrimStart('*', '.'));
            var closed = Situation.Windows.For(Client).ClosedWindowAt(At);
            var rules = Situation.Code.Rules.Where(r => r == Rule || (closed is not null && r.EnforcesHours)).Select(r => r.Id).ToList();

            // Its own scope: the Message-ID made of it is never that of a reply to come.
            var key = new ReplyKey(person.Key, $"sample:{Kind}:{InstantPattern.ExtendedIso.Format(At)}", Client.Id);
            return new ReplyRequest
            {
                Decision = new Decision
                {
                    Row = 0,
                    Hold = new HoldPart(closed is { HasEnd: true } window ? window.End : null, [new Because(Reason.ClosedHours)]),
                    Reply = new ReplyPart(new Answer(Kind, person, rules, key), [new Because(Reason.RuleBroken)]),
                    BrokenRules = rules,
                    ClosedWindow = closed,
                },
                Message = Message(person, subject),
                Classification = new Classification
                {
                    Client = new ClientMatch(Client, Client.Addresses.Count > 0),
                    Matters = [new MatterFinding(Rule.When is { Matter: [var matter, ..] } ? matter : Matter.Question, [])],
                    IsAddressed = true,
                    Alias = Situation.Code.Owner.MainAddress,
                    Via = [.. Situation.Code.Channels.Where(c => c.Address is { } a && a.Equals(Situation.Code.Owner.MainAddress)).Select(c => c.Id)],
                },
                Situation = Situation,
                History = new History
                {
                    RepliesToClientEver = first ? 0 : 1,
                    UrgentUsed = Kind == AnswerKind.UrgentSpent ? Situation.Code.UrgentTag?.Allowance?.Count ?? 0 : 0,
                },
                Installation = installation,
                Now = At,
            };
        }

        private IncomingMessage Message(EmailAddress person, string subject) => new()
        {
            Received = At,
            MessageId = $"sample@{person.Domain}",
            From = [person],
            To = [Situation.Code.Owner.MainAddress],
            Subject = subject,
            ReversePath = new(ReversePathState.Address, person),
            Invitation = Kind == AnswerKind.Invitation
                ? new Invitation { Method = "REQUEST", Uid = "sample", Occurrences = [new Interval(At, At + Duration.FromHours(1))] }
                : null,
        };
    }
}
