using System.CommandLine;
using NodaTime;

namespace BoundaryWorker.Commands;

/// <summary><c>forget</c>: removes everything that is kept of a client (promise 10).</summary>
internal static class ForgetCommand
{
    /// <summary>The command.</summary>
    public static Command Create(IClock clock)
    {
        var id = ClientRecords.Id();
        var command = new TaughtCommand(
            "forget",
            "Removes everything that the records know of a client. Mail in your mailbox is not touched. Refuses while something of theirs is held or unsent.",
            "forget acme") { id };
        command.SetAction((given, token) => RunAsync(given, given.GetRequiredValue(id), clock, token));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult given, string id, IClock clock, CancellationToken token)
    {
        var (output, errors) = (given.InvocationConfiguration.Output, given.InvocationConfiguration.Error);
        await using var records = await ClientRecords.OpenAsync(given, id, clock, token);
        if (records is null)
        {
            return ExitCode.Failed;
        }

        var result = await records.Ledger.ForgetClientAsync(records.Trace, clock.GetCurrentInstant(), token);
        if (result.IsRefused)
        {
            errors.WriteLine(
                $"Nothing was removed: {result.Held} messages of {id} are held or on their way, {result.Unsent} replies to them are not sent yet. "
                + "Wait until they are back, or put them back with `release --all`, and try again.");
            return ExitCode.Failed;
        }

        output.WriteLine($"Forgotten: {result.Messages} messages, {result.Replies} replies, {result.Sendings} mails of yours to them.");
        if (records.Client is not null)
        {
            output.WriteLine($"{records.Client.Id} is still in clients.yaml: take them out there, or what they write next is recorded again.");
        }

        return ExitCode.Done;
    }
}
