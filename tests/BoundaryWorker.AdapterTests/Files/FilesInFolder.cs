using System.Text;
using BoundaryWorker.Files;
using BoundaryWorker.Pipeline.Ports;

namespace BoundaryWorker.AdapterTests.Files;

/// <summary>A Code and a clients file in a folder of their own, which is gone afterwards.</summary>
internal sealed class FilesInFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("boundary-files-").FullName;

    public string CodePath => Path.Combine(_folder, "code.yaml");

    public string ClientsPath => Path.Combine(_folder, "clients.yaml");

    public string SettingsPath => Path.Combine(_folder, "appsettings.json");

    public void Code(string text) => File.WriteAllText(CodePath, text);

    public void Clients(string text) => File.WriteAllText(ClientsPath, text);

    public void Good()
    {
        Code(Version(3));
        Clients(OneClient);
    }

    public OwnerFiles Owner(IGoodFiles store) => new(CodePath, ClientsPath, store, ["PL"]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public const string OneClient = "clients: [{ id: acme, name: Acme, domains: [acme.example] }]\n";

    public static string Version(int version, string? effective = null, string zone = "Europe/Warsaw") => new StringBuilder()
        .Append(System.Globalization.CultureInfo.InvariantCulture, $"version: {version}\n")
        .Append(effective is null ? "" : $"effective: {effective}\n")
        .Append(System.Globalization.CultureInfo.InvariantCulture, $"owner: {{ name: Studio Example, addresses: [me@studio.example], time_zone: {zone}, languages: [en] }}\n")
        .Append("hours: { weekly: { mon-fri: 09:00-17:00 } }\n")
        .Append("rules: [{ id: \"1.1\", area: working-time, enforces: hours, text: { en: \"I work {hours}.\" } }]\n")
        .ToString();
}

/// <summary>Keeps good files as the port demands; fails on demand.</summary>
internal sealed class GoodFilesInMemory : IGoodFiles
{
    private readonly List<GoodFile> _files = [];

    public Exception? FailOnSave { get; set; }

    public int Saves { get; private set; }

    public Task SaveGoodAsync(GoodFile file, CancellationToken token)
    {
        if (FailOnSave is { } failure)
        {
            throw failure;
        }

        Saves++;
        _files.RemoveAll(f => f.Kind == file.Kind && f.Source == file.Source && f.Text == file.Text);
        _files.Add(file);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<GoodFile>> GoodVersionsAsync(string kind, string source, CancellationToken token) =>
        Task.FromResult<IReadOnlyList<GoodFile>>([.. _files.Where(f => f.Kind == kind && f.Source == source)]);
}
