using System.Diagnostics;
using BoundaryWorker.AdapterTests.EndToEnd;

namespace BoundaryWorker.AdapterTests.Commands;

/// <summary><c>demo</c> as it is typed: the same timeline on every machine, at every time.</summary>
public sealed class DemoCommandTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_weekend_is_told_line_by_line_and_its_mail_can_be_opened()
    {
        using var folder = new WorkerFolder();
        var target = Path.Combine(folder.Root, "weekend");
        var watch = Stopwatch.StartNew();

        var typed = await Typed.Async("demo", "--to", target);

        output.WriteLine($"The demo took {watch.Elapsed.TotalSeconds:0.0} s.");
        Assert.Equal((0, ""), (typed.ExitCode, typed.Errors));
        Assert.Equal(Typed.Case("demo/timeline.txt"), typed.Output.Replace(target, "DIR", StringComparison.Ordinal));

        // What the last lines list is what lies there, and the digest tells of what was held.
        var outbox = Path.Combine(target, "outbox");
        var files = Directory.GetFiles(outbox).Select(f => Path.GetFileName(f)!).Order().ToList();
        Assert.Equal(files, typed.Lines.Select(l => l.TrimStart().Split(' ')[0]).Where(w => w.EndsWith(".eml", StringComparison.Ordinal)));
        var digest = await MimeKit.MimeMessage.LoadAsync(Path.Combine(outbox, files.Single(f => f.Contains("digest", StringComparison.Ordinal))), TestContext.Current.CancellationToken);
        Assert.Contains("Price list", digest.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_empty_is_left_alone()
    {
        using var folder = new WorkerFolder();

        var typed = await Typed.Async("demo", "--to", folder.Root);

        Assert.Equal((2, ""), (typed.ExitCode, typed.Output));
        Assert.Contains("is not empty", typed.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Root, "outbox")));
    }
}
