using System.Text.RegularExpressions;

namespace BoundaryWorker.Templates;

/// <summary>
/// The files of the texts: those built in, and over them those of the same name in the owner's folder (setting <c>Files.Templates</c>), which holds one
/// folder a language and perhaps <c>shared</c>. Read once; nothing else on the disk can be reached from a template.
/// </summary>
internal sealed partial class TextFiles
{
    /// <summary>The folder of what all languages have in common.</summary>
    public const string Shared = "shared";

    // A template is a page of text; what is longer is something else that got into the folder.
    private const long LongestFile = 64 * 1024;

    private const string ResourceRoot = "texts/";

    private readonly Dictionary<string, string> _builtIn;
    private readonly Dictionary<string, string> _own;

    private TextFiles(Dictionary<string, string> builtIn, Dictionary<string, string> own)
    {
        _builtIn = builtIn;
        _own = own;
    }

    /// <summary>All language folders, built in or hers.</summary>
    public IEnumerable<string> Languages => _builtIn.Keys.Concat(_own.Keys).Select(p => p.Split('/')[0]).Where(l => l != Shared).Distinct();

    /// <summary>All paths: <c>pl/reply-hours.first.txt.liquid</c>.</summary>
    public IEnumerable<string> Paths => _builtIn.Keys.Concat(_own.Keys).Distinct();

    /// <summary>Reads the built-in files and those of <paramref name="folder"/>.</summary>
    /// <param name="folder">Hers, or null for none. One that is missing or cannot be read is a finding.</param>
    /// <param name="findings">What is wrong, in her words.</param>
    public static TextFiles Read(string? folder, List<string> findings) => new(BuiltIn(), folder is null ? [] : OwnFiles(folder, findings));

    /// <summary>The built-in file of that path, or null.</summary>
    public string? BuiltIn(string path) => _builtIn.GetValueOrDefault(path);

    /// <summary>Her file of that path, or null.</summary>
    public string? OwnFile(string path) => _own.GetValueOrDefault(path);

    private static Dictionary<string, string> BuiltIn()
    {
        var assembly = typeof(TextFiles).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(ResourceRoot, StringComparison.Ordinal))
            .ToDictionary(n => n[ResourceRoot.Length..].Replace('\\', '/'), n => Text(assembly.GetManifestResourceStream(n)!));
    }

    private static string Text(Stream stream)
    {
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static Dictionary<string, string> OwnFiles(string folder, List<string> findings)
    {
        var files = new Dictionary<string, string>();
        try
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                var path = Path.GetRelativePath(folder, file).Replace('\\', '/');
                if (!Name().IsMatch(path))
                {
                    findings.Add($"{path}: is no text of this program and is passed over. Texts are called LANGUAGE/NAME.txt.liquid, LANGUAGE/NAME.html.liquid or LANGUAGE/texts.yaml.");
                }
                else if (new FileInfo(file).Length > LongestFile)
                {
                    findings.Add($"{path}: is longer than {LongestFile / 1024} KB and is passed over; the built-in text is used.");
                }
                else
                {
                    files[path] = File.ReadAllText(file).ReplaceLineEndings("\n");
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add($"{folder}: the folder of texts cannot be read ({e.Message}); the built-in texts are used. Correct Files.Templates in appsettings.json or the folder's rights.");
        }

        return files;
    }

    [GeneratedRegex(@"^[a-z]{2,3}(-[a-z0-9]+)*/(texts\.yaml|[a-z0-9.-]+\.(txt|html)\.liquid)$|^shared/[a-z0-9.-]+\.(txt|html)\.liquid$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
