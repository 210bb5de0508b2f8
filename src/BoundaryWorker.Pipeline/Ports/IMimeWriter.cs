using BoundaryWorker.Core.Replies;

namespace BoundaryWorker.Pipeline.Ports;

/// <summary>Turns a composed message into its exact bytes.</summary>
public interface IMimeWriter
{
    /// <summary>RFC 5322 bytes, 7-bit safe, lines below 998, read again and compared; null with the reason where that cannot be done (then nothing is sent).</summary>
    (OutgoingBytes? Bytes, string? WhyNot) Write(OutgoingMessage message);
}
