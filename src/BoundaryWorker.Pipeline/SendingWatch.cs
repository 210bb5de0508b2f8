using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.Pipeline;

/// <summary>
/// A sender that is listened to: whether mail goes out at all. What is wrong with one message or one recipient is none of its business; two attempts in a row that did not
/// even get through to the other side, or were not let in there, are.
/// </summary>
/// <param name="mailbox">The id of the mailbox whose mail goes out by it.</param>
/// <param name="sender">The real one.</param>
public sealed class SendingWatch(string mailbox, IMailSender sender) : IMailSender
{
    private const int EnoughToTell = 2;

    private readonly Lock _guard = new();
    private int _failedInARow;
    private string _why = "";
    private bool _worked;

    /// <summary>The notice of what is wrong; null where nothing is.</summary>
    public Notice? Trouble
    {
        get
        {
            lock (_guard)
            {
                return _failedInARow >= EnoughToTell ? Notice.SendingFails(mailbox, _why) : null;
            }
        }
    }

    /// <summary>The topic of it, where the last attempt got through: then it is over. Null where nothing is known.</summary>
    public Notice? Over
    {
        get
        {
            lock (_guard)
            {
                return _worked ? Notice.SendingFails(mailbox, "") : null;
            }
        }
    }

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(OutgoingBytes message, CancellationToken token)
    {
        var outcome = await sender.SendAsync(message, token);
        lock (_guard)
        {
            _worked = !outcome.IsShutOut;
            _failedInARow = outcome.IsShutOut ? _failedInARow + 1 : 0;
            _why = outcome.Detail;
        }

        return outcome;
    }

    /// <inheritdoc/>
    public Task<bool?> WasSentAsync(string messageId, CancellationToken token) => sender.WasSentAsync(messageId, token);
}
