using System.Runtime.CompilerServices;
using BoundaryWorker.Core.Mail;
using NodaTime;

namespace BoundaryWorker.Tests.Matters;

/// <summary>
/// The labelled messages of tests/cases/matters: in each file entries that begin with <c>=== id | labels</c>, then an optional Subject line, a
/// blank line and the text as it stands in the mail.
/// </summary>
internal sealed record LabelledMessage(string Id, IReadOnlySet<Matter> Labels, string Subject, string Body)
{
    public IncomingMessage Message => new() { Received = Instant.FromUtc(2026, 11, 24, 21, 0), Subject = Subject, Text = Body };

    public static IReadOnlyList<LabelledMessage> In(string half) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(CaseFolder.Of("matters"), half), "*.case").Order(StringComparer.Ordinal)
            .SelectMany(file => File.ReadAllText(file).ReplaceLineEndings("\n").Split("=== ", StringSplitOptions.RemoveEmptyEntries))
            .Select(Parse),
    ];

    private static LabelledMessage Parse(string entry)
    {
        var lines = entry.Split('\n');
        var (id, labels) = lines[0].Split('|', StringSplitOptions.TrimEntries) is [var a, var b] ? (a, b) : throw new InvalidDataException(lines[0]);
        var hasSubject = lines[1].StartsWith("Subject: ", StringComparison.Ordinal);
        return new LabelledMessage(
            id,
            labels.Split(' ').Select(l => Enum.Parse<Matter>(l, ignoreCase: true)).ToHashSet(),
            hasSubject ? lines[1]["Subject: ".Length..] : "",
            string.Join('\n', lines.Skip(hasSubject ? 2 : 1)).Trim('\n'));
    }
}

/// <summary>Where tests/cases lies in the source tree.</summary>
internal static class CaseFolder
{
    public static string Of(string topic, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "cases", topic));
}
