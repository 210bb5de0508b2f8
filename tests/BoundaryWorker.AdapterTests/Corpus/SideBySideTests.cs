using System.Globalization;
using System.Text;
using BoundaryWorker.AdapterTests.Commands;
using BoundaryWorker.AdapterTests.EndToEnd;
using BoundaryWorker.Core.Deciding;
using MimeKit;

namespace BoundaryWorker.AdapterTests.Corpus;

/// <summary>Who would be answered by us and by the responders this one is to better, side by side: our own cases always, the corpus where it is present.</summary>
public sealed class SideBySideTests
{
    private static readonly string[] Mine = ["me@studio.example", "tasks@studio.example"];

    [Fact]
    public void A1_to_A20_and_B_our_own_cases_beside_other_responders()
    {
        var table = new StringBuilder("answered, of all cases of a row; rows A must not be, rows B must be\n\n");
        var cases = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "tests/cases/mail"), "*.eml").Select(f => (File: f, Row: RowOf(Path.GetFileNameWithoutExtension(f)))).ToList();
        Append(table, "row", "cases", "BoundaryWorker", OtherResponder.All.Select(r => r.Name));
        foreach (var row in cases.GroupBy(c => c.Row).OrderBy(g => g.Key[0]).ThenBy(g => int.Parse(g.Key.Split(' ')[0][1..], CultureInfo.InvariantCulture)).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            Append(
                table,
                row.Key,
                $"{row.Count()}",
                $"{row.Count(c => IsAnsweredByUs(c.File))}",
                OtherResponder.All.Select(r => $"{row.Count(c => r.Answers(new SeenMail(MimeMessage.Load(c.File), Mine)))}"));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(table.ToString());
        Typed.Expect("mail/side-by-side.txt", table.ToString());
    }

    [Fact]
    public void A1_to_A20_the_corpus_beside_other_responders()
    {
        Assert.SkipWhen(CorpusTests.Folder is null, "There is no ../shared/corpus/labels.tsv beside the clone: nothing to compare on.");
        var machines = CorpusTests.Labels().Where(l => l.May == "no").Select(l => l.Path).ToList();
        var people = CorpusTests.Labels().Where(l => l is { May: "yes", Class: "human" }).Select(l => l.Path).ToList();
        var ours = CorpusTests.Explainer();
        Func<string, bool> weAnswer = path => CorpusTests.IsAnswered(ours.Explain([path]).Single());

        var rows = OtherResponder.All
            .Select(r => (r.Name, Answers: (Func<string, bool>)(path => r.Answers(new SeenMail(MimeMessage.Load(path), null)))))
            .Prepend((Name: "BoundaryWorker", Answers: weAnswer))
            .Select(r => (r.Name, Machines: machines.Count(r.Answers), People: people.Count(r.Answers)))
            .ToList();

        foreach (var (name, wrongly, rightly) in rows)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{name,-16} machines answered {wrongly,4} of {machines.Count} ({100.0 * wrongly / machines.Count:0.0} %), people answered {rightly,4} of {people.Count}"));
        }

        Assert.All(rows.Skip(1), other => Assert.True(other.Machines > rows[0].Machines && other.People <= rows[0].People, $"{other.Name} does as well: {other}"));
    }

    private static string RowOf(string name)
    {
        var row = name.Split('-')[0].Split('+')[0];
        return row switch
        {
            "B" => "B0",
            "A12" when name.StartsWith("A12-pass-", StringComparison.Ordinal) || name.StartsWith("A12-ham-", StringComparison.Ordinal) => "A12 passed",
            _ => row,
        };
    }

    private static bool IsAnsweredByUs(string file)
    {
        var trust = file.Contains("exchange", StringComparison.Ordinal) ? TrustPolicy.TopmostWithoutId : TrustPolicy.Of("mx.host.example");

        // To suppose a client is to suppose that the sender is who he says: of A12 nothing would be left.
        var suppose = Path.GetFileName(file).StartsWith("A12", StringComparison.Ordinal) ? Supposition.Closed : Supposition.Client | Supposition.Closed;
        return CorpusTests.IsAnswered(CorpusTests.Explainer(suppose, trust, Mine).Explain([file]).Single());
    }

    private static void Append(StringBuilder table, string row, string cases, string ours, IEnumerable<string> others) =>
        table.Append(CultureInfo.InvariantCulture, $"{row,-12}{cases,6}{ours,16}{string.Concat(others.Select(o => $"{o,12}"))}\n");
}
