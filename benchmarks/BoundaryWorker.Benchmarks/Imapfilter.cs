using System.Diagnostics;
using BoundaryWorker.AdapterTests.Imap;

namespace BoundaryWorker.Benchmarks;

/// <summary>Debian's imapfilter: moves all of INBOX to Held, without a record and without replies.</summary>
internal static class Imapfilter
{
    private static readonly string? Program = new[] { "/usr/bin/imapfilter", "/usr/local/bin/imapfilter" }.FirstOrDefault(File.Exists);

    public static bool IsInstalled => Program is not null;

    /// <summary>Messages a second, its start included.</summary>
    public static async Task<double> MoveAllAsync(DovecotServer server, string user, int count)
    {
        var folder = Directory.CreateTempSubdirectory("boundaryworker-imapfilter-").FullName;
        try
        {
            var script = Path.Combine(folder, "config.lua");
            await File.WriteAllTextAsync(
                script,
                $$"""
                options.timeout = 600
                options.starttls = false
                account = IMAP { server = '127.0.0.1', port = {{server.ImapPort}}, username = '{{user}}', password = '{{DovecotServer.Password}}' }
                account.INBOX:select_all():move_messages(account.Held)
                """);
            var start = new ProcessStartInfo(Program!) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["IMAPFILTER_HOME"] = folder;
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(script);
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(start)!;
            var said = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            var took = watch.Elapsed;
            using var seen = await BareClient.SignInAsync(server, user);
            return await seen.CountAsync("Held") == count ? count / took.TotalSeconds : throw new InvalidOperationException($"imapfilter did not move all: {said}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
