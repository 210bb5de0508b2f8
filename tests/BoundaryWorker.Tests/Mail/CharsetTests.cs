using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Tests.Deciding;
using BoundaryWorker.Tests.Replies;

namespace BoundaryWorker.Tests.Mail;

/// <summary>One Polish message in each way in which mail programs write it (<c>tests/cases/charsets</c>): read the same, and judged the same.</summary>
public sealed class CharsetTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(MailCase.Folder)!, "charsets");

    /// <summary>Not read by .NET, nor by MimeKit: its letters can hide markup (RFC 2152), so it is taken as the ASCII that it is written in.</summary>
    private const string Utf7 = "utf-7";

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.eml").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_held_and_answered_whatever_its_letters_are_written_in(string name)
    {
        var decision = Decider.Decide(Read(name), Classify(name), Situation, History.Empty, Studio.At("2026-11-24 18:01"));

        Assert.True(decision.Hold.IsHeld);
        Assert.Equal("anna@brzoza.example", decision.Reply.Answer?.To.Bare);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_subject_and_text_are_read_and_its_matter_and_language_found(string name)
    {
        var message = Read(name);
        if (name == Utf7)
        {
            Assert.Contains("baner", message.Text, StringComparison.Ordinal);
            return;
        }

        Assert.Equal("Zażółć gęślą jaźń: baner", message.Subject);
        Assert.Contains("proszę przygotować baner na jesienną wyprzedaż.", message.Text, StringComparison.Ordinal);
        Assert.Contains("Zażółć gęślą jaźń.", message.Text, StringComparison.Ordinal);
        var kind = Classify(name);
        Assert.Equal((Matter.Task, true, "pl"), (kind.Matter, kind.Matters[0].IsSure, kind.Language));
    }

    private static Situation Situation { get; } = Fixtures.Situation(Fixtures.Studio(), new(Fixtures.Clients(), Core.Code.StrangerPolicy.Leave)) with { Trust = TrustPolicy.Supposed };

    private static Classification Classify(string name) => Classifier.Classify(Read(name), Situation);

    private static IncomingMessage Read(string name) =>
        MailCase.Read(File.ReadAllBytes(Path.Combine(Folder, name + ".eml"))) with { Received = Studio.At("2026-11-24 18:00") };
}
