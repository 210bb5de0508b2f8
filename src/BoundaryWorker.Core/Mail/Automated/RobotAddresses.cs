using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;

namespace BoundaryWorker.Core.Mail;

/// <summary>replies.md A8: addresses behind which nobody reads.</summary>
internal static class RobotAddresses
{
    /// <summary>How the evidence of a robot in the envelope begins.</summary>
    public const string EnvelopeEvidence = "Return-Path: ";

    private static readonly string[] Robots = ["mailerdaemon", "maildaemon", "listserv", "majordomo"];

    public static Because? InFrom(IncomingMessage m, Owner owner) =>
        m.From.FirstOrDefault(f => IsRobot(f.Local)) is { } robot ? new(Reason.RobotAddress, Evidence.Of("From", robot.Key)) : null;

    public static Because? InEnvelope(IncomingMessage m, Owner owner)
    {
        var envelope = m.ReversePath.Address ?? (m.ReversePath.State == ReversePathState.Absent ? m.Sender : null);
        return envelope is not null && Original(envelope.Local) is var local && (IsRobot(local) || IsListAddress(local))
            ? new(Reason.RobotAddress, Evidence.Of(EnvelopeEvidence + envelope.Key))
            : null;
    }

    public static bool IsPostmaster(EmailAddress? address) =>
        address is not null && Original(address.Local).Equals("postmaster", StringComparison.OrdinalIgnoreCase);

    private static bool IsRobot(string local)
    {
        var letters = Letters(local);
        return Robots.Any(r => letters.StartsWith(r, StringComparison.Ordinal))
            || NoReplyWords.All.Any(w => letters.Contains(w, StringComparison.Ordinal));
    }

    private static bool IsListAddress(string local) =>
        local.StartsWith("owner-", StringComparison.OrdinalIgnoreCase)
        || local.EndsWith("-owner", StringComparison.OrdinalIgnoreCase)
        || local.EndsWith("-request", StringComparison.OrdinalIgnoreCase)
        || local.EndsWith("-bounces", StringComparison.OrdinalIgnoreCase);

    // "no-reply", "no_reply" and "No.Reply" are one word.
    private static string Letters(string local) => string.Concat(Folding.Fold(local).Where(char.IsLetter));

    /// <summary>
    /// The local part that was wrapped for the way back: BATV (<c>prvs=tag=jane</c>), SRS (<c>SRS0=hash=tt=acme.example=jane</c>) and a
    /// VERP or bounce token (<c>jane+token</c>). A person's address so wrapped is no robot's.
    /// </summary>
    private static string Original(string local)
    {
        var parts = local.Split('=');
        var isBatv = parts.Length >= 3 && parts[0].Equals("prvs", StringComparison.OrdinalIgnoreCase);
        var isSrs = parts.Length >= 5 && parts[0].StartsWith("SRS", StringComparison.OrdinalIgnoreCase);
        return isBatv ? string.Join('=', parts[2..]) : isSrs ? string.Join('=', parts[4..]) : local;
    }
}
