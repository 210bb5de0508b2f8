using BoundaryWorker.Commands.Explain;
using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Time;
using NodaTime;

namespace BoundaryWorker.AdapterTests.Corpus;

/// <summary>
/// Mails of the wild with labels, where they lie beside the clone (<c>../shared/corpus/labels.tsv</c>: path, class, whether an automatic
/// reply may go out, why): promise 3, machines are never answered, and people are.
/// </summary>
public sealed class CorpusTests
{
    // A complaint of a feedback loop older than RFC 5965, marked by nothing but its subject and the mail it returns; silence is right, an answer would be no scandal.
    private const string MayBeAnswered = "sisimai/bsd/arf-23.eml";

    private static readonly Owner Owner = new()
    {
        Name = "Studio Example",
        Addresses = [new EmailAddress("me", "studio.example")],
        Zone = DateTimeZoneProviders.Tzdb["Europe/Warsaw"],
        Languages = ["pl", "en"],
    };

    private static readonly Client Acme = new() { Id = "acme", Name = "Acme", Domains = ["acme.example"], CodeGiven = new CodeGiven(1, new LocalDate(2026, 11, 2)) };

    internal static string? Folder
    {
        get
        {
            var at = new DirectoryInfo(AppContext.BaseDirectory);
            while (at is not null && !File.Exists(Path.Combine(at.FullName, "BoundaryWorker.sln")))
            {
                at = at.Parent;
            }

            // A worktree lies one folder deeper than a clone.
            return new[] { at?.Parent, at?.Parent?.Parent }
                .OfType<DirectoryInfo>()
                .Select(d => Path.Combine(d.FullName, "shared", "corpus"))
                .FirstOrDefault(c => File.Exists(Path.Combine(c, "labels.tsv")));
        }
    }

    [Fact]
    public void A3_to_A20_no_machine_of_the_corpus_is_answered_and_every_person_is()
    {
        Assert.SkipWhen(Folder is null, "There is no ../shared/corpus/labels.tsv beside the clone: nothing to look at.");
        var explainer = Explainer();
        var judged = Labels().Select(l => (Path: Path.GetRelativePath(Folder!, l.Path), l.Class, l.May, Outcome: explainer.Explain([l.Path]).Single())).ToList();

        var answered = judged.Where(j => j.May == "no" && IsAnswered(j.Outcome)).Select(j => j.Path).ToList();
        var silent = judged.Where(j => j is { May: "yes", Class: "human" } && !IsAnswered(j.Outcome)).Select(j => $"{j.Path}: {Why(j.Outcome)}").ToList();
        var output = TestContext.Current.TestOutputHelper;
        output?.WriteLine($"answered although labelled no: {answered.Count} of {judged.Count(j => j.May == "no")}");
        answered.ForEach(a => output?.WriteLine("  " + a));
        output?.WriteLine($"not answered although a person's: {silent.Count} of {judged.Count(j => j is { May: "yes", Class: "human" })}");
        silent.ForEach(s => output?.WriteLine("  " + s));

        Assert.Empty(answered.Except([MayBeAnswered]));
        Assert.Empty(silent);
    }

    [Fact]
    public void Every_file_of_the_corpus_is_judged_or_said_to_be_no_mail_and_none_is_a_crash()
    {
        Assert.SkipWhen(Folder is null, "There is no ../shared/corpus beside the clone: nothing to look at.");

        var outcomes = Explainer().Explain([Folder!]).ToList();

        Assert.All(outcomes.OfType<ExplainedFile.Unreadable>(), u => Assert.DoesNotContain(".eml", Path.GetExtension(u.File), StringComparison.Ordinal));
        Assert.NotEmpty(outcomes.OfType<ExplainedFile.Judged>());
    }

    /// <summary>Whole path, class, and whether an automatic reply may go out.</summary>
    internal static IEnumerable<(string Path, string Class, string May)> Labels() =>
        File.ReadLines(Path.Combine(Folder!, "labels.tsv")).Skip(1).Select(l => l.Split('\t')).Select(l => (Path.Combine(Folder!, l[0]), l[1], l[2]));

    internal static Explainer Explainer(
        Supposition suppose = Supposition.Client | Supposition.Addressed | Supposition.Closed, TrustPolicy? trust = null, IReadOnlyList<string>? addresses = null)
    {
        var code = new BoundaryCode
        {
            Version = 1,
            Owner = addresses is null ? Owner : Owner with { Addresses = [.. addresses.Select(a => EmailAddress.TryParse(a)!)] },
            Hours = new HoursOfWork
            {
                Weekly = new WeeklyHours(new Dictionary<IsoDayOfWeek, IReadOnlyList<LocalHours>> { [IsoDayOfWeek.Tuesday] = [new(new(9, 0), new(17, 0))], [IsoDayOfWeek.Thursday] = [new(new(9, 0), new(17, 0))] }),
            },
            Rules = [new Rule { Id = "1.1", Area = RuleArea.WorkingTime, EnforcesHours = true, Text = LocalizedText.Of("pl", "Pracuję {hours}.") }],
        };
        var options = new ExplainOptions(Instant.FromUtc(2026, 11, 24, 20, 0), null, trust ?? TrustPolicy.None, suppose);
        return new Explainer(code, new ClientBook([Acme]), WindowsBook.Of(code, HolidayTable.None, []), options);
    }

    internal static bool IsAnswered(ExplainedFile outcome) => outcome is ExplainedFile.Judged { Decision.Reply.Answer: not null };

    private static string Why(ExplainedFile outcome) => outcome switch
    {
        ExplainedFile.Judged judged => string.Join(", ", judged.Decision.Reply.Reasons.Select(r => $"{ReasonTable.Id(r.Reason)} {r.Evidence}")),
        ExplainedFile.Unreadable unreadable => unreadable.Error,
        _ => "",
    };
}
