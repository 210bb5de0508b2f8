using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Tests.Mail;
using BoundaryWorker.Tests.Replies;

namespace BoundaryWorker.Tests.Deciding;

/// <summary>
/// The mails of <c>tests/cases/mail</c> decided as though their author were a listed client, on a closed evening: the marks that they are known by are one thing,
/// that nobody is answered because of them another.
/// </summary>
public sealed class NeverAnsweredTests
{
    public static TheoryData<string> Machines => [.. MailCase.Names.Where(n => MailCase.Marks(n).Length > 0)];

    public static TheoryData<string> Persons => [.. MailCase.Names.Where(n => n[0] == 'B')];

    [Theory]
    [MemberData(nameof(Machines))]
    public void A1_to_A10_A13_A20_no_mark_is_answered_and_only_A3_and_A5_are_lifted(string name)
    {
        var lift = MailCase.Marks(name).All(m => m is "A3" or "A5");

        Assert.Null(Decided(name, []).Reply.Answer);
        Assert.Equal(lift, Decided(name, ["A3", "A5"]).Reply.Answer is not null);
    }

    [Theory]
    [MemberData(nameof(Persons))]
    public void B1_B2_B3_B4_a_person_is_answered_at_the_address_of_From(string name)
    {
        var decision = Decided(name, []);

        Assert.Equal(MailCase.Read(name).Author, decision.Reply.Answer?.To);
        Assert.True(decision.Hold.IsHeld);
    }

    [Theory]
    [InlineData("Re: Auto: Termin")]
    [InlineData("Auto: Auto: Termin")]
    [InlineData("")]
    public void B4_the_key_is_the_person_and_the_window_and_not_what_the_subject_echoes(string subject)
    {
        var first = Decided("B1-precedence-normal", []).Reply.Answer!.Key;

        Assert.Equal(first, Decided("B1-precedence-normal", [], m => m with { Subject = subject, MessageId = "another@acme.example" }).Reply.Answer!.Key);
        Assert.NotEqual(first, Decided("B1-precedence-normal", [], m => m with { Received = m.Received + NodaTime.Duration.FromHours(24) }).Reply.Answer!.Key);
    }

    private static Decision Decided(string name, IReadOnlyList<string> lift, Func<IncomingMessage, IncomingMessage>? with = null)
    {
        var message = MailCase.Read(name) with { Received = Studio.At("2026-11-24 18:00") };
        message = with?.Invoke(message) ?? message;
        var person = message.Author ?? Studio.Jane;
        var client = new Client { Id = "one", Name = "One", Addresses = [person], Language = "en", CodeGiven = new(3, new(2026, 11, 2)), Lift = lift };
        var situation = Fixtures.Situation(Fixtures.Studio(), new([client], StrangerPolicy.HoldAndReply)) with { Trust = TrustPolicy.Supposed };
        return Decider.Decide(message, Classifier.Classify(message, situation), situation, History.Empty, message.Received + NodaTime.Duration.FromMinutes(1));
    }
}
