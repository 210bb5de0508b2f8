using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using NodaTime;

namespace BoundaryWorker.Tests.Deciding;

public sealed class DecisionTextTests
{
    private static readonly Situation Situation = Fixtures.Situation(Fixtures.Studio(), new ClientBook(Fixtures.Clients()));

    [Theory]
    [InlineData("en", "held until Monday 23 November 2026 9:00: it arrived outside your working hours; answered: rules 1.1")]
    [InlineData("pl", "wstrzymana, powrót: poniedziałek 23 listopada 2026 9:00: nadeszła poza godzinami pracy; odpowiedź: zasady 1.1")]
    public void Held_and_answered(string language, string line) => Assert.Equal(line, Line("From: jane@acme.example", language));

    [Theory]
    [InlineData("en", "left alone: its sender is a robot's address (From: noreply@acme.example)")]
    [InlineData("pl", "pozostawiona: adres nadawcy należy do automatu (From: noreply@acme.example)")]
    public void Left_alone_for_one_reason(string language, string line) => Assert.Equal(line, Line("From: noreply@acme.example", language));

    [Fact]
    public void Held_and_not_answered() => Assert.Equal(
        "held until Monday 23 November 2026 9:00: it arrived outside your working hours; not answered: it is bulk mail (Precedence) (Precedence: bulk)",
        Line("From: jane@acme.example\nPrecedence: bulk", "en"));

    private static string Line(string header, string language)
    {
        var message = PlainMessage.Read(header + "\nTo: me@studio.example\n\nWhich font is it?\n", Instant.FromUtc(2026, 11, 21, 19, 0));
        var decision = Decider.Decide(message, Classifier.Classify(message, Situation), Situation, History.Empty, message.Received);
        return DecisionText.Of(decision, language, Fixtures.Warsaw);
    }
}
