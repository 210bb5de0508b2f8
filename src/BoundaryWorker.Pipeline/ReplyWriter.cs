using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Replies;
using BoundaryWorker.Pipeline.Ports;
using NodaTime;

namespace BoundaryWorker.Pipeline;

/// <summary>Turns the reply part of a decision into the record that is sent later, byte for byte. Pure but for the templates it reads.</summary>
public sealed class ReplyWriter(ITemplates templates, IMimeWriter mime, Installation installation)
{
    /// <summary>A reply older than this is not sent any more (replies.md A19).</summary>
    public static readonly Duration SendWithin = Duration.FromMinutes(30);

    /// <summary>The reply to be recorded with the message; nothing where nobody is answered, and the reason where it could not be written.</summary>
    /// <param name="sendable">Her addresses that are known to come through as the sender (C2).</param>
    public (ReplyRecord? Record, string? WhyNot) Write(
        MessageRecord record, IncomingMessage message, Classification classification, Situation situation, History history, IReadOnlyList<EmailAddress> sendable, Instant now)
    {
        if (record.Decision.Reply.Answer is not { } answer || situation.Mode != Mode.Enforce)
        {
            return (null, null);
        }

        var (composed, whyNot) = ReplyComposer.Compose(
            new ReplyRequest
            {
                Decision = record.Decision,
                Message = message,
                Classification = classification,
                Situation = situation,
                History = history,
                Installation = installation,
                Now = now,
                FromAlias = SenderAddress.Of(message, situation.Code.Owner, sendable),
            },
            templates);
        if (composed is null)
        {
            return (null, whyNot);
        }

        var (bytes, unwritable) = mime.Write(composed);
        return bytes is null ? (null, unwritable) : (NewReply(record, answer, bytes, message.Received, now), null);
    }

    private static ReplyRecord NewReply(MessageRecord record, Answer answer, OutgoingBytes bytes, Instant received, Instant now)
    {
        // What is said of an event does not depend on the opening (row 23); everything else is about a closed window and ends with it.
        var late = received + SendWithin;
        var opening = record.Decision.ClosedWindow is { HasEnd: true } window && answer.Kind != AnswerKind.Invitation ? window.End : late;
        return new ReplyRecord
        {
            Key = answer.Key,
            Message = record.Key,
            Mailbox = record.Mailbox,
            Kind = answer.Kind,
            Rules = answer.Rules,
            Bytes = bytes,
            State = record.State == MessageState.ToHold ? ReplyState.Waiting : ReplyState.Ready,
            RecordedAt = now,
            DropAt = Instant.Min(late, opening),
        };
    }
}
