using BoundaryWorker.Files;
using BoundaryWorker.Pipeline;
using NodaTime;

namespace BoundaryWorker.AdapterTests.Files;

/// <summary>A broken file never strands mail (design.md section 3).</summary>
public sealed class OwnerFilesTests : IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 24, 11, 0);

    private readonly FilesInFolder _files = new();
    private readonly GoodFilesInMemory _store = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Good_files_are_used_and_kept()
    {
        _files.Good();

        var state = Assert.IsType<FilesState.Good>(await LookAsync(_files.Owner(_store), Noon));

        Assert.Equal(3, state.Code.Version);
        Assert.Equal("acme", Assert.Single(state.Clients.Clients).Id);
        Assert.Empty(state.Warnings);
        var kept = Assert.Single(await _store.GoodVersionsAsync("code", "", Token));
        Assert.Equal((3, null, FilesInFolder.Version(3), Noon), (kept.Version, kept.Effective, kept.Text, kept.SavedAt));
        Assert.Equal(FilesInFolder.OneClient, Assert.Single(await _store.GoodVersionsAsync("clients", "", Token)).Text);
    }

    [Fact]
    public async Task A_look_without_a_change_reads_and_keeps_nothing_anew()
    {
        _files.Good();
        var owner = _files.Owner(_store);
        var first = Assert.IsType<FilesState.Good>(await LookAsync(owner, Noon));
        File.SetLastWriteTimeUtc(_files.CodePath, new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        var second = Assert.IsType<FilesState.Good>(await LookAsync(owner, Noon + Duration.FromMinutes(1)));

        Assert.Same(first.Code, second.Code);
        Assert.Same(first.Clients, second.Clients);
        Assert.Equal(2, _store.Saves);
    }

    [Fact]
    public async Task A_change_that_keeps_time_and_length_of_the_file_is_seen()
    {
        _files.Good();
        var owner = _files.Owner(_store);
        await LookAsync(owner, Noon);
        var written = File.GetLastWriteTimeUtc(_files.CodePath);
        _files.Code(FilesInFolder.Version(4));
        File.SetLastWriteTimeUtc(_files.CodePath, written);

        Assert.Equal(4, Assert.IsType<FilesState.Good>(await LookAsync(owner, Noon)).Code.Version);
    }

    [Fact]
    public async Task A_Code_broken_on_reload_is_release_only_by_the_last_good_one_and_back_when_it_is_put_right()
    {
        _files.Good();
        var owner = _files.Owner(_store);
        await LookAsync(owner, Noon);

        _files.Code(FilesInFolder.Version(4).Replace("owner:", "ownr:", StringComparison.Ordinal));
        var broken = Assert.IsType<FilesState.ReleaseOnly>(await LookAsync(owner, Noon));

        Assert.Equal(3, broken.LastGoodCode!.Version);
        Assert.Equal("acme", Assert.Single(broken.LastGoodClients!.Clients).Id);
        Assert.Contains(broken.Problems, p => p.StartsWith("code.yaml:2:1: error: `ownr` is not known here", StringComparison.Ordinal));

        _files.Code(FilesInFolder.Version(4));
        Assert.Equal(4, Assert.IsType<FilesState.Good>(await LookAsync(owner, Noon)).Code.Version);
    }

    [Fact]
    public async Task Broken_clients_are_release_only_too_and_keep_the_Code_of_now()
    {
        _files.Good();
        var owner = _files.Owner(_store);
        await LookAsync(owner, Noon);
        _files.Code(FilesInFolder.Version(4));
        _files.Clients("clients: [{ id: acme");

        var broken = Assert.IsType<FilesState.ReleaseOnly>(await LookAsync(owner, Noon));

        Assert.Equal(4, broken.LastGoodCode!.Version);
        Assert.Equal("acme", Assert.Single(broken.LastGoodClients!.Clients).Id);
        Assert.StartsWith("clients.yaml:1:", Assert.Single(broken.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_good_version_survives_a_restart()
    {
        _files.Good();
        await LookAsync(_files.Owner(_store), Noon);
        _files.Code("version: [");

        var broken = Assert.IsType<FilesState.ReleaseOnly>(await LookAsync(_files.Owner(_store), Noon));

        Assert.Equal(3, broken.LastGoodCode!.Version);
    }

    [Fact]
    public async Task Without_a_good_version_there_is_nothing_to_go_by()
    {
        _files.Code("version: [");
        _files.Clients("");

        var broken = Assert.IsType<FilesState.ReleaseOnly>(await LookAsync(_files.Owner(_store), Noon));

        Assert.Null(broken.LastGoodCode);
        Assert.Null(broken.LastGoodClients);
        Assert.Contains(broken.Problems, p => p.StartsWith("code.yaml:", StringComparison.Ordinal));
        Assert.Contains(broken.Problems, p => p.StartsWith("clients.yaml:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_file_is_a_broken_one_and_may_come_back()
    {
        _files.Good();
        var owner = _files.Owner(_store);
        await LookAsync(owner, Noon);
        File.Delete(_files.CodePath);

        var missing = Assert.IsType<FilesState.ReleaseOnly>(await LookAsync(owner, Noon));
        Assert.Equal(3, missing.LastGoodCode!.Version);
        Assert.Contains("the file is not there", Assert.Single(missing.Problems), StringComparison.Ordinal);

        _files.Good();
        Assert.IsType<FilesState.Good>(await LookAsync(owner, Noon));
    }

    [Fact]
    public async Task A_file_that_is_no_UTF_8_names_the_place()
    {
        _files.Good();
        byte[] bytes = [.. "version: 3\nowner: "u8, 0xB1, .. "\n"u8];
        await File.WriteAllBytesAsync(_files.CodePath, bytes, Token);

        var broken = Assert.IsType<FilesState.ReleaseOnly>(await LookAsync(_files.Owner(_store), Noon));

        Assert.Equal("code.yaml:2:8: error: a letter here is not saved as UTF-8 -> save the file as UTF-8 in the editor", Assert.Single(broken.Problems));
    }

    [Fact]
    public async Task A_version_comes_into_force_at_midnight_of_its_day_in_her_zone()
    {
        _files.Good();
        var owner = _files.Owner(_store);
        await LookAsync(owner, Noon);
        _files.Code(FilesInFolder.Version(4, "2026-12-01"));
        var midnight = new LocalDate(2026, 12, 1).AtStartOfDayInZone(DateTimeZoneProviders.Tzdb["Europe/Warsaw"]).ToInstant();

        Assert.Equal(3, Assert.IsType<FilesState.Good>(await LookAsync(owner, midnight - Duration.FromSeconds(1))).Code.Version);
        Assert.Equal(4, Assert.IsType<FilesState.Good>(await LookAsync(owner, midnight)).Code.Version);
    }

    [Fact]
    public async Task The_version_before_stays_in_force_after_a_restart_and_after_an_edit_of_the_coming_one()
    {
        _files.Good();
        await LookAsync(_files.Owner(_store), Noon);
        _files.Code(FilesInFolder.Version(4, "2026-12-01"));
        await LookAsync(_files.Owner(_store), Noon + Duration.FromHours(1));
        _files.Code(FilesInFolder.Version(4, "2026-12-02"));

        var state = Assert.IsType<FilesState.Good>(await LookAsync(_files.Owner(_store), Noon + Duration.FromHours(2)));

        Assert.Equal(3, state.Code.Version);
        Assert.Empty(state.Warnings);
    }

    [Fact]
    public async Task A_coming_version_that_breaks_leaves_the_one_in_force()
    {
        _files.Good();
        var owner = _files.Owner(_store);
        await LookAsync(owner, Noon);
        _files.Code(FilesInFolder.Version(4, "2026-12-01"));
        await LookAsync(owner, Noon + Duration.FromHours(1));
        _files.Code("version: [");

        var before = Assert.IsType<FilesState.ReleaseOnly>(await LookAsync(owner, Noon + Duration.FromHours(2)));
        var after = Assert.IsType<FilesState.ReleaseOnly>(await LookAsync(owner, Noon + Duration.FromDays(10)));

        Assert.Equal(3, before.LastGoodCode!.Version);
        Assert.Equal(4, after.LastGoodCode!.Version);
    }

    [Fact]
    public async Task A_coming_version_with_none_before_it_is_used_at_once_with_a_warning()
    {
        _files.Code(FilesInFolder.Version(1, "2026-12-01"));
        _files.Clients(FilesInFolder.OneClient);

        var state = Assert.IsType<FilesState.Good>(await LookAsync(_files.Owner(_store), Noon));

        Assert.Equal(1, state.Code.Version);
        Assert.StartsWith("code.yaml:2:12: warning: version 1 is in force from 2026-12-01 only", Assert.Single(state.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dead_store_is_told_to_the_caller_and_what_could_not_be_kept_is_kept_at_the_next_look()
    {
        _files.Good();
        var owner = _files.Owner(_store);
        _store.FailOnSave = new IOException("no space");

        await Assert.ThrowsAsync<IOException>(() => LookAsync(owner, Noon));

        _store.FailOnSave = null;
        Assert.IsType<FilesState.Good>(await LookAsync(owner, Noon));
        Assert.Equal(2, _store.Saves);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<FilesState> LookAsync(OwnerFiles owner, Instant now) => owner.LookAsync(now, Token);
}
