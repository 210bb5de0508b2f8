using System.Diagnostics;
using System.Text.Json;
using BoundaryWorker.AdapterTests.EndToEnd;

namespace BoundaryWorker.AdapterTests.Commands;

/// <summary>What a command typed into a terminal gave: the real process, its two outputs kept apart.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">Standard error.</param>
internal sealed record Typed(int ExitCode, string Output, string Errors)
{
    // No command takes a tenth of it; this only keeps a hanging one from hanging the tests.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>The settings of the repository: the English example files.</summary>
    public static string Settings { get; } = Path.Combine(RepositoryRoot.Path, "appsettings.json");

    /// <summary>Standard output line by line.</summary>
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Standard output as JSON, one object a line.</summary>
    public IReadOnlyList<JsonElement> Objects => [.. Lines.Select(l => JsonDocument.Parse(l).RootElement)];

    /// <summary>Types it in the repository's folder, in the zone and language of nobody here: nothing may depend on them.</summary>
    public static async Task<Typed> Async(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = RepositoryRoot.Path };
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "BoundaryWorker.dll")))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["TZ"] = "Pacific/Kiritimati";
        start.Environment["LANG"] = "de_DE.UTF-8";
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return new Typed(process.ExitCode, (await output).ReplaceLineEndings("\n"), (await errors).ReplaceLineEndings("\n"));
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    /// <summary>The expected text of a case.</summary>
    public static string Case(string path) => File.ReadAllText(FileOf(path)).ReplaceLineEndings("\n");

    /// <summary>Holds a text to its case; with BOUNDARYWORKER_WRITE_CASES set, writes the case anew, to be read in the diff.</summary>
    public static void Expect(string path, string actual)
    {
        if (Environment.GetEnvironmentVariable("BOUNDARYWORKER_WRITE_CASES") is { Length: > 0 })
        {
            File.WriteAllText(FileOf(path), actual);
        }

        Assert.Equal(Case(path), actual);
    }

    private static string FileOf(string path) => Path.Combine(RepositoryRoot.Path, "tests/cases", path);
}
