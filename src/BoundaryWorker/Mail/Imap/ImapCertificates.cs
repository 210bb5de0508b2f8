using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BoundaryWorker.Mail.Imap;

/// <summary>The check of a server's certificate: the system's own, or that of a file of certificates for a server of one's own. It is never turned off.</summary>
internal static class ImapCertificates
{
    /// <summary>The same check, which tells what was shown and believed.</summary>
    public static RemoteCertificateValidationCallback Check(string? caFile, Action<X509Certificate> believed) => (sender, certificate, chain, errors) =>
    {
        var good = errors == SslPolicyErrors.None || (caFile is not null && IsTrusted(caFile, certificate, errors));
        if (good && certificate is not null)
        {
            believed(certificate);
        }

        return good;
    };

    /// <summary>The check for a file, or null for the system's own check.</summary>
    public static RemoteCertificateValidationCallback? Check(string? caFile) => caFile is null
        ? null
        : (_, certificate, _, errors) => errors == SslPolicyErrors.None || IsTrusted(caFile, certificate, errors);

    // Only "the chain ends nowhere we know" may be put right by the file: never a wrong name or a missing certificate.
    private static bool IsTrusted(string caFile, X509Certificate? certificate, SslPolicyErrors errors)
    {
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || certificate is null)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        try
        {
            chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(caFile);
            using var served = new X509Certificate2(certificate);
            return chain.Build(served);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
