using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace BoundaryWorker.Benchmarks;

/// <summary>The real worker as a process of its own, by the machine's clock.</summary>
internal sealed class RunningWorker : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();

    private RunningWorker(Process process) => this.process = process;

    public static RunningWorker Start(OwnersFolder folder)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.Root };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "BoundaryWorker.dll"), "run", "--settings", folder.SettingsFile })
        {
            start.ArgumentList.Add(argument);
        }

        var worker = new RunningWorker(new Process { StartInfo = start });
        worker.process.OutputDataReceived += (_, line) => worker.Keep(line.Data);
        worker.process.ErrorDataReceived += (_, line) => worker.Keep(line.Data);
        worker.process.Start();
        worker.process.BeginOutputReadLine();
        worker.process.BeginErrorReadLine();
        return worker;
    }

    /// <summary>What it holds of the machine's memory now, in megabytes.</summary>
    public double Resident => File.ReadLines($"/proc/{process.Id}/status")
        .Where(l => l.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(l => double.Parse(l["VmRSS:".Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024)
        .Single();

    /// <summary>Ends when it has said that so often.</summary>
    public async Task SaysAsync(string what, int times)
    {
        var watch = Stopwatch.StartNew();
        while (Said().Split(what).Length - 1 < times)
        {
            if (process.HasExited || watch.Elapsed > TimeSpan.FromMinutes(5))
            {
                throw new InvalidOperationException($"The worker did not say \"{what}\":\n{Said()}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private string Said()
    {
        lock (output)
        {
            return output.ToString();
        }
    }

    private void Keep(string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }
}
