using BoundaryWorker.Mail.Inspecting;
using NodaTime;

namespace BoundaryWorker.Doctor.Checks;

/// <summary>How private a connection is, and for how long its certificate is good.</summary>
public static class TlsCheck
{
    private static readonly Duration Soon = Duration.FromDays(30);

    /// <summary>What follows from it.</summary>
    public static IEnumerable<Finding> Of(TlsFacts tls, string server, Instant now)
    {
        yield return tls.Protocol is { } protocol
            ? Finding.Fine($"The connection to {server} is encrypted ({protocol}), its certificate is good.")
            : Finding.Note($"The connection to {server} is not encrypted; it stays on this machine.");
        if (tls.CertificateEnds is { } ends && ends - now < Soon)
        {
            yield return Finding.Note(
                $"The certificate of {server} is good for {Words.Count((int)Math.Max(0, (ends - now).TotalDays), "more day")}.",
                "Mail hosts renew theirs by themselves. If the server is yours, see that it is renewed in time: after that day no connection is made.");
        }
    }
}
