using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.Tests.Deciding;

/// <summary>Every member of the closed vocabulary of <c>when</c>, met and not met.</summary>
public sealed class ConditionTests
{
    private static readonly Instant Open = Instant.FromUtc(2026, 11, 24, 9, 30);
    private static readonly Instant Closed = Instant.FromUtc(2026, 11, 24, 20, 0);

    [Theory]
    [InlineData("acme", true)]
    [InlineData("JANE@acme.example", true)]
    [InlineData("brzoza", false)]
    [InlineData("tom@acme.example", false)]
    public void Sender_is_a_client_id_or_a_full_address(string sender, bool broken) => IsBroken(broken, new Condition { Sender = [sender] });

    [Theory]
    [InlineData("me@studio.example", true)]
    [InlineData("tasks@studio.example", false)]
    public void Alias_is_the_address_of_hers_that_was_addressed(string alias, bool broken) => IsBroken(broken, new Condition { Alias = [Fixtures.At(alias)] });

    [Theory]
    [InlineData("mail", true)]
    [InlineData("board", false)]
    public void Via_and_not_via_are_the_channels_it_came_through(string channel, bool through)
    {
        IsBroken(through, new Condition { Via = [channel] });
        IsBroken(!through, new Condition { NotVia = [channel] });
        IsBroken(false, new Condition { NotVia = [channel, "mail"] });
    }

    [Theory]
    [InlineData("PRICE", true)]
    [InlineData("pri", false)]
    public void Subject_and_body_are_whole_words_in_any_letter_case(string word, bool broken)
    {
        IsBroken(broken, new Condition { Subject = [word] });
        IsBroken(broken, new Condition { Body = [word] });
    }

    [Theory]
    [InlineData(true, "application/pdf", true)]
    [InlineData(true, "application/pkcs7-signature", false)]
    [InlineData(false, "application/pdf", false)]
    [InlineData(false, "text/calendar", true)]
    public void Attachment_counts_what_a_person_attached(bool wanted, string type, bool broken) =>
        IsBroken(broken, new Condition { Attachment = wanted }, Mail(Open) with { Parts = [new(type, 1, new Dictionary<string, string>(), "a", true)] });

    [Theory]
    [InlineData("REQUEST", true)]
    [InlineData("PUBLISH", false)]
    public void Invitation_is_one_that_asks_for_a_time(string method, bool asks)
    {
        var message = Mail(Open) with { Invitation = new Invitation { Method = method } };

        IsBroken(asks, new Condition { Invitation = true }, message);
        IsBroken(!asks, new Condition { Invitation = false }, message);
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("pl", false)]
    public void Language_is_that_of_the_new_text(string language, bool broken) => IsBroken(broken, new Condition { Language = [language] });

    [Fact]
    public void Hours_are_those_of_the_arrival()
    {
        IsBroken(true, new Condition { InOpenHours = true });
        IsBroken(false, new Condition { InOpenHours = true }, Mail(Closed));
        IsBroken(true, new Condition { InOpenHours = false }, Mail(Closed));
    }

    [Fact]
    public void Every_given_member_must_hold() => IsBroken(false, new Condition { Sender = ["acme"], Via = ["board"] });

    private static void IsBroken(bool expected, Condition when, IncomingMessage? message = null)
    {
        var rule = new Rule { Id = "9.9", Area = RuleArea.Communication, Text = LocalizedText.Of("en", "Nine."), When = when };
        var situation = Fixtures.Situation(Fixtures.Studio() with { Rules = [rule] }, new ClientBook(Fixtures.Clients()));
        var mail = message ?? Mail(Open);
        var decision = Decider.Decide(mail, Classifier.Classify(mail, situation), situation, History.Empty, mail.Received);

        Assert.Equal(expected ? ["9.9"] : [], decision.BrokenRules);
    }

    private static IncomingMessage Mail(Instant at) => PlainMessage.Read(
        "From: jane@acme.example\nTo: me@studio.example\nSubject: The new price list\n\nCould you please tell me which price is the right one for the shop?\n", at);
}
