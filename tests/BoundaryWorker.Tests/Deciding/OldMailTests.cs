using BoundaryWorker.Core.Deciding;
using NodaTime;

namespace BoundaryWorker.Tests.Deciding;

public sealed class OldMailTests
{
    private static readonly Instant Arrival = Instant.FromUtc(2026, 11, 24, 10, 0);

    [Theory]
    [InlineData(120, false)]
    [InlineData(121, true)]
    public void Mail_whose_topmost_Received_is_over_two_hours_older_than_its_arrival_is_old(int minutes, bool old) =>
        Assert.Equal(old, OldMail.Is(new MailAge(Arrival, Arrival - Duration.FromMinutes(minutes)), Arrival));

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void Mail_that_arrived_over_ten_minutes_before_the_last_look_is_old(int minutes, bool old) =>
        Assert.Equal(old, OldMail.Is(new MailAge(Arrival, null), Arrival + Duration.FromMinutes(minutes)));

    [Fact]
    public void Before_the_first_look_and_without_Received_nothing_says_that_it_is_old() =>
        Assert.False(OldMail.Is(new MailAge(Arrival, null), null));

    [Theory]
    [InlineData(20, false)]
    [InlineData(21, true)]
    public void Over_twenty_old_messages_at_once_are_a_flood(int count, bool flood)
    {
        var old = new MailAge(Arrival, Arrival - Duration.FromDays(1));

        Assert.Equal(flood, OldMail.IsFlood([.. Enumerable.Repeat(old, count), .. Enumerable.Repeat(new MailAge(Arrival, Arrival), 50)], null));
    }

    [Theory]
    [InlineData(300, false)]
    [InlineData(301, true)]
    [InlineData(-300, false)]
    [InlineData(-301, true)]
    public void A_clock_that_differs_by_over_five_minutes_is_not_believed(int seconds, bool tooLarge) =>
        Assert.Equal(tooLarge, ClockSkew.IsTooLarge(Arrival, Arrival + Duration.FromSeconds(seconds)));
}
