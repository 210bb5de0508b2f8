using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Files;
using BoundaryWorker.Settings;

namespace BoundaryWorker.Tests.Files;

/// <summary>The examples under deploy/ are read by the reader that the owner's own files meet, without an error and without a warning.</summary>
public sealed class ExamplesTests
{
    [Theory]
    [InlineData("appsettings.json")]
    [InlineData("deploy/examples/en/appsettings.json")]
    [InlineData("deploy/examples/pl/appsettings.json")]
    public void The_settings_and_the_files_they_name_are_without_findings(string path)
    {
        var (findings, exitCode) = FileCase.Checker.Check(Path.Combine(FileCase.Root, path), [], null, null, FileCase.Now);

        Assert.Empty(findings);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public void A_new_installation_starts_in_observe() =>
        Assert.Equal(Mode.Observe, SettingsFile.Read(Path.Combine(FileCase.Root, "appsettings.json"), []).Value!.Mode);

    [Theory]
    [InlineData("en")]
    [InlineData("pl")]
    public void The_digest_goes_to_an_address_of_the_owner(string language)
    {
        var settings = SettingsFile.Read(Path.Combine(FileCase.Root, "deploy", "examples", language, "appsettings.json"), []).Value!;
        var code = CodeFile.Read(File.ReadAllText(settings.Files.Code), "code.yaml").Value!;

        Assert.Contains(settings.Digest.To, code.Owner.Addresses.Select(a => a.Bare));
    }
}
