using BoundaryWorker.AdapterTests.Imap;
using BoundaryWorker.Doctor;
using BoundaryWorker.Doctor.Checks;
using BoundaryWorker.Mail.Imap;
using NodaTime;

namespace BoundaryWorker.AdapterTests.Doctor;

/// <summary>The server's clock as <c>doctor</c> reads it: by a line of its own that is gone afterwards.</summary>
public sealed class ClockProbeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, FindingKind.Fine)]
    [InlineData(-4, FindingKind.Fine)]
    [InlineData(-6, FindingKind.ToDo)]
    [InlineData(6, FindingKind.ToDo)]
    public async Task Section_4_over_five_minutes_either_way_is_told_and_nothing_stays_behind(int minutes, FindingKind kind)
    {
        var server = DovecotServer.Full;
        var settings = server.SettingsFor(DovecotServer.NewUser());
        using var inspection = new ImapInspection(settings, new Ahead(Duration.FromMinutes(minutes)), TimeProvider.System);
        _ = await inspection.ServerAsync(Token);

        var reading = await inspection.ClockAsync(Token);

        Assert.InRange(reading.Ahead!.Value.TotalSeconds, (-60 * minutes) - 3, (-60 * minutes) + 3);
        Assert.Equal(kind, ClockCheck.Of(reading).Kind);
        using var raw = RawImap.SignIn(server, settings.User);
        Assert.Empty(raw.All());
    }

    [Fact]
    public async Task A_server_that_cannot_remove_one_message_is_not_asked()
    {
        var settings = DovecotServer.Poor.SettingsFor(DovecotServer.NewUser());
        using var inspection = new ImapInspection(settings, new Ahead(Duration.Zero), TimeProvider.System);

        var reading = await inspection.ClockAsync(Token);

        Assert.Null(reading.Ahead);
        Assert.NotNull(reading.WhyNot);
        using var raw = RawImap.SignIn(DovecotServer.Poor, settings.User);
        Assert.Empty(raw.All());
    }

    private sealed class Ahead(Duration by) : IClock
    {
        public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()) + by;
    }
}
