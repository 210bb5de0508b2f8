using BoundaryWorker.Core.Mail;
using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.Pipeline;

/// <summary>
/// The first words of held messages for the digest, read from the mailboxes at that moment. They are kept nowhere but in the digest itself, whose bytes go
/// once it is sent (promise 10). A digest goes without them where a mailbox cannot be asked (promise 4).
/// </summary>
/// <param name="mailboxes">Whose messages have one; none where she wants none (setting <c>Digest.Preview</c>).</param>
public sealed class DigestPreviews(IReadOnlyList<MailboxRound> mailboxes)
{
    /// <summary>So many have one at most.</summary>
    public const int Most = 50;

    // Real time: a mailbox that is busy or does not answer does not hold the digest up.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The words by message; what has none is not among them.</summary>
    /// <param name="held">In the order in which they are listed. A possible forgery has none: its words are not passed on.</param>
    public async Task<IReadOnlyDictionary<MessageKey, string>> OfAsync(IEnumerable<MessageRecord> held, CancellationToken token)
    {
        var previews = new Dictionary<MessageKey, string>();
        foreach (var some in held.Where(m => !m.Decision.IsPossibleForgery).Take(Most).GroupBy(m => m.Mailbox))
        {
            if (mailboxes.FirstOrDefault(m => m.Mailbox == some.Key) is not { } mailbox)
            {
                continue;
            }

            var messages = some.ToList();
            foreach (var (message, preview) in messages.Zip(await AskAsync(mailbox, messages, token)))
            {
                if (preview is not null)
                {
                    previews[message.Key] = preview;
                }
            }
        }

        return previews;
    }

    private static async Task<IReadOnlyList<string?>> AskAsync(MailboxRound mailbox, List<MessageRecord> messages, CancellationToken token)
    {
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(token, limit.Token);
        try
        {
            return await mailbox.PreviewsAsync([.. messages.Select(m => new StoredMessage(m.Ref, m.Identity, MessageFlags.None))], either.Token);
        }
        catch (Exception) when (!token.IsCancellationRequested)
        {
            // The next round finds out whether the mailbox is away, and tells it.
            return [];
        }
    }
}
