using System.Text;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Store;
using static BoundaryWorker.Contracts.LedgerData;

namespace BoundaryWorker.AdapterTests.Store;

/// <summary>A digest shows first words of messages; the files of the ledger keep none of them once it is sent.</summary>
public sealed class SentDigestTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Promise_10_of_a_digest_that_was_sent_no_word_is_left_in_any_file()
    {
        var words = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Could you tell me which font it is? ", 400)));
        var bytes = Bytes("digest@studio.example", Jane) with { Bytes = words };
        var day = new NodaTime.LocalDate(2026, 11, 21);
        await using var ledger = await SqliteLedger.OpenAsync(folder["ledger.db"], Token);
        await ledger.ClaimDigestAsync(new DigestKey("", day), bytes, Closing, Token);
        Assert.Contains(Directory.GetFiles(folder[""], "ledger.db*"), Holds);

        await ledger.MarkDigestDoneAsync(new DigestKey("", day), Closing, "250 ok", Token);

        Assert.DoesNotContain(Directory.GetFiles(folder[""], "ledger.db*"), Holds);

        static bool Holds(string file)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf("which font it is"u8) >= 0;
        }
    }
}
