using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Files.Reading;
using BoundaryWorker.Files.Shapes;
using NodaTime;

namespace BoundaryWorker.Files;

/// <summary>clients.yaml to the clients (design.md section 3).</summary>
public static class ClientsFile
{
    /// <summary>Reads the text of a clients file and tells all errors at once. Never throws for what the text says.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="fileName">How findings name the file.</param>
    /// <param name="code">The Code, for what must agree with it (her own domains, her languages); null where there is no good one.</param>
    public static FileResult<ClientBook> Read(string text, string fileName, BoundaryCode? code)
    {
        var findings = new Findings(fileName);
        if (OwnerText.Usable(text, findings) is not { } usable)
        {
            return new FileResult<ClientBook>(null, findings.InOrder, FilePlaces.None);
        }

        var document = YamlDocument.Read(usable, findings);
        if (document.Root is null && document.Broken.Count == 0)
        {
            findings.Error(new Mark(1, 1), "the file is empty", "write `clients: []` while you have none");
            return new FileResult<ClientBook>(null, findings.InOrder, FilePlaces.None);
        }

        var reader = new ShapeReader(findings, StringComparer.Ordinal, document.Broken);
        var bound = reader.Read(document.Root, ClientsShape.Root);
        if (bound is not null)
        {
            ClientsMeaning.Check(bound, code, findings);
        }

        return new FileResult<ClientBook>(bound is null || findings.AnyError ? null : Build(bound), findings.InOrder, reader.Places);
    }

    private static ClientBook Build(Bound book) => new([.. book.List("clients").Select(Client)], book.Get("strangers", StrangerPolicy.Leave));

    private static Client Client(Bound client) => new()
    {
        Id = client.Find<string>("id")!,
        Name = client.Find<string>("name")!,
        Addresses = client.All<EmailAddress>("addresses"),
        Domains = client.All<string>("domains"),
        Language = client.Find<string>("language"),
        Form = client.Get("form", AddressForm.Neutral),
        Zone = client.Find<DateTimeZone>("time_zone"),
        ExtraHours = client["extra_hours"] is { } hours ? Weekly.Of(hours) : null,
        CodeGiven = client["code_given"] is { } given ? new CodeGiven(given.Get("version", 1), (LocalDate)given["date"]!.Value) : null,
        NeverHold = client["overrides"]?.Get("hold", false) ?? false,
        NeverReply = client["overrides"]?.Get("reply", false) ?? false,
        Lift = [.. (client["overrides"]?.All<string>("lift") ?? []).Select(id => id.ToUpperInvariant())],
    };
}
