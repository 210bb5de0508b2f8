using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Replies;

namespace BoundaryWorker.Core.Mail;

/// <summary>replies.md A1 and A2: nobody to answer, or herself.</summary>
internal static class SenderMarks
{
    public static Because? NullReversePath(IncomingMessage m, Owner owner) =>
        m.ReversePath.State == ReversePathState.Null ? new(Reason.NullReversePath, "Return-Path: <>") : null;

    // A reply goes to From and nowhere else (C1): without one there is nobody to answer, whatever the envelope says.
    public static Because? NoSender(IncomingMessage m, Owner owner) =>
        m.FromFields == 0 ? new(Reason.NoSender) : null;

    public static Because? UnreadableSender(IncomingMessage m, Owner owner) =>
        m.FromFields > 0 && m.From.Count == 0 ? new(Reason.UnreadableSender, "From")
        : m.ReversePath.State == ReversePathState.Unreadable ? new(Reason.UnreadableSender, "Return-Path")
        : null;

    public static Because? SeveralFromFields(IncomingMessage m, Owner owner) =>
        m.FromFields > 1 ? new(Reason.SeveralFromFields, $"From x {m.FromFields}") : null;

    public static Because? OwnAddress(IncomingMessage m, Owner owner) =>
        m.From.FirstOrDefault(owner.Owns) is { } own ? new(Reason.OwnAddress, Evidence.Of(own.Key)) : null;

    // A marker that somebody copied silences only themselves.
    public static Because? OurMarker(IncomingMessage m, Owner owner) =>
        m.Headers.Has(Marker.Header) ? new(Reason.OurMarker, Marker.Header) : null;
}
