using System.Text;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.Contracts;

/// <summary>What every <see cref="IMailSender"/> promises.</summary>
public abstract class MailSenderContract : IAsyncLifetime
{
    /// <summary>The sender of this test.</summary>
    protected SenderUnderTest Under { get; private set; } = null!;

    /// <summary>Of the running test.</summary>
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Makes a fresh sender.</summary>
    protected abstract Task<SenderUnderTest> CreateAsync();

    public async ValueTask InitializeAsync() => Under = await CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await Under.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A message with the null path unless <paramref name="from"/> says otherwise.</summary>
    protected static OutgoingBytes Message(string id, string? from = null) => new(
        id,
        EmailAddress.TryParse(from),
        EmailAddress.TryParse("jane@acme.example")!,
        Encoding.ASCII.GetBytes($"From: me@studio.example\r\nTo: jane@acme.example\r\nSubject: Re: Hello\r\nMessage-ID: <{id}>\r\n\r\nBack at nine.\r\n"));

    [Theory]
    [InlineData(null)]
    [InlineData("me@studio.example")]
    public async Task E1_the_exact_bytes_and_the_envelope_arrive_once(string? from)
    {
        var message = Message("one@studio.example", from);

        var outcome = await Under.Sender.SendAsync(message, Token);

        Assert.Equal(SendResult.Accepted, outcome.Result);
        var sent = Assert.Single(await Under.SentAsync());
        Assert.Equal((message.MessageId, message.EnvelopeFrom, message.EnvelopeTo), (sent.MessageId, sent.EnvelopeFrom, sent.EnvelopeTo));
        Assert.Equal(message.Bytes, sent.Bytes);
    }

    [Fact]
    public async Task E2_what_is_known_to_be_sent_is_never_denied_and_what_is_not_known_never_claimed()
    {
        _ = await Under.Sender.SendAsync(Message("known@studio.example"), Token);

        Assert.NotEqual(false, await Under.Sender.WasSentAsync("known@studio.example", Token));
        Assert.NotEqual(true, await Under.Sender.WasSentAsync("never@studio.example", Token));
    }

    [Fact]
    public async Task E2_a_failure_before_anything_was_accepted_says_so_and_a_second_attempt_arrives_once()
    {
        var message = Message("retry@studio.example");
        await Under.BreakAsync();
        var broken = await Under.Sender.SendAsync(message, Token);
        await Under.MendAsync();

        Assert.Equal(SendResult.TryAgain, broken.Result);
        Assert.NotEmpty(broken.Detail);
        Assert.Empty(await Under.SentAsync());
        Assert.Equal(SendResult.Accepted, (await Under.Sender.SendAsync(message, Token)).Result);
        Assert.Single(await Under.SentAsync());
    }
}

/// <summary>A sender and what came out of it, seen without the adapter.</summary>
public abstract class SenderUnderTest : IAsyncDisposable
{
    /// <summary>The adapter.</summary>
    public abstract IMailSender Sender { get; }

    /// <summary>What the other side has.</summary>
    public abstract Task<IReadOnlyList<OutgoingBytes>> SentAsync();

    /// <summary>From now on the other side cannot be reached.</summary>
    public abstract Task BreakAsync();

    /// <summary>It can be reached again.</summary>
    public abstract Task MendAsync();

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
