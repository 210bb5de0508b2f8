using System.Diagnostics;
using System.Text;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Mail.Reading;

namespace BoundaryWorker.Tests.Mail;

/// <summary>A1: never a crash, and bounded cost, whatever is sent.</summary>
public sealed class HostileMailTests
{
    private const int Mutations = 2_000;

    [Fact]
    public void Mutated_mails_are_read_and_judged_without_a_crash()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var mails = MailCase.Names.Select(MailCase.Bytes).ToList();
        for (var i = 0; i < Mutations; i++)
        {
            var bytes = Mutated([.. mails[random.Next(mails.Count)]], random);
            var wrong = Record.Exception(() => Judge(bytes));
            Assert.True(wrong is null, $"seed {seed}, mutation {i}: {wrong}\n{Convert.ToBase64String(bytes)}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
    }

    public static TheoryData<string> Bombs => [.. AllBombs.Keys];

    private static readonly Dictionary<string, Func<byte[]>> AllBombs = new()
    {
        ["nothing at all"] = () => [],
        ["zeros"] = () => new byte[1 << 20],
        ["no header end"] = () => Ascii(string.Concat(Enumerable.Repeat("X-Field: value\r\n", 200_000))),
        ["fields without value in a part"] = () => Ascii("From: jan@acme.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + string.Concat(Enumerable.Repeat("a:\r\n", 500_000))),
        ["a hundred thousand parts"] = () => Ascii("From: jan@acme.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + string.Concat(Enumerable.Repeat("--b\r\n\r\n\r\n", 100_000))),
        ["nested a thousand deep"] = () => Ascii("From: jan@acme.example\r\n" + string.Concat(Enumerable.Range(0, 1_000).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n"))),
        ["messages in messages"] = () => Ascii("From: jan@acme.example\r\n" + string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\r\n\r\n", 5_000))),
        ["a line of 8 MB"] = () => Ascii("From: jan@acme.example\r\n\r\n" + new string('x', 8 << 20)),
        ["a subject of 24 MB"] = () => Ascii("From: jan@acme.example\r\nSubject: " + string.Concat(Enumerable.Repeat("=?utf-8?Q?a?= ", 1_800_000))),
        ["an endless field in a part"] = () => Ascii("From: jan@acme.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nX: " + string.Concat(Enumerable.Repeat("x\r\n ", 3_000_000))),
        ["a hundred thousand recipients"] = () => Ascii("From: jan@acme.example\r\nTo: " + string.Join(",\r\n ", Enumerable.Range(0, 30_000).Select(i => $"a{i}@b.example")) + "\r\n\r\n"),
        ["comments without end"] = () => Ascii("From: " + new string('(', 500_000) + "\r\nAuto-Submitted: " + new string('(', 9_000) + "\r\n\r\n"),
        ["HTML that never closes"] = () => Ascii("From: jan@acme.example\r\nContent-Type: text/html\r\n\r\n" + string.Concat(Enumerable.Repeat("<blockquote><div class=gmail_quote><p", 50_000))),
        ["a text that tempts the patterns"] = () => Ascii("From: postmaster@acme.example\r\nSubject: failure notice\r\n\r\n" + string.Concat(Enumerable.Repeat("5 5 550 -- 5.5. ", 60_000))),
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_costs_bounded_memory_and_time(string name)
    {
        var bytes = AllBombs[name]();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();

        Judge(bytes);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{name}: {watch.Elapsed}");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 256L << 20);
    }

    [Fact]
    public void What_is_kept_of_a_bomb_is_bounded()
    {
        var mail = MailCase.Read(AllBombs["a hundred thousand parts"]());
        var many = MailCase.Read(AllBombs["a hundred thousand recipients"]());
        var line = MailCase.Read(AllBombs["a line of 8 MB"]());

        Assert.InRange(mail.Parts.Count, 2, 501);
        Assert.InRange(many.To.Count, 1, 500);
        Assert.Equal(65_536, line.Text.Length);
    }

    [Fact]
    public void A_stream_that_fails_is_the_only_thing_that_throws() =>
        Assert.Throws<IOException>(() => new MimeReader(MailCase.Zone).Read(new FailingStream(), MailCase.Received, MessageFlags.None));

    private static void Judge(byte[] bytes)
    {
        var mail = MailCase.Read(bytes);
        AutomatedMail.MarksOf(mail, MailCase.Owner);
        SpamMarks.Has(mail);
        if (mail.Author is { } author)
        {
            SenderTrust.Judge(mail.Headers, TrustPolicy.Of("mx.host.example"), author);
        }
    }

    private static byte[] Mutated(List<byte> bytes, Random random)
    {
        for (var n = random.Next(1, 12); n > 0 && bytes.Count > 0; n--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 60), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.InsertRange(at, Encoding.ASCII.GetBytes("\r\n=?;:\"<>()@,\0--b1"[..random.Next(1, 18)]));
                    break;
                default:
                    bytes.RemoveRange(at, random.Next(10) == 0 ? bytes.Count - at : 1);
                    break;
            }
        }

        return [.. bytes];
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private sealed class FailingStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => throw new IOException("the disk is gone");

        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("the disk is gone");
    }
}
