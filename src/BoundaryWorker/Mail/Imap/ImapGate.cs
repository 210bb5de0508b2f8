using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.Mail.Imap;

/// <summary>
/// Keeps both connections of a mailbox from hammering a server that refused the password: providers lock an account after a few tries.
/// Five minutes after the first refusal, doubled after each further one, an hour at most.
/// </summary>
/// <param name="time">The real time.</param>
internal sealed class ImapGate(TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private readonly Lock guard = new();
    private int refusals;
    private DateTimeOffset notBefore = DateTimeOffset.MinValue;
    private string words = "";

    /// <summary>Lets through who may try now.</summary>
    /// <exception cref="MailboxUnavailableException">It is too early; with the words of the refusal.</exception>
    public void Enter()
    {
        lock (guard)
        {
            if (time.GetUtcNow() < notBefore)
            {
                throw new MailboxUnavailableException(words);
            }
        }
    }

    /// <summary>The server refused the password.</summary>
    public void Refused(string why)
    {
        lock (guard)
        {
            var wait = First * Math.Pow(2, Math.Min(refusals++, 10));
            notBefore = time.GetUtcNow() + (wait < Longest ? wait : Longest);
            words = why;
        }
    }

    /// <summary>The server took it.</summary>
    public void Admitted()
    {
        lock (guard)
        {
            (refusals, notBefore) = (0, DateTimeOffset.MinValue);
        }
    }
}
