using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.Tests.Fakes;

/// <summary>A sender in memory. What it took stays with the "other side" even where the caller is told otherwise.</summary>
public sealed class InMemorySender : IMailSender
{
    private readonly List<OutgoingBytes> sent = [];

    /// <summary>Failures to order.</summary>
    public MailFaults Faults { get; } = new();

    /// <summary>Outcomes for the next sends, in order; then Accepted. Nothing is taken where the outcome is TryAgain or Refused.</summary>
    public Queue<SendOutcome> Outcomes { get; } = new();

    /// <summary>Whether the fate of a message that was not taken is known: false, else null.</summary>
    public bool KnowsWhatWasNotSent { get; set; }

    /// <summary>As at a submission server: nobody can tell later what it took.</summary>
    public bool KnowsNothingLater { get; set; }

    /// <summary>What the other side does with what it took; may be null.</summary>
    public Action<OutgoingBytes>? Taken { get; set; }

    /// <summary>Every time something was taken, doubles included.</summary>
    public IReadOnlyList<OutgoingBytes> Sent => sent;

    /// <inheritdoc/>
    public Task<SendOutcome> SendAsync(OutgoingBytes message, CancellationToken token)
    {
        try
        {
            return Task.FromResult(Faults.Around(nameof(SendAsync), () => Send(message)));
        }
        catch (Exception e)
        {
            return Task.FromException<SendOutcome>(e);
        }
    }

    /// <inheritdoc/>
    public Task<bool?> WasSentAsync(string messageId, CancellationToken token) => Task.FromResult(Faults.Around<bool?>(
        nameof(WasSentAsync),
        () => KnowsNothingLater ? null : sent.Any(s => s.MessageId == messageId) ? true : KnowsWhatWasNotSent ? false : null));

    private SendOutcome Send(OutgoingBytes message)
    {
        var outcome = Outcomes.TryDequeue(out var ordered) ? ordered : new SendOutcome(SendResult.Accepted);
        if (outcome.Result is SendResult.Accepted or SendResult.Unknown)
        {
            sent.Add(message);
            Taken?.Invoke(message);
        }

        return outcome;
    }
}
