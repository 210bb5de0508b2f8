using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Digests;
using BoundaryWorker.Core.Replies;
using NodaTime;

namespace BoundaryWorker.Tests.Replies;

/// <summary>Every kind of digest as she reads it: tests/cases/digests, one file each.</summary>
public sealed class DigestCaseTests
{
    public static TheoryData<string> Cases => TextCase.All("digests");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reads_as_written_in_its_case(string name)
    {
        var read = TextCase.Read("digests", name);

        read.Expect(Mail.Shown(Compose(read), read["html"] == "yes"));
    }

    private static OutgoingMessage Compose(TextCase read)
    {
        var now = Studio.At(read["now"] ?? "2026-11-24 08:45");
        var items = read.Items.Select(Item).ToList();
        var facts = new DigestFacts
        {
            Day = now.InZone(Studio.Warsaw).Date,
            Now = now,
            Mode = Enum.Parse<Mode>(read["mode"] ?? "enforce", ignoreCase: true),
            IsLate = read["late"] == "yes",
            NextOpening = Studio.At("2026-11-24 09:00"),
            Held = [.. items.Where(i => i.Until is not null), .. Enumerable.Range(1, Studio.Number(read["more"])).Select(i => Item($"2026-11-23 20:00 | Acme GmbH | person{i}@acme.example | Mail {i} | sent | until 2026-11-24 09:00; rules 1.1"))],
            InInbox = [.. items.Where(i => i.Until is null)],
            Strangers = [.. Words(read["strangers"]).Select(s => new DigestStranger(s.Split(' ')[0], Studio.Number(s.Split(' ')[1])))],
            Failures = Words(read["failures"]),
            Notes = Words(read["notes"]),
            LastLooks = [.. Words(read["looks"]).Select(l => new DigestLook(l.Split(' ')[0], l.EndsWith("never", StringComparison.Ordinal) ? null : Studio.At(l[(l.IndexOf(' ') + 1)..])))],
        };
        var owner = Studio.Owner with { Languages = [read["lang"] ?? "pl"] };
        var (message, whyNot) = DigestComposer.Compose(facts, owner, Studio.Owner.MainAddress, Studio.Installation, Studio.Templates);
        Assert.Null(whyNot);
        return message!;
    }

    private static string[] Words(string? list) => list?.Split("; ") ?? [];

    /// <summary>"received | client | sender | subject | reply [Reason] | until T; rules 1.1, 2.1; urgent; forgery; visible 40; told T; here Reason; offers; id ID; preview WORDS".</summary>
    private static DigestItem Item(string line)
    {
        var parts = line.Split(" | ");
        var more = (parts.Length > 5 ? parts[5] : "").Split("; ").Select(m => m.Split(' ', 2)).ToDictionary(m => m[0], m => m.Length > 1 ? m[1] : "");
        var reply = parts[4].Split(' ');
        return new()
        {
            Id = more.GetValueOrDefault("id"),
            Received = Studio.At(parts[0]),
            Preview = more.GetValueOrDefault("preview"),
            Client = parts[1] == "-" ? null : parts[1],
            Sender = parts[2],
            Subject = parts[3] == "-" ? "" : parts[3],
            Reply = Enum.Parse<DigestReply>(reply[0], ignoreCase: true),
            WhyNot = reply.Length > 1 ? new(Enum.Parse<Reason>(reply[1])) : null,
            Until = Time(more, "until"),
            Told = Time(more, "told"),
            Rules = more.GetValueOrDefault("rules")?.Split(", ") ?? [],
            WhyHere = more.GetValueOrDefault("here") is { } here ? new(Enum.Parse<Reason>(here)) : null,
            VisibleFor = more.GetValueOrDefault("visible") is { } seconds ? Duration.FromSeconds(Studio.Number(seconds)) : null,
            IsUrgent = more.ContainsKey("urgent"),
            IsPossibleForgery = more.ContainsKey("forgery"),
            OffersCode = more.ContainsKey("offers"),
        };
    }

    private static Instant? Time(Dictionary<string, string> more, string key) => more.GetValueOrDefault(key) is { } text ? Studio.At(text) : null;
}
