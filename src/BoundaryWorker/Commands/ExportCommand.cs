using System.CommandLine;
using NodaTime;

namespace BoundaryWorker.Commands;

/// <summary><c>export</c>: everything that is kept of a client, as JSON (promise 10).</summary>
internal static class ExportCommand
{
    /// <summary>The command.</summary>
    public static Command Create(IClock clock)
    {
        var id = ClientRecords.Id();
        var command = new TaughtCommand(
            "export", "Writes everything that the records know of a client, as JSON: for a client who asks what you keep. Changes nothing.", "export acme > acme.json") { id };
        command.SetAction((given, token) => RunAsync(given, given.GetRequiredValue(id), clock, token));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult given, string id, IClock clock, CancellationToken token)
    {
        await using var records = await ClientRecords.OpenAsync(given, id, clock, token);
        if (records is null)
        {
            return ExitCode.Failed;
        }

        var export = await records.Ledger.ExportClientAsync(records.Trace, token);
        if (export.IsEmpty && records.Client is null)
        {
            given.InvocationConfiguration.Error.WriteLine($"No client has the id {id}, and the records know nothing of one.");
            return ExitCode.Failed;
        }

        given.InvocationConfiguration.Output.WriteLine(ClientJson.Write(records.Trace.ClientId, export, clock.GetCurrentInstant()));
        return ExitCode.Done;
    }
}
