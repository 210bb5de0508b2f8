using System.Security.Cryptography;
using System.Text;
using BoundaryWorker.Pipeline.Ports;
using BoundaryWorker.Store.Rows;

namespace BoundaryWorker.Store;

/// <content>The last good versions of her files.</content>
public sealed partial class SqliteLedger
{
    /// <inheritdoc/>
    public Task SaveGoodAsync(GoodFile file, CancellationToken token) => WriteAsync(
        session => session.ExecuteAsync(
            """
            insert into good_files (kind, source, version, digest, effective, text, saved_at, read_at)
            values (@Kind, @Source, @Version, @Digest, @Effective, @Text, @At, @At)
            on conflict (kind, source, version, digest) do update set read_at = excluded.read_at
            """,
            new
            {
                file.Kind,
                file.Source,
                file.Version,
                Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Text))),
                Effective = file.Effective is { } day ? Stored.Of(day) : null,
                file.Text,
                At = Stored.Of(file.SavedAt),
            }),
        token);

    /// <inheritdoc/>
    public Task<IReadOnlyList<GoodFile>> GoodVersionsAsync(string kind, string source, CancellationToken token) => ReadAsync<IReadOnlyList<GoodFile>>(
        async session => [.. (await session.QueryAsync<GoodFileRow>(
            """
            select kind as Kind, source as Source, version as Version, effective as Effective, text as Text, saved_at as SavedAt
            from good_files where kind = @Kind and source = @Source order by read_at desc, seq desc
            """,
            new { Kind = kind, Source = source })).Select(r => r.ToFile())],
        token);

    private sealed class GoodFileRow
    {
        public string Kind { get; init; } = "";

        public string Source { get; init; } = "";

        public long Version { get; init; }

        public string? Effective { get; init; }

        public string Text { get; init; } = "";

        public long SavedAt { get; init; }

        public GoodFile ToFile() => new(Kind, (int)Version, Effective is null ? null : Stored.Day(Effective), Text, Stored.At(SavedAt), Source);
    }
}
