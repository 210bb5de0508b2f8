using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Files;
using BoundaryWorker.Settings;
using NodaTime;

namespace BoundaryWorker.AdapterTests.Files;

public sealed class CheckerTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 12, 0);

    private readonly FilesInFolder _files = new();

    public CheckerTests()
    {
        _files.Good();
        File.WriteAllText(_files.SettingsPath, """
            { "Boundary": { "Files": { "Code": "code.yaml", "Clients": "clients.yaml" },
              "Mailboxes": [ { "Id": "me", "Maildir": { "Path": "m" }, "Pickup": { "Path": "o" } } ] } }
            """);
    }

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Three_good_files_are_without_findings()
    {
        var (findings, exitCode) = Check();

        Assert.Empty(findings);
        Assert.Equal(0, exitCode);
        Assert.Equal("All is well: no errors, no warnings.\n", FindingsText.Render(findings));
    }

    [Fact]
    public void The_errors_of_all_three_files_are_told_at_once()
    {
        File.WriteAllText(_files.SettingsPath, File.ReadAllText(_files.SettingsPath).Replace("\"Id\"", "\"Idd\"", StringComparison.Ordinal));
        _files.Code("version: x\n");
        _files.Clients("client: []\n");

        var (findings, exitCode) = new Checker().Check(_files.SettingsPath, [], _files.CodePath, _files.ClientsPath, Now);

        Assert.Equal(["appsettings.json", "code.yaml", "clients.yaml"], findings.Select(f => f.File).Distinct());
        Assert.Equal(Checker.Refused, exitCode);
        Assert.EndsWith("until they are put right nothing new is held or answered.\n", FindingsText.Render(findings), StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_alone_do_not_refuse()
    {
        const string OfTheFuture = "clients: [{ id: acme, name: Acme, domains: [acme.example], code_given: { version: 9, date: 2026-11-02 } }]\n";
        _files.Clients(OfTheFuture);
        var column = OfTheFuture.IndexOf("9,", StringComparison.Ordinal) + 1;

        var (findings, exitCode) = Check();

        Assert.StartsWith($"clients.yaml:1:{column}: warning: acme was given version 9", Assert.Single(findings).ToString(), StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
        Assert.EndsWith("No errors, 1 warning: the files are used as they are.\n", FindingsText.Render(findings), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_are_not_there_are_told_and_never_thrown()
    {
        var read = SettingsFile.Read(Path.Combine(Path.GetDirectoryName(_files.SettingsPath)!, "none.json"), []);

        Assert.Equal("none.json: error: the file is not there -> go to the folder it lies in, or name it with --settings FILE", Assert.Single(read.Findings).ToString());
    }

    [Fact]
    public void The_settings_are_those_named_else_those_here_else_those_beside_the_program()
    {
        var here = Path.GetDirectoryName(_files.SettingsPath)!;
        var empty = Directory.CreateDirectory(Path.Combine(here, "empty")).FullName;

        Assert.Equal(Path.Combine(empty, "other.json"), SettingsFile.Find("other.json", empty, here));
        Assert.Equal(_files.SettingsPath, SettingsFile.Find(null, here, empty));
        Assert.Equal(_files.SettingsPath, SettingsFile.Find(null, empty, here));
    }

    [Fact]
    public void Mounted_secrets_are_read_without_their_last_line_end()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(_files.SettingsPath)!, "secrets")).FullName;
        File.WriteAllText(Path.Combine(folder, "Boundary__Mode"), "hold\n");
        File.WriteAllText(Path.Combine(folder, "other"), "x");

        var secret = Assert.Single(SettingOverride.FromSecrets(folder));

        Assert.Equal(new SettingOverride("Boundary__Mode", "hold", "secret Boundary__Mode"), secret);
        Assert.Equal(Mode.Hold, SettingsFile.Read(_files.SettingsPath, [secret]).Value!.Mode);
        Assert.Empty(SettingOverride.FromSecrets(Path.Combine(folder, "none")));
    }

    private (IReadOnlyList<FileFinding> Findings, int ExitCode) Check() => new Checker().Check(_files.SettingsPath, [], null, null, Now);
}
