using System.Reflection;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Pipeline;

namespace BoundaryWorker.Tests.Architecture;

/// <summary>What each project may know.</summary>
public sealed class ProjectTests
{
    private static readonly Assembly Core = typeof(Decider).Assembly;
    private static readonly Assembly Path = typeof(MessagePath).Assembly;

    [Fact]
    public void The_core_knows_NodaTime_and_nothing_else()
    {
        Assert.Contains("NodaTime", Foreign(Core));
        Assert.Empty(Foreign(Core).Except(["NodaTime"]));
    }

    [Fact]
    public void The_path_knows_the_core_and_no_vendor()
    {
        Assert.Contains("BoundaryWorker.Core", Foreign(Path));
        Assert.Empty(Foreign(Path).Except(["BoundaryWorker.Core", "NodaTime", "Microsoft.Extensions.Logging.Abstractions"]));
    }

    [Fact]
    public void What_makes_the_core_pure_is_in_force()
    {
        var project = Repository.Text("src/BoundaryWorker.Core/BoundaryWorker.Core.csproj");
        var everywhere = Repository.Text("Directory.Build.props");

        Assert.Contains("<AdditionalFiles Include=\"BannedSymbols.txt\"", project, StringComparison.Ordinal);
        Assert.Contains("src/BannedSymbols.txt\"", everywhere, StringComparison.Ordinal);
        Assert.Contains("<PackageReference Include=\"Microsoft.CodeAnalysis.BannedApiAnalyzers\"", everywhere, StringComparison.Ordinal);
        Assert.Contains("dotnet_diagnostic.RS0030.severity = error", Repository.Text(".editorconfig"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("N:System.IO;")]
    [InlineData("N:System.Net;")]
    [InlineData("T:System.Threading.Tasks.Task;")]
    [InlineData("M:System.Guid.NewGuid;")]
    [InlineData("T:System.Random;")]
    [InlineData("T:NodaTime.SystemClock;")]
    [InlineData("T:System.TimeProvider;")]
    public void The_core_may_not_use(string symbol) =>
        Assert.Contains(Repository.Text("src/BoundaryWorker.Core/BannedSymbols.txt").Split('\n'), l => l.StartsWith(symbol, StringComparison.Ordinal));

    [Fact]
    public void Nothing_silences_it()
    {
        var silenced = Repository.Files("src").Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(f => Repository.Text(f).Contains("RS" + "0030", StringComparison.Ordinal));

        Assert.Empty(silenced);
    }

    private static IEnumerable<string> Foreign(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => !n.StartsWith("System.", StringComparison.Ordinal) && n != "netstandard");
}
