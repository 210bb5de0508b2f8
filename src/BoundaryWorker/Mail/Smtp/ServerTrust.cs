using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace BoundaryWorker.Mail.Smtp;

/// <summary>Whether a server's certificate is believed: by the machine's trusted roots, and by further ones where they are given. There is no way to believe any.</summary>
/// <param name="furtherRoots">Beside the machine's; empty for none.</param>
internal sealed class ServerTrust(IReadOnlyList<X509Certificate2> furtherRoots)
{
    // A revocation server that does not answer is its operator's trouble; a certificate known to be revoked is refused.
    private const X509ChainStatusFlags NotFoundOut = X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation;

    /// <summary>Why the last one was not believed, or null where none was shown or it was believed.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>Judges one.</summary>
    public bool Accepts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        WhyNot = Judge(certificate, chain, errors);
        return WhyNot is null;
    }

    private string? Judge(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return null;
        }

        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            return "it shows none";
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return "it is for another name";
        }

        var problems = Problems(chain);
        return problems.Count == 0 || IsBelowFurtherRoots(certificate, chain) ? null : string.Join("; ", problems);
    }

    private static List<string> Problems(X509Chain? chain) => chain is null
        ? ["its issuer is not known"]
        : [.. chain.ChainStatus.Where(s => (s.Status & ~NotFoundOut) != X509ChainStatusFlags.NoError).Select(s => s.StatusInformation.Trim()).Distinct()];

    private bool IsBelowFurtherRoots(X509Certificate certificate, X509Chain? shown)
    {
        if (furtherRoots.Count == 0)
        {
            return false;
        }

        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        own.ChainPolicy.CustomTrustStore.AddRange(furtherRoots.ToArray());
        own.ChainPolicy.ExtraStore.AddRange((shown?.ChainElements.Select(e => e.Certificate) ?? []).ToArray());

        using var subject = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return own.Build(subject);
    }
}
