using System.Globalization;

namespace BoundaryWorker.Mail.Maildir;

/// <summary>A base in the form of the Maildir format, <c>seconds.unique.host</c>; unique by chance of 2^122, without asking the clock twice.</summary>
public static class UniqueName
{
    /// <summary>A base that nobody has.</summary>
    public static string Next()
    {
        var id = Guid.CreateVersion7();
        var seconds = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return string.Create(CultureInfo.InvariantCulture, $"{seconds}.R{id:N}.boundaryworker");
    }
}
