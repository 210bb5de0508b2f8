using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Files;
using BoundaryWorker.Pipeline;

namespace BoundaryWorker.Tests.Architecture;

/// <summary>What the source keeps to, as it is written.</summary>
public sealed partial class SourceTests
{
    private const int LongFile = 300;

    // Mail.Reading and Mail.Writing are tools that every mailbox may use, and no providers.
    private static readonly string[] Providers = ["Mail.Maildir", "Mail.Pickup", "Store", "Files", "Templates", "Jobs"];

    public static TheoryData<string> ProviderNames => [.. Providers];

    public static TheoryData<Assembly> Assemblies => [typeof(Decider).Assembly, typeof(MessagePath).Assembly, typeof(CodeFile).Assembly];

    [Theory]
    [MemberData(nameof(ProviderNames))]
    public void Providers_do_not_know_each_other_only_Composition_knows_them_all(string provider)
    {
        var files = Repository.Files($"src/BoundaryWorker/{provider.Replace('.', '/')}", ".cs");
        var others = new Regex($@"\bBoundaryWorker\.({string.Join('|', Providers.Where(p => p != provider).Append("Composition").Select(Regex.Escape))})\b");

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(f => others.Matches(Repository.Text(f)).Select(m => $"{f}: {m.Value}")));
    }

    [Fact]
    public void No_method_is_async_void() =>
        Assert.Empty(Repository.Files("", ".cs").Where(f => AsyncVoid().IsMatch(Repository.Text(f))).ToList());

    [Fact]
    public void A_long_file_says_why_at_its_top() =>
        Assert.Empty(Repository.Files("", ".cs").Where(f => Repository.Text(f) is var text && text.Count(c => c == '\n') > LongFile && !text.StartsWith("// ", StringComparison.Ordinal)).ToList());

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Every_public_type_says_what_it_is(Assembly assembly)
    {
        var described = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
            .Where(m => m.Element("summary") is { } summary && summary.Value.Trim().Length > 0)
            .Select(m => m.Attribute("name")!.Value)
            .ToHashSet();

        Assert.NotEmpty(described);
        Assert.Empty(assembly.GetExportedTypes().Select(t => $"T:{t.FullName!.Replace('+', '.')}").Where(t => !described.Contains(t)).ToList());
    }

    [GeneratedRegex(@"\basync void +\w")]
    private static partial Regex AsyncVoid();
}
