using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using CsCheck;
using NodaTime;

namespace BoundaryWorker.Tests.Deciding;

/// <summary>The promises of design.md section 7 that a decision alone can break, whatever the Code and the arrivals.</summary>
public sealed class DecidePropertyTests
{
    private const int Months = 50;

    [Fact]
    public void Promise_5_what_is_held_comes_back_at_the_next_opening_and_not_later_than_max_hold() => DecideGen.Month.Sample(
        month => Assert.All(Fold(month.Situation, month.Mail).Where(d => d.Decision.Hold.IsHeld), held =>
        {
            var until = held.Decision.Hold.Until!.Value;
            var windows = month.Situation.Windows.For(held.Kind.Client?.Client);
            var code = month.Situation.Code;

            Assert.True(windows.IsOpen(until), "released outside a window");
            Assert.Equal(windows.NextOpening(held.Message.Received), until);
            Assert.True(until > held.Now, "held although it is open by now");
            Assert.True(held.Decision.ClosedWindow!.Value.Contains(held.Message.Received), "held although it was open");
            Assert.True(code.HoldThroughLeave || until - held.Message.Received <= code.MaxHold, "held beyond max_hold");
        }),
        iter: Months);

    [Fact]
    public void Promise_2_a_person_gets_one_reply_in_a_closed_window_and_in_a_long_one_none_for_seven_days() => DecideGen.Month.Sample(
        month =>
        {
            var answered = Fold(month.Situation, month.Mail).Where(d => d.Decision is { Reply.Answer: not null, ClosedWindow: not null });

            Assert.All(answered.GroupBy(d => (d.Decision.Reply.Answer!.Key.Person, d.Decision.ClosedWindow)), group => Assert.All(
                group.Zip(group.Skip(1)),
                pair => Assert.True(pair.Second.Now - pair.First.Now >= Duration.FromDays(7) && Length(group.Key.ClosedWindow!.Value) > Duration.FromDays(7))));
        },
        iter: Months);

    [Fact]
    public void Promise_2_no_key_is_ever_given_twice_and_a_client_gets_three_a_window() => DecideGen.Month.Sample(
        month =>
        {
            var answered = Fold(month.Situation, month.Mail).Where(d => d.Decision.Reply.Answer is not null).ToList();

            Assert.Equal(answered.Count, answered.Select(d => d.Decision.Reply.Answer!.Key).Distinct().Count());
            Assert.All(
                answered.Where(d => d.Decision.ClosedWindow is not null).GroupBy(d => (d.Decision.Reply.Answer!.Key.ClientId, d.Decision.ClosedWindow)),
                group => Assert.True(group.Count() <= 3));
        },
        iter: Months);

    [Fact]
    public void Promise_3_and_8_machines_strangers_and_herself_are_never_answered_and_a_reply_goes_to_the_author() => DecideGen.Month.Sample(
        month => Assert.All(Fold(month.Situation, month.Mail).Where(d => d.Decision.Reply.Answer is not null), d =>
        {
            Assert.Equal(d.Message.Author, d.Decision.Reply.Answer!.To);
            Assert.Equal(d.Message.Author!.Key, d.Decision.Reply.Answer.Key.Person);
            Assert.DoesNotContain(d.Message.Author.Key, (string[])["someone@elsewhere.example", "me@studio.example", "noreply@acme.example"]);
            Assert.True(!d.Message.Headers.Has("Precedence") || d.Message.Invitation is not null);
        }),
        iter: Months);

    [Fact]
    public void Promise_9_every_yes_and_no_has_a_reason_and_the_same_input_gives_the_same_decision() => DecideGen.Month.Sample(
        month => Assert.All(Fold(month.Situation, month.Mail).Zip(Fold(month.Situation, month.Mail)), pair =>
        {
            Assert.NotEmpty(pair.First.Decision.Hold.Reasons);
            Assert.NotEmpty(pair.First.Decision.Reply.Reasons);
            Assert.All(pair.First.Decision.Reasons, r => Assert.True(r.Evidence.Length <= 40));
            Assert.Equal(DecideCase.Words(pair.First.Decision), DecideCase.Words(pair.Second.Decision));
        }),
        iter: Months / 2);

    private static List<Judged> Fold(Situation situation, IReadOnlyList<(IncomingMessage Message, Instant Now)> mail)
    {
        var ledger = new LedgerInMemory();
        var all = new List<Judged>();
        foreach (var (message, now) in mail)
        {
            var kind = Classifier.Classify(message, situation);
            var decision = Decider.Decide(message, kind, situation, ledger.Of(HistoryQueries.For(message, kind, situation, now)), now);
            ledger.Record(decision, message.Received, now);
            all.Add(new Judged(message, now, kind, decision));
        }

        return all;
    }

    private static Duration Length(Interval window) => window is { HasStart: true, HasEnd: true } ? window.Duration : Duration.MaxValue;

    private sealed record Judged(IncomingMessage Message, Instant Now, Classification Kind, Decision Decision);
}
