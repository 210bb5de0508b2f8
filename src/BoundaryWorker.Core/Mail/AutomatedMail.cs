using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;

namespace BoundaryWorker.Core.Mail;

/// <summary>
/// Why a message must never be answered: replies.md A1-A10, A13 and the reactions of A20, read off the message alone. What needs the
/// Code, the clients or the ledger (A11, A12, A14-A19, the thanks of A20, the Message-ID of A2) is the decider's.
/// </summary>
/// <remarks>
/// Nothing is lifted here. A client's <c>lift</c> takes off A3 and A5; and for a REQUEST or ADD whose author is a client's person and
/// equals ORGANIZER, A4-A6 and a foreign envelope sender (the A8 that <see cref="RobotAddresses.EnvelopeEvidence"/> names) do not count
/// (replies.md F3). Both need to know who the client is, so the decider drops those marks by <see cref="DoesNotCountForInvitation"/>.
/// </remarks>
public static class AutomatedMail
{
    private delegate Because? Mark(IncomingMessage message, Owner owner);

    /// <summary>The list of replies.md, line by line in its order; each row finds at most one reason with its evidence.</summary>
    private static readonly Mark[] Table =
    [
        /* A1  */ SenderMarks.NullReversePath, SenderMarks.NoSender, SenderMarks.UnreadableSender, SenderMarks.SeveralFromFields,
        /* A2  */ SenderMarks.OwnAddress, SenderMarks.OurMarker,
        /* A3  */ HeaderMarks.ListHeader,
        /* A4  */ HeaderMarks.AutoSubmitted,
        /* A5  */ HeaderMarks.BulkPrecedence,
        /* A6  */ HeaderMarks.ResponseSuppressed,
        /* A7  */ HeaderMarks.AutoReplyHeader,
        /* A8  */ RobotAddresses.InFrom, RobotAddresses.InEnvelope, DeliveryFailures.ByPostmaster,
        /* A9  */ ReportMarks.Report, ReportMarks.Complaint, DeliveryFailures.InPlainText,
        /* A10 */ CalendarMarks.Notice,
        /* A13 */ AutoReplySubjects.Prefix,
        /* A20 */ Reactions.Reaction,
    ];

    /// <summary>Every mark the message bears, in the order of the list; empty for what a person may have written.</summary>
    /// <param name="message">The message as it was read.</param>
    /// <param name="owner">Whose addresses are her own (A2).</param>
    public static IReadOnlyList<Because> MarksOf(IncomingMessage message, Owner owner) =>
        [.. Table.Select(mark => mark(message, owner)).OfType<Because>()];

    /// <summary>
    /// Whether a mark does not count for an invitation of the client's own (replies.md F3): A4, A5, A6, and A8 where only the envelope
    /// sender is a robot's, since Google sends <c>Auto-Submitted: auto-generated</c> from an envelope of its own.
    /// </summary>
    public static bool DoesNotCountForInvitation(Because mark) => mark.Reason switch
    {
        Reason.AutoSubmitted or Reason.BulkPrecedence or Reason.ResponseSuppressed => true,
        Reason.RobotAddress => mark.Evidence.StartsWith(RobotAddresses.EnvelopeEvidence, StringComparison.Ordinal),
        _ => false,
    };
}
