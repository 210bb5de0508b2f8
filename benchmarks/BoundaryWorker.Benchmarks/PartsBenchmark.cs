using System.Diagnostics;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Files;
using BoundaryWorker.Mail.Reading;
using BoundaryWorker.Pipeline;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Store;
using NodaTime;

namespace BoundaryWorker.Benchmarks;

/// <summary>Where the processor's time goes: the parts of the path by themselves, without any server, on the same mail.</summary>
internal static class PartsBenchmark
{
    private const int WarmUp = 500;
    private const int Messages = 1_000;

    public static async Task RunAsync(AdapterTests.Imap.DovecotServer server)
    {
        using var folder = new OwnersFolder(server, []);
        await using var ledger = await SqliteLedger.OpenAsync(Path.Combine(folder.Root, "parts.db"), CancellationToken.None);
        var (situation, now) = (SituationOf(folder), TimeProvider.System.GetUtcNow());
        var at = Instant.FromDateTimeOffset(now);
        var reader = new MimeReader(situation.Code.Owner.Zone);
        var mails = Enumerable.Range(0, Messages + WarmUp).Select(n => Mailbag.Message(n, now)).ToList();
        var read = mails.ConvertAll(m => reader.Read(new MemoryStream(m), at, MessageFlags.None));
        var classified = read.ConvertAll(m => Classifier.Classify(m, situation));
        var rows = new List<string[]>
        {
            Row("identity from the header", n => HeaderFacts.Of(new MemoryStream(mails[n]))),
            Row("read", n => reader.Read(new MemoryStream(mails[n]), at, MessageFlags.None)),
            Row("classify", n => Classifier.Classify(read[n], situation)),
            Row("decide", n => Decider.Decide(read[n], classified[n], situation, History.Empty, at)),
        };
        rows.Add(await ledger.InOneTransactionAsync(
            () => RowAsync("history", n => ledger.HistoryAsync(HistoryQueries.For(read[n], classified[n], situation, at), CancellationToken.None)), CancellationToken.None));
        rows.Add(await ledger.InOneTransactionAsync(
            () => RowAsync("record", n => ledger.RecordAsync(RecordOf(n, read[n], at), null, CancellationToken.None)), CancellationToken.None));
        rows.Add(await ledger.InOneTransactionAsync(
            () => RowAsync("confirm", n => ledger.ConfirmAsync(RecordOf(n, read[n], at).Key, new MessageChange(MessageState.Held, at), CancellationToken.None)), CancellationToken.None));
        Table.Print($"Processor time of the parts ({Messages} messages)", ["part", "microseconds a message"], rows);
    }

    private static Situation SituationOf(OwnersFolder folder)
    {
        var code = CodeFile.Read(File.ReadAllText(Path.Combine(folder.Root, "code.yaml")), "code.yaml").Value!;
        var clients = ClientsFile.Read(File.ReadAllText(Path.Combine(folder.Root, "clients.yaml")), "clients.yaml", code).Value!;
        var standing = new StandingSource(_ => null, _ => false).For(
            new FilesState.Good(code, clients, []), "m0", new MailboxPolicy(Mode.Enforce, TrustPolicy.Of("mx.norafield.example"), false));
        return standing.Situation!;
    }

    private static MessageRecord RecordOf(int number, IncomingMessage message, Instant at)
    {
        var identity = new MessageIdentity($"{number}@bench.example", "00", at, message.Size);
        return new MessageRecord
        {
            Key = identity.Key("m0"),
            Mailbox = "m0",
            Identity = identity,
            Ref = new MessageRef("INBOX", $"1.{number}"),
            HomeFolder = "INBOX",
            Decision = LeftAlone.Because(Reason.OldMail),
            Mode = Mode.Enforce,
            DecidedAt = at,
            State = MessageState.ToHold,
        };
    }

    private static string[] Row(string part, Action<int> act) => RowAsync(part, n =>
    {
        act(n);
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    private static async Task<string[]> RowAsync(string part, Func<int, Task> act)
    {
        for (var n = Messages; n < Messages + WarmUp; n++)
        {
            await act(n);
        }

        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var n = 0; n < Messages; n++)
        {
            await act(n);
        }

        return [part, Table.Number((Process.GetCurrentProcess().TotalProcessorTime - before).TotalMicroseconds / Messages)];
    }
}
