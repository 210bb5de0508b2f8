using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Matters;
using NodaTime;

namespace BoundaryWorker.Tests.Matters;

public sealed class MatterReaderTests
{
    [Fact]
    public void A_message_without_cues_is_other_and_never_nothing()
    {
        var finding = Assert.Single(Read("", ""));

        Assert.Equal(Matter.Other, finding.Matter);
        Assert.False(finding.IsSure);
    }

    [Fact]
    public void Several_matters_are_named_strongest_first() =>
        Assert.Equal(
            [Matter.Urgent, Matter.Task, Matter.Meeting, Matter.Invoice],
            Read("", "Proszę przygotować fakturę, pilne! Czy możemy się zdzwonić?").Select(f => f.Matter));

    [Theory]
    [InlineData("REQUEST", true)]
    [InlineData("ADD", true)]
    [InlineData("", true)]
    [InlineData("CANCEL", false)]
    [InlineData("REPLY", false)]
    public void A_calendar_object_that_asks_is_an_invitation(string method, bool asks)
    {
        var message = Message("", "") with { Invitation = new Invitation { Method = method } };

        Assert.Equal(asks, MatterReader.Read(message, "", Codes.Plain)[0].Matter == Matter.Invitation);
    }

    [Fact]
    public void The_owners_own_cues_are_explicit_and_carry_their_number()
    {
        var code = Codes.With((Matter.Task, ["brief*", "nowy  wątek"]));

        var finding = MatterReader.Read(Message("", "W załączniku NOWY watek do kampanii"), "W załączniku NOWY watek do kampanii", code)[0];

        Assert.Equal(Matter.Task, finding.Matter);
        Assert.Equal(new Cue("task.own.2", true, "NOWY watek"), finding.Cues[0]);
    }

    [Theory]
    [InlineData("Re: PILNE")]
    [InlineData("RE[2]: PILNE")]
    [InlineData("Odp: pilne")]
    [InlineData("Fwd: PILNE")]
    [InlineData("PD: Pilne")]
    public void The_subject_of_a_reply_or_a_forward_is_history(string subject) =>
        Assert.DoesNotContain(Read(subject, "W załączniku materiały."), f => f.Matter == Matter.Urgent);

    [Fact]
    public void The_subject_of_a_new_message_counts() =>
        Assert.Equal("urgent.pl.pilne", Read("PILNE", "W załączniku materiały.")[0].Cues[0].Id);

    [Theory]
    [InlineData("To nie jest pilne.")]
    [InlineData("not urgent")]
    [InlineData("No rush at all")]
    [InlineData("Nie spieszy się")]
    [InlineData("jak nie będzie pilne to poczekam")]
    [InlineData("Muszę pilnować terminów")]
    [InlineData("W sprawach pilnych dzwonimy do Kasi")]
    [InlineData("It isn't really urgent")]
    [InlineData("For urgent matters there is Kate")]
    public void Urgent_is_not_heard_where_it_is_denied(string text) =>
        Assert.DoesNotContain(Read("", text), f => f.Matter == Matter.Urgent);

    [Theory]
    [InlineData("Dziękuję za zadanie")]
    [InlineData("Thanks for the invoice")]
    [InlineData("Thanks a lot, have a nice weekend")]
    [InlineData("👍")]
    [InlineData("ok, super")]
    [InlineData("Dzięki za szybką realizację!")]
    public void A20_thanks_or_a_reaction_and_nothing_else(string text) =>
        Assert.Equal(Matter.Thanks, Assert.Single(Read("Re: zadanie", text)).Matter);

    [Theory]
    [InlineData("Dziękuję, kiedy będzie reszta?")]
    [InlineData("Thanks, please send the rest")]
    [InlineData("Dziękuję za raport, omówiłem go dzisiaj z całym zespołem i bardzo się wszystkim podobał, szczególnie wykresy")]
    [InlineData("dzięki, popraw jeszcze nagłówek")]
    public void A20_a_request_or_a_dozen_words_is_more_than_thanks(string text) =>
        Assert.DoesNotContain(Read("", text), f => f.Matter == Matter.Thanks);

    [Theory]
    [InlineData("proszę o przygotowanie bardzo długiego i szczegółowego zestawienia kosztów")]
    [InlineData("could you please prepare the very long and detailed overview of all our costs")]
    public void An_excerpt_has_at_most_40_characters_and_no_line_end(string text) =>
        Assert.All(
            Read("", text.Replace(" o ", "\no ", StringComparison.Ordinal)).SelectMany(f => f.Cues),
            c => Assert.True(c.Excerpt.Length is > 0 and <= 40 && !c.Excerpt.Contains('\n', StringComparison.Ordinal)));

    [Fact]
    public void The_same_message_is_always_read_the_same() =>
        Assert.All(LabelledMessage.In("tuned"), m => Assert.Equal(
            MatterReader.Read(m.Message, m.Body, Codes.Plain).SelectMany(f => f.Cues),
            MatterReader.Read(m.Message, m.Body, Codes.Plain).SelectMany(f => f.Cues)));

    private static IReadOnlyList<MatterFinding> Read(string subject, string text) => MatterReader.Read(Message(subject, text), text, Codes.Plain);

    private static IncomingMessage Message(string subject, string text) =>
        new() { Received = Instant.FromUtc(2026, 11, 24, 21, 0), Subject = subject, Text = text };
}
