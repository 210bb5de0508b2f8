using System.CommandLine;
using BoundaryWorker.Commands;
using BoundaryWorker.Files;
using BoundaryWorker.Pipeline;
using BoundaryWorker.Settings;
using BoundaryWorker.Store;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime.Extensions;

namespace BoundaryWorker.Composition;

/// <summary>
/// What another command wants of the worker: put into the store for the one that runs, or done here where none runs (design.md section 9). A lock beside the store
/// tells which.
/// </summary>
internal static class Errand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>Has it done; null, with the reason printed, where that failed.</summary>
    public static async Task<string?> RunAsync(ParseResult given, string kind, string argument, Func<Worker, Task<string>> here, CancellationToken token)
    {
        var errors = given.InvocationConfiguration.Error;
        var settings = SettingsFile.Read(CommonOptions.SettingsPath(given), CommonOptions.Overrides());
        if (settings.Value is null)
        {
            errors.WriteLine(FindingsText.Render(settings.Findings));
            return null;
        }

        using var alone = RunLock.TryTake(settings.Value.Store.Sqlite);
        var answer = alone is null
            ? await AskAsync(settings.Value.Store.Sqlite, kind, argument, token)
            : await DoHereAsync(settings.Value, here, token);
        if (answer is null)
        {
            errors.WriteLine("The running worker did not answer within two minutes. Look at its log; nothing was changed by this command.");
        }

        return answer;
    }

    private static async Task<string> DoHereAsync(BoundarySettings settings, Func<Worker, Task<string>> here, CancellationToken token)
    {
        await using var built = await new WorkerFactory(settings, TimeProvider.System.ToClock(), new NoSteps(), NullLoggerFactory.Instance).BuildAsync(token);
        return await here(built.Worker);
    }

    private static async Task<string?> AskAsync(string store, string kind, string argument, CancellationToken token)
    {
        await using var ledger = await SqliteLedger.OpenAsync(store, token);
        var id = await ledger.AskAsync(kind, argument, TimeProvider.System.ToClock().GetCurrentInstant(), token);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(Patience);
        try
        {
            while (true)
            {
                if (await ledger.AnswerToAsync(id, patience.Token) is { } answer)
                {
                    return answer;
                }

                await Task.Delay(Interval, TimeProvider.System, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return null;
        }
    }
}
