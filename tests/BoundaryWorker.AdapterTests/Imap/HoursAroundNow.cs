using System.Globalization;
using System.Text.RegularExpressions;
using BoundaryWorker.AdapterTests.EndToEnd;
using NodaTime;
using NodaTime.Text;

namespace BoundaryWorker.AdapterTests.Imap;

/// <summary>
/// The Code of the end-to-end tests with other hours, laid around the real time, since a mail server stamps what it takes by its own clock. Her zone is
/// the one in which it is between twelve and one now, so that no case comes near midnight.
/// </summary>
internal sealed class HoursAroundNow
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private readonly DateTimeZone zone;
    private readonly LocalDateTime now;

    public HoursAroundNow()
    {
        var real = WorkerOnDovecot.RealNow();
        var east = 12 - real.InUtc().Hour;

        // The names have the sign turned round: Etc/GMT-3 is three hours east.
        zone = DateTimeZoneProviders.Tzdb[east == 0 ? "Etc/GMT" : $"Etc/GMT{(-east).ToString("+0;-0", CultureInfo.InvariantCulture)}"];
        now = real.InZone(zone).LocalDateTime;
    }

    /// <summary>Closed since eleven, long after grace, until nine tomorrow.</summary>
    public Hours Closed => Of("09:00-11:00", Tomorrow);

    /// <summary>Open.</summary>
    public Hours Open => Of("09:00-17:00", Tomorrow);

    /// <summary>A break of 70 minutes, of which 25 are over.</summary>
    public Hours Lunch => Of($"09:00-{Minutes(-25)} {Minutes(45)}-17:00", At(45));

    /// <summary>A break of 165 minutes.</summary>
    public Hours Gap => Of("09:00-11:15 14:00-17:00", now.Date.At(new LocalTime(14, 0)));

    /// <summary>Closed for five minutes.</summary>
    public Hours Grace => Of($"09:00-{Minutes(-5)}", Tomorrow);

    /// <summary>A leave of ten days.</summary>
    public Hours Leave => Of("09:00-17:00", now.Date.PlusDays(10).At(new LocalTime(9, 0)), $"{{ from: {now.Date:uuuu-MM-dd}, to: {now.Date.PlusDays(9):uuuu-MM-dd} }}");

    /// <summary>The messages whose time depends on the hours of <see cref="Closed"/>.</summary>
    public TableRows Rows => new(Later(9), Later(18), InZone(Tomorrow.PlusHours(-1)));

    private LocalDateTime Tomorrow => now.Date.PlusDays(1).At(new LocalTime(9, 0));

    private Instant Later(int hour) => InZone(now.Date.PlusDays(3).At(new LocalTime(hour, 0)));

    private Instant InZone(LocalDateTime local) => local.InZoneStrictly(zone).ToInstant();

    private LocalDateTime At(int minutes) => now.Date.At(new LocalTime(now.Hour, now.Minute)).PlusMinutes(minutes);

    private string Minutes(int away) => Time.Format(At(away).TimeOfDay);

    private Hours Of(string weekly, LocalDateTime opening, string closed = "")
    {
        var code = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "tests/cases/end-to-end/code.yaml"));
        code = Line(code, "time_zone", zone.Id);
        code = Line(code, "weekly", $"{{ mon-sun: {weekly} }}");
        code = code.Replace("  holidays: GB-ENG\n", "", StringComparison.Ordinal);
        code = Line(code, "closed", $"[{closed}]");
        return new Hours(Line(code, "open", "[]"), opening.Date, InZone(opening));
    }

    private static string Line(string code, string key, string value)
    {
        var line = new Regex($"(?m)^  {key}:.*$");
        Assert.Single(line.Matches(code));
        return line.Replace(code, $"  {key}: {value}");
    }
}

/// <summary>A Code, and when it opens next: the day in her zone, and the instant.</summary>
internal sealed record Hours(string Code, LocalDate Day, Instant Opening);
