using System.Text;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace BoundaryWorker.Templates;

/// <summary>What <c>include</c> can reach: the prepared templates of one language and nothing else.</summary>
/// <param name="sources">Name without ending to source.</param>
internal sealed class TemplateFolder(IReadOnlyDictionary<string, string> sources) : IFileProvider
{
    /// <inheritdoc/>
    public IFileInfo GetFileInfo(string subpath)
    {
        var name = subpath.EndsWith(".liquid", StringComparison.Ordinal) ? subpath[..^".liquid".Length] : subpath;
        return sources.TryGetValue(name, out var source) ? new Template(name, Encoding.UTF8.GetBytes(source)) : new NotFoundFileInfo(subpath);
    }

    /// <inheritdoc/>
    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    /// <inheritdoc/>
    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private sealed class Template(string name, byte[] bytes) : IFileInfo
    {
        public bool Exists => true;

        public bool IsDirectory => false;

        public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;

        public long Length => bytes.Length;

        public string Name => name;

        public string? PhysicalPath => null;

        public Stream CreateReadStream() => new MemoryStream(bytes, writable: false);
    }
}
