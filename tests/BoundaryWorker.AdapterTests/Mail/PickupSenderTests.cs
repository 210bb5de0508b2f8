using System.Text;
using BoundaryWorker.Contracts;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Mail.Pickup;
using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.AdapterTests.Mail;

/// <summary>The contract, kept by a real pickup folder, and what is special about it.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class PickupSenderTests : MailSenderContract
{
    private readonly PickupUnderTest pickup = new();

    protected override Task<SenderUnderTest> CreateAsync() => Task.FromResult<SenderUnderTest>(pickup);

    [Fact]
    public async Task E2_a_repeat_is_recognised_by_its_name_and_not_written_again()
    {
        var message = Message("again@studio.example");
        _ = await pickup.Sender.SendAsync(message, Token);
        var file = Assert.Single(Directory.GetFiles(pickup.Folder));
        var first = File.ReadAllBytes(file);

        var again = await new PickupSender(pickup.Folder).SendAsync(message with { Bytes = Encoding.ASCII.GetBytes("Other: 1\r\n\r\n") }, Token);

        Assert.Equal(SendResult.Accepted, again.Result);
        Assert.Equal(first, File.ReadAllBytes(Assert.Single(Directory.GetFiles(pickup.Folder))));
        Assert.True(await pickup.Sender.WasSentAsync(message.MessageId, Token));
    }

    [Fact]
    public async Task Once_taken_nobody_can_tell_whether_it_was_sent()
    {
        _ = await pickup.Sender.SendAsync(Message("taken@studio.example"), Token);
        File.Delete(Assert.Single(Directory.GetFiles(pickup.Folder)));

        Assert.Null(await pickup.Sender.WasSentAsync("taken@studio.example", Token));
    }

    [Fact]
    public async Task Promise_10_folder_and_file_are_for_their_owner_alone_and_nothing_unfinished_is_left()
    {
        _ = await pickup.Sender.SendAsync(Message("private@studio.example"), Token);

        var entry = Assert.Single(Directory.GetFileSystemEntries(pickup.Folder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(entry));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(pickup.Folder));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData(".hidden/\n@x")]
    [InlineData("ż@studio.example")]
    [InlineData("")]
    public void The_name_is_a_plain_file_name_whatever_the_id(string id)
    {
        var name = PickupSender.FileName(id);

        Assert.Equal(Path.GetFileName(name), name);
        Assert.Matches("^[A-Za-z0-9_][A-Za-z0-9_.-]*[.]eml$", name);
        Assert.Equal(name, PickupSender.FileName(id));
        Assert.NotEqual(name, PickupSender.FileName(id + "x"));
    }

    [Fact]
    public async Task The_null_path_is_written_as_pickup_folders_write_it()
    {
        _ = await pickup.Sender.SendAsync(Message("null@studio.example"), Token);

        var lines = await File.ReadAllLinesAsync(Assert.Single(Directory.GetFiles(pickup.Folder)), Token);
        Assert.Equal(["X-Sender: <>", "X-Receiver: jane@acme.example", "From: me@studio.example"], lines.Take(3));
    }

    private sealed class PickupUnderTest : SenderUnderTest
    {
        private readonly string parent = Path.Combine(Path.GetTempPath(), "bw-pickup-" + Guid.NewGuid().ToString("N"));

        public PickupUnderTest() => Sender = new PickupSender(Folder);

        public string Folder => Path.Combine(parent, "outbox");

        public override IMailSender Sender { get; }

        public override async Task<IReadOnlyList<OutgoingBytes>> SentAsync() =>
            Directory.Exists(Folder) ? [.. await Task.WhenAll(Directory.GetFiles(Folder).Select(ReadAsync))] : [];

        public override Task BreakAsync()
        {
            // A file where the folder should be: works for root too, whom no mode keeps out.
            Directory.CreateDirectory(parent);
            File.WriteAllText(Folder, "");
            return Task.CompletedTask;
        }

        public override Task MendAsync()
        {
            File.Delete(Folder);
            return Task.CompletedTask;
        }

        public override ValueTask DisposeAsync()
        {
            if (Directory.Exists(parent))
            {
                Directory.Delete(parent, recursive: true);
            }

            return ValueTask.CompletedTask;
        }

        private static async Task<OutgoingBytes> ReadAsync(string file)
        {
            var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, Token));
            var lines = text.Split("\r\n", 3);
            var headers = Mails.Read(new MemoryStream(Encoding.Latin1.GetBytes(text)), default, default).Headers;
            return new OutgoingBytes(
                headers.First("Message-ID")!.Trim('<', '>'),
                EmailAddress.TryParse(lines[0]["X-Sender: ".Length..]) is { Local.Length: > 0 } from ? from : null,
                EmailAddress.TryParse(lines[1]["X-Receiver: ".Length..])!,
                Encoding.Latin1.GetBytes(lines[2]));
        }
    }
}
