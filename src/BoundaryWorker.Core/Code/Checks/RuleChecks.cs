using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.Core.Code.Checks;

/// <summary>Rules that no message can ever break, or that change nothing.</summary>
internal static class RuleChecks
{
    public static IEnumerable<CodeWarning> Of(BoundaryCode code, ClientBook clients)
    {
        var alwaysOpen = WeekCircle.LongestGap(code.Hours.Weekly) == Duration.Zero && code.Hours is { Closed.Count: 0, Holidays: null };
        if (!code.Rules.Any(r => r.EnforcesHours))
        {
            yield return Warn("rules", "no rule enforces your hours: what arrives out of hours breaks none of them", "add `enforces: hours` to the rule about your hours");
        }

        for (var i = 0; i < code.Rules.Count; i++)
        {
            var (rule, path) = (code.Rules[i], HoursChecks.At("rules", i));
            if (rule.EnforcesHours && alwaysOpen)
            {
                yield return Warn($"{path}.enforces", $"rule {rule.Id} can never be broken: you are open day and night", "give hours.weekly your real hours");
            }

            if (rule.When is not { } when)
            {
                continue;
            }

            foreach (var (part, why, remedy) in Unreachable(code, clients, rule, when, alwaysOpen))
            {
                yield return Warn($"{path}.when{part}", $"rule {rule.Id} can never be broken: {why}", remedy);
            }

            foreach (var warning in Odd(code, rule, when, path))
            {
                yield return warning;
            }
        }
    }

    private static IEnumerable<(string Part, string Why, string Remedy)> Unreachable(
        BoundaryCode code, ClientBook clients, Rule rule, Condition when, bool alwaysOpen)
    {
        if (when.Via.Count > 0 && when.Via.All(id => !CarriesMail(code, id)))
        {
            yield return (".via", $"no mail comes through {string.Join(", ", when.Via)}", "name a channel with an address or a subject tag");
        }

        if (when.Via.Count > 0 && when.Via.All(when.NotVia.Contains))
        {
            yield return (".not_via", "it wants a message through a channel and not through it", "take one of the two out");
        }

        if (when.Sender.Count > 0 && when.Sender.All(s => !IsKnownSender(s, clients)))
        {
            yield return (".sender", $"{string.Join(", ", when.Sender)} is neither an address nor the id of a client", "write the id from clients.yaml, or an address");
        }

        if (when.Alias.Count > 0 && when.Alias.All(a => !code.Owner.Owns(a)))
        {
            yield return (".alias", $"{string.Join(", ", when.Alias)} is not yours", "add it to owner.addresses");
        }

        if (when.Matter.Count > 0 && when.Matter.All(m => m == Matter.Invitation) && when.Invitation == false)
        {
            yield return (".invitation", "it is about invitations that are none", "take one of the two out");
        }

        if (when.InOpenHours == false && alwaysOpen)
        {
            yield return (".hours", "you are open day and night", "give hours.weekly your real hours");
        }

        if (when.InOpenHours == true && !rule.ReplyInOpenHours)
        {
            yield return (".hours", "in open hours nothing happens without `then: [reply]`", "add `then: [reply]`");
        }
    }

    private static IEnumerable<CodeWarning> Odd(BoundaryCode code, Rule rule, Condition when, string path)
    {
        foreach (var channel in code.Channels.Where(c => when.NotVia.Contains(c.Id) && when.Matter.Count > 0 && !when.Matter.Any(c.For.Contains)))
        {
            yield return Warn(
                $"{path}.when.not_via",
                $"rule {rule.Id} sends people to `{channel.Id}`, which is not for {string.Join(", ", when.Matter).ToLowerInvariant()}",
                $"add it to the `for` of `{channel.Id}`");
        }

        if (code.Rules.TakeWhile(r => !ReferenceEquals(r, rule)).FirstOrDefault(r => r.When is { } other && SameAs(other, when)) is { } earlier)
        {
            yield return Warn($"{path}.when", $"rules {earlier.Id} and {rule.Id} are broken by the same messages: both are quoted each time", "join them, or take one `when` out");
        }
    }

    // Two records with lists are equal only by reference: written out, every part of one is in the other.
    private static bool SameAs(Condition a, Condition b) =>
        a.Attachment == b.Attachment && a.Invitation == b.Invitation && a.InOpenHours == b.InOpenHours
        && Same(a.Sender, b.Sender) && Same(a.Alias, b.Alias) && Same(a.Matter, b.Matter) && Same(a.Via, b.Via) && Same(a.NotVia, b.NotVia)
        && Same(a.Subject, b.Subject) && Same(a.Body, b.Body) && Same(a.Language, b.Language);

    private static bool Same<T>(IReadOnlyList<T> a, IReadOnlyList<T> b) => a.ToHashSet().SetEquals(b);

    private static bool CarriesMail(BoundaryCode code, string id) => code.Channels.Any(c => c.Id == id && (c.Address is not null || c.SubjectTag is not null));

    private static bool IsKnownSender(string sender, ClientBook clients) =>
        EmailAddress.TryParse(sender) is not null || clients.Clients.Any(c => c.Id == sender);

    private static CodeWarning Warn(string path, string what, string remedy) => new(OwnerFile.Code, path, what, remedy);
}
