using System.Text.RegularExpressions;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Files.Reading;
using BoundaryWorker.Files.Shapes;

namespace BoundaryWorker.Files;

/// <summary>Errors in a Code that no single value shows: what refers to nothing, contradicts itself, or is given twice.</summary>
internal sealed partial class CodeMeaning(Bound code, IReadOnlySet<string> broken, Findings findings)
{
    private static readonly string[] Ways = ["address", "url", "subject_tag", "telephone"];

    private readonly HashSet<string> _languages = [.. code["owner"]?.All<string>("languages") ?? []];

    public void Check(IReadOnlyCollection<string>? holidayRegions)
    {
        if (code["owner"] is { } owner)
        {
            Owner(owner);
        }

        if (code["hours"] is { } hours)
        {
            Hours(hours, holidayRegions);
        }

        Twice(code.List("channels"), "channel");
        Twice(code.List("rules"), "rule");
        foreach (var channel in code.List("channels"))
        {
            Channel(channel);
        }

        foreach (var rule in code.List("rules"))
        {
            Rule(rule);
        }

        if (code["replies"]?["subject_prefix"] is { } prefix)
        {
            Text(prefix, complete: false);
        }
    }

    private void Owner(Bound owner)
    {
        foreach (var address in owner.List("addresses").Where(a => a.Value is EmailAddress { Local: "*" } e && Freemail.Contains(e.Domain)))
        {
            findings.Error(address.At, $"everybody can have an address at {((EmailAddress)address.Value).Domain}", "name your own addresses one by one");
        }

        if (owner["addresses"] is { Items.Count: > 0 } all && all.Items.All(a => a.Value is EmailAddress { Local: "*" }))
        {
            findings.Error(all.At, "no full address is given", "put your main address first: replies go out from it");
        }

        foreach (var doubled in owner.List("languages").GroupBy(l => l.Value).Where(g => g.Count() > 1))
        {
            findings.Error(doubled.ElementAt(1).At, $"the language {doubled.Key} is given twice", "keep one of them");
        }
    }

    private void Hours(Bound hours, IReadOnlyCollection<string>? regions)
    {
        if (hours["weekly"] is { } weekly)
        {
            Weekly.Check(weekly, findings);
        }

        if (hours["holidays"] is { Value: string region } at && regions is not null && !regions.Contains(region, StringComparer.Ordinal))
        {
            findings.Error(at.At, $"there is no holiday data for `{region}`", Nearest.Remedy(region, regions));
        }

        foreach (var closed in hours.List("closed"))
        {
            Closed(closed);
        }

        var open = hours.List("open");
        foreach (var day in open.Where(d => d["hours"] is not null))
        {
            Weekly.CheckDay(day["hours"]!, findings);
        }

        foreach (var doubled in open.Where(d => d["date"] is not null).GroupBy(d => d["date"]!.Value).Where(g => g.Count() > 1))
        {
            findings.Error(doubled.ElementAt(1)["date"]!.At, "this date is given twice", "give all hours of one date together: hours: 09:00-12:00 14:00-16:00");
        }
    }

    private void Closed(Bound closed)
    {
        if (closed["from"] is { Value: DayOrTime from } && closed["to"] is { Value: DayOrTime to } at && CodeBuilder.End(to) <= CodeBuilder.Start(from))
        {
            findings.Error(at.At, "it ends before it begins", "let `to` be the same day as `from` or a later one");
        }

        if (closed["reason"] is { } reason)
        {
            Text(reason, complete: false);
        }
    }

    private void Channel(Bound channel)
    {
        var given = Ways.Where(w => channel[w] is not null).ToList();
        var written = ((MapNode)channel.Node).Entries.Count(e => Ways.Contains(e.Key.Text));
        if (written == 0)
        {
            findings.Error(channel.At, "the channel does not say how you are reached", "give it one of address, url, subject_tag, telephone");
        }
        else if (given.Count > 1)
        {
            findings.Error(channel[given[1]]!.At, $"the channel has both {given[0]} and {given[1]}", "make two channels of it, each with its own id");
        }

        if (channel["allowance"] is { } allowance && written > 0 && channel["subject_tag"] is null && given.Count > 0)
        {
            findings.Error(allowance.At, "an allowance without a subject_tag has nothing to count", "give the channel a subject_tag, or take the allowance out");
        }
    }

    private void Rule(Bound rule)
    {
        var conditions = ((MapNode)rule.Node).Entries.Select(e => e.Key.Text).ToHashSet();
        if (conditions.Contains("enforces") && conditions.Contains("when"))
        {
            findings.Error((rule["when"] ?? rule).At, "the rule has both `enforces` and `when`", "make two rules of it");
        }

        if (rule["then"] is { } then && !conditions.Contains("when"))
        {
            findings.Error(then.At, "`then` without `when` has nothing to answer", "add a `when`, or take `then` out");
        }

        if (rule["text"] is { } text)
        {
            Text(text, complete: true);
        }

        if (rule["when"] is { } when)
        {
            When(when);
        }
    }

    private void When(Bound when)
    {
        if (((MapNode)when.Node).Entries.Count == 0)
        {
            findings.Error(when.At, "`when` is empty: every message would break the rule", "say what is meant, or take `when` out");
        }

        if (broken.Contains("channels"))
        {
            return;
        }

        var channels = code.List("channels").Select(c => c.Find<string>("id")).OfType<string>().ToList();
        foreach (var id in when.List("via").Concat(when.List("not_via")).Where(id => !channels.Contains((string)id.Value)))
        {
            findings.Error(id.At, $"there is no channel `{id.Value}`", channels.Count == 0 ? "declare it under `channels`" : Nearest.Remedy((string)id.Value, channels));
        }
    }

    private void Text(Bound text, bool complete)
    {
        if (_languages.Count == 0)
        {
            return;
        }

        foreach (var (written, part) in text.Entries)
        {
            if (!_languages.Contains((string)part.Key!))
            {
                findings.Error(part.At, $"`{written}` is not among your languages", $"{Nearest.Remedy(written, _languages)}, or add it to owner.languages");
            }

            foreach (var placeholder in Placeholder().Matches((string)part.Value).Select(m => m.Groups[1].Value).Where(p => p != "hours"))
            {
                findings.Warning(part.Node.At, $"{{{placeholder}}} stands for nothing and would be sent as it is", "{hours} is the only one there is");
            }
        }

        var missing = _languages.Where(l => text.Entries.All(e => (string)e.Value.Key! != l) && !Written(text, l)).Order(StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            Action<Mark, string, string> tell = complete ? findings.Error : findings.Warning;
            tell(text.At, $"there is no text in {string.Join(", ", missing)}", $"add {string.Join(", ", missing.Select(l => $"{l}: \"...\""))}");
        }
    }

    // A text that is there and unreadable was told already.
    private static bool Written(Bound text, string language) =>
        ((MapNode)text.Node).Entries.Any(e => e.Key.Text.Equals(language, StringComparison.OrdinalIgnoreCase));

    private void Twice(IReadOnlyList<Bound> items, string what)
    {
        foreach (var same in items.Where(i => i["id"] is not null).GroupBy(i => (string)i["id"]!.Value).Where(g => g.Count() > 1))
        {
            foreach (var again in same.Skip(1))
            {
                findings.Error(again["id"]!.At, $"there are two {what}s with the id `{same.Key}`", "give each its own");
            }
        }
    }

    [GeneratedRegex(@"\{\s*([^{}]*?)\s*\}")]
    private static partial Regex Placeholder();
}
