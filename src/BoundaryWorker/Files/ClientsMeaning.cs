using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Files.Reading;
using BoundaryWorker.Files.Shapes;

namespace BoundaryWorker.Files;

/// <summary>Errors in a clients file that no single value shows.</summary>
internal static class ClientsMeaning
{
    private static readonly string[] Liftable = ["A3", "A5"];

    // replies.md A: what no override may lift, in the owner's words.
    private static readonly Dictionary<string, string> NeverLifted = new(StringComparer.OrdinalIgnoreCase)
    {
        ["A1"] = "a message without a return address cannot be answered",
        ["A2"] = "your own mail is never answered",
        ["A4"] = "an automatic message is never answered: two machines would write to each other for ever",
        ["A9"] = "a delivery report is never answered",
        ["A10"] = "a calendar answer is never answered",
    };

    public static void Check(Bound book, BoundaryCode? code, Findings findings)
    {
        foreach (var same in book.List("clients").Where(c => c["id"] is not null).GroupBy(c => (string)c["id"]!.Value).Where(g => g.Count() > 1))
        {
            findings.Error(same.ElementAt(1)["id"]!.At, $"there are two clients with the id `{same.Key}`", "give each its own");
        }

        foreach (var client in book.List("clients"))
        {
            Client(client, code, findings);
        }
    }

    private static void Client(Bound client, BoundaryCode? code, Findings findings)
    {
        // Items that were unreadable have been told; only an absence is told here.
        if (!((MapNode)client.Node).Entries.Any(e => e.Key.Text is "addresses" or "domains" && e.Value is not ListNode { Items.Count: 0 }))
        {
            findings.Error(client.At, "the client has neither addresses nor domains, so nobody is known to be theirs", "add addresses: [jane@acme.example]");
        }

        if (client["extra_hours"] is { } hours)
        {
            Weekly.Check(hours, findings);
        }

        foreach (var domain in client.List("domains"))
        {
            Domain(domain, (string)domain.Value, code, findings);
        }

        foreach (var id in client["overrides"]?.List("lift") ?? [])
        {
            Lift(id, (string)id.Value, findings);
        }

        if (code is null)
        {
            return;
        }

        foreach (var address in client.List("addresses").Where(a => code.Owner.Owns((EmailAddress)a.Value)))
        {
            findings.Error(address.At, $"{address.Value} is your own address", "take it out: your own mail is never a client's");
        }

        if (client["language"] is { Value: string language } at && !code.Owner.Languages.Contains(language))
        {
            findings.Error(at.At, $"your Code has no text in `{language}`", $"write one of {string.Join(", ", code.Owner.Languages)}, or add the language to the Code");
        }
    }

    private static void Domain(Bound at, string domain, BoundaryCode? code, Findings findings)
    {
        var bare = domain.StartsWith("*.", StringComparison.Ordinal) ? domain[2..] : domain;
        if (Freemail.Contains(domain))
        {
            findings.Error(at.At, $"everybody can have an address at {bare}: strangers would count as this client", "name the people one by one under `addresses`");
        }
        else if (code?.Owner.Addresses.FirstOrDefault(own => own.Domain == bare || (domain != bare && own.Domain.EndsWith("." + bare, StringComparison.Ordinal))) is { } mine)
        {
            findings.Error(at.At, $"{mine.Domain} is a domain of your own addresses", "name the people one by one under `addresses`");
        }
    }

    private static void Lift(Bound at, string id, Findings findings)
    {
        if (!Liftable.Contains(id, StringComparer.OrdinalIgnoreCase))
        {
            var why = NeverLifted.TryGetValue(id, out var reason) ? $": {reason}" : "";
            findings.Error(at.At, $"`{id}` cannot be lifted{why}", "only A3 (list headers) and A5 (Precedence) can");
        }
    }
}
