using System.Diagnostics.CodeAnalysis;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Mail.Imap;

/// <summary>What of a message never changes under its UID (RFC 3501 2.3.1.1).</summary>
/// <param name="Identity">By what it is known.</param>
/// <param name="TopmostReceived">The time in its topmost Received field, or null.</param>
internal sealed record ImapKnownFacts(MessageIdentity Identity, Instant? TopmostReceived);

/// <summary>
/// The facts of messages that were fetched. What was asked for lately stays, at least <see cref="Kept"/> of them and at most twice as many; so a folder
/// of that size is not fetched anew each time, and memory has a bound.
/// </summary>
internal sealed class ImapKnown
{
    private const int Kept = 25_000;
    private Dictionary<MessageRef, ImapKnownFacts> recent = [];
    private Dictionary<MessageRef, ImapKnownFacts> before = [];

    /// <summary>Keeps them.</summary>
    public void Add(MessageRef place, ImapKnownFacts facts)
    {
        if (recent.Count >= Kept)
        {
            (before, recent) = (recent, []);
        }

        recent[place] = facts;
    }

    /// <summary>Whether they are known.</summary>
    public bool TryGet(MessageRef place, [NotNullWhen(true)] out ImapKnownFacts? facts)
    {
        if (recent.TryGetValue(place, out facts))
        {
            return true;
        }

        if (before.Remove(place, out facts))
        {
            Add(place, facts);
            return true;
        }

        return false;
    }
}
