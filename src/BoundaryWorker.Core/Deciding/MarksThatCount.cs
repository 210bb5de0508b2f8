using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Core.Deciding;

/// <summary>Which marks of replies.md A count: a client's lifts (A3, A5) and invitations (F3) take some away.</summary>
internal static class MarksThatCount
{
    private static readonly string[] MayBeLifted = ["A3", "A5"];
    private static readonly string[] OfMachines = ["A1", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A13"];
    private static readonly string[] Soft = ["A3", "A5", "A6", "A7"];

    /// <summary>The marks that count for this client and this kind of message.</summary>
    public static IReadOnlyList<Because> Of(IncomingMessage message, Classification kind)
    {
        var lifted = MayBeLifted.Intersect(kind.Client?.Client.Lift ?? []).ToList();
        var byItsOrganizer = IsInvitationByItsOrganizer(message, kind);
        return [.. kind.Machine.Where(m => !lifted.Contains(Id(m)) && !(byItsOrganizer && AutomatedMail.DoesNotCountForInvitation(m)))];
    }

    /// <summary>What makes mail a machine's in the sense of the table.</summary>
    public static bool IsMachine(Because mark) => OfMachines.Contains(Id(mark));

    /// <summary>Marks that a person's own mail may bear (row 13).</summary>
    public static bool IsSoft(Because mark) => Soft.Contains(Id(mark));

    /// <summary>What comes from herself or from us (A2).</summary>
    public static bool IsOwn(Because mark) => Id(mark) == "A2";

    // F3: calendar hosts send their clients' invitations as machines, from an envelope of their own.
    private static bool IsInvitationByItsOrganizer(IncomingMessage message, Classification kind) =>
        kind.Client is not null && InvitationTimes.IsRequest(message.Invitation) && message.Invitation?.Organizer is { } organizer && organizer.Equals(message.Author);

    private static string Id(Because mark) => ReasonTable.Id(mark.Reason);
}
