using BoundaryWorker.Core.Time;
using CsCheck;
using NodaTime;

namespace BoundaryWorker.Tests.Time;

/// <summary>What holds whatever the hours, closures and zone.</summary>
public sealed class WindowPropertyTests
{
    private const int Minutes = 4 * 24 * 60;

    [Fact]
    public void No_instant_is_both_open_and_closed_and_the_oracle_agrees_which() => HoursGen.Around.Sample(
        x =>
        {
            var (engine, first) = Start(x);
            var oracle = new WallClockOracle(x.Schedule, x.Day.AddDays(-3), x.Day.AddDays(3));
            var spans = engine.Spans(first, first + Duration.FromMinutes(Minutes));
            Assert.Equal((first, first + Duration.FromMinutes(Minutes)), (spans[0].From, spans[^1].To));
            Assert.All(spans.Zip(spans.Skip(1)), p => Assert.Equal(p.First.To, p.Second.From));
            Assert.All(spans, s => Assert.True(s.From < s.To));
            for (var m = 0; m < Minutes; m += 5)
            {
                var at = first + Duration.FromMinutes(m);
                var span = Assert.Single(spans, s => s.Contains(at));
                var expected = oracle.IsOpen(at.ToDateTimeUtc());
                Assert.True((expected, expected) == (engine.IsOpen(at), span.Open), $"{at}: {expected} {engine.IsOpen(at)} {span}");
            }
        },
        iter: 150);

    [Fact]
    public void The_next_opening_is_the_first_open_instant_and_the_next_change_really_changes() => HoursGen.Around.Sample(
        x =>
        {
            var (engine, first) = Start(x);
            var open = Enumerable.Range(0, Minutes).Select(m => engine.IsOpen(first + Duration.FromMinutes(m))).ToArray();
            for (var m = 0; m < Minutes; m += 97)
            {
                var at = first + Duration.FromMinutes(m);
                AssertFirst(Array.IndexOf(open, true, m), engine.NextOpening(at));
                AssertFirst(Array.IndexOf(open, !open[m], m), engine.NextChange(at));
            }

            void AssertFirst(int minute, Instant? found)
            {
                if (minute >= 0)
                {
                    Assert.Equal(first + Duration.FromMinutes(minute), found);
                }
                else
                {
                    Assert.True(found is null || found >= first + Duration.FromMinutes(Minutes));
                }
            }
        },
        iter: 150);

    [Fact]
    public void Hours_added_are_hours_worked() => Gen.Select(HoursGen.Around, Gen.Int[0, Minutes], Gen.Long[1, 100L * 3600]).Sample(
        (x, offset, seconds) =>
        {
            var (engine, first) = Start(x);
            var from = first + Duration.FromMinutes(offset);
            if (engine.AddWorkingTime(from, Duration.FromSeconds(seconds)) is not { } end)
            {
                var all = engine.Spans(from, from + WorkingWindows.Horizon);
                Assert.True(Worked(all) < Duration.FromSeconds(seconds), "null, though the hours were there");
                return;
            }

            Assert.Equal(Duration.FromSeconds(seconds), Worked(engine.Spans(from, end)));
            Assert.True(engine.IsOpen(end - Duration.FromSeconds(1)), "the last second added is a worked one");
        },
        iter: 1000);

    [Fact]
    public void The_closed_window_around_a_closed_instant_is_closed_throughout_and_open_on_both_sides() => Gen.Select(HoursGen.Around, Gen.Int[0, Minutes]).Sample(
        (x, offset) =>
        {
            var (engine, first) = Start(x);
            var at = first + Duration.FromMinutes(offset);
            if (engine.ClosedWindowAt(at) is not { } window)
            {
                Assert.True(engine.IsOpen(at));
                return;
            }

            Assert.True(window.Contains(at));
            Assert.All(engine.Spans(window.HasStart ? window.Start : at, window.HasEnd ? window.End : at), s => Assert.False(s.Open));
            Assert.True(!window.HasEnd || engine.IsOpen(window.End));
            Assert.True(!window.HasStart || engine.IsOpen(window.Start - Duration.Epsilon));
        },
        iter: 1000);

    private static (WorkingWindows Engine, Instant First) Start((Schedule Schedule, DateOnly Day) x) =>
        (x.Schedule.Engine(), Instant.FromDateTimeUtc(x.Day.AddDays(-2).ToDateTime(default, DateTimeKind.Utc)));

    private static Duration Worked(IEnumerable<Span> spans) =>
        spans.Where(s => s.Open).Aggregate(Duration.Zero, (sum, s) => sum + (s.To - s.From));
}
