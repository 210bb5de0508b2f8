using System.Globalization;
using NodaTime;

namespace BoundaryWorker.Doctor;

/// <summary>Numbers and names in sentences.</summary>
internal static class Words
{
    /// <summary><c>1 message</c>, <c>2 messages</c>.</summary>
    public static string Count(int count, string one) => string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");

    /// <summary><c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> names) => names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    /// <summary>Kilobytes as she knows them: <c>850 KB</c>, <c>12 MB</c>, <c>3.4 GB</c>.</summary>
    public static string Size(long kilobytes) => kilobytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{kilobytes} KB"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{kilobytes / 1024} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{kilobytes / 1024.0 / 1024.0:0.0} GB"),
    };

    /// <summary>A length of time, rounded: <c>3 seconds</c>, <c>12 minutes</c>, <c>5 hours</c>.</summary>
    public static string Time(Duration duration)
    {
        var seconds = Math.Abs(duration.TotalSeconds);
        return seconds switch
        {
            < 90 => Count((int)Math.Round(seconds), "second"),
            < 90 * 60 => Count((int)Math.Round(seconds / 60), "minute"),
            _ => Count((int)Math.Round(seconds / 3600), "hour"),
        };
    }
}
