using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Mail.Reading;
using NodaTime;

namespace BoundaryWorker.Tests.Mail;

/// <summary>
/// A mail in <c>tests/cases/mail</c>. What it must be judged as stands in its name: <c>A8+A9-qmail.eml</c> bears exactly the marks A8 and A9;
/// names with A11, A12 or B bear none, and A12 goes on with what its authentication must be.
/// </summary>
internal static class MailCase
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Warsaw"];

    public static readonly Instant Received = Instant.FromUtc(2026, 11, 24, 20, 30);

    public static readonly Owner Owner = new()
    {
        Name = "Studio Example",
        Addresses = [new EmailAddress("me", "studio.example"), new EmailAddress("tasks", "studio.example")],
        Zone = Zone,
        Languages = ["pl", "en"],
    };

    public static string Folder { get; } = Find();

    public static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.eml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".eml"));

    public static IncomingMessage Read(string name) => Read(Bytes(name));

    public static IncomingMessage Read(byte[] bytes) => new MimeReader(Zone).Read(new MemoryStream(bytes, writable: false), Received, MessageFlags.None);

    public static IncomingMessage ReadText(string eml) => Read(System.Text.Encoding.UTF8.GetBytes(eml.ReplaceLineEndings("\r\n")));

    /// <summary>The ids in a name that marks must bear, in their order.</summary>
    public static string[] Marks(string name) =>
        name.StartsWith("A11", StringComparison.Ordinal) || name.StartsWith("A12", StringComparison.Ordinal) || name[0] == 'B'
            ? []
            : name[..name.IndexOf('-', StringComparison.Ordinal)].Split('+');

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "BoundaryWorker.sln")))
        {
            at = at.Parent ?? throw new DirectoryNotFoundException("BoundaryWorker.sln is above the tests nowhere");
        }

        return Path.Combine(at.FullName, "tests", "cases", "mail");
    }
}
