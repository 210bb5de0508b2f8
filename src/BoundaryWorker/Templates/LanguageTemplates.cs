using BoundaryWorker.Core.Replies;

namespace BoundaryWorker.Templates;

/// <summary>All templates of one language: hers, and the built-in ones beneath, each as text and as HTML.</summary>
internal sealed class LanguageTemplates
{
    private const string Layout = "layout";

    private readonly (LiquidSandbox Text, LiquidSandbox Html, IReadOnlySet<string> OwnHtml) _hers;
    private readonly (LiquidSandbox Text, LiquidSandbox Html, IReadOnlySet<string> OwnHtml) _builtIn;

    private LanguageTemplates(LanguageTexts texts, TextFiles files, List<string> findings)
    {
        Texts = texts;
        _builtIn = Sandboxes(files.BuiltIn, files, []);
        _hers = Sandboxes(p => files.OwnFile(p) ?? files.BuiltIn(p), files, findings);
    }

    /// <summary>Its words beside the templates.</summary>
    public LanguageTexts Texts { get; }

    /// <summary>Reads a language; null where it is not whole, which is a finding.</summary>
    public static LanguageTemplates? Read(string language, TextFiles files, List<string> findings)
    {
        var path = $"{language}/texts.yaml";
        var texts = files.OwnFile(path) is { } own ? LanguageFile.Read(language, own, path, findings) : null;
        texts ??= files.BuiltIn(path) is { } builtIn ? LanguageFile.Read(language, builtIn, path, findings) : null;
        if (texts is null)
        {
            findings.Add($"{language}: has no texts.yaml that can be used, so this language is not used. Copy that of en and translate it.");
            return null;
        }

        var missing = TemplateNames.All.Where(n => files.OwnFile($"{language}/{n}.txt.liquid") is null && files.BuiltIn($"{language}/{n}.txt.liquid") is null).ToList();
        if (missing.Count > 0)
        {
            findings.Add($"{language}: is not used, since these texts are missing: {string.Join(", ", missing.Select(m => $"{m}.txt.liquid"))}. Copy them from en and translate them.");
            return null;
        }

        return new(texts, files, findings);
    }

    /// <summary>Hers; where it fails, the built-in one; null where that fails too or there is none.</summary>
    public string? Render(string name, IReadOnlyDictionary<string, object?> data, bool html) =>
        Attempt(_hers, name, data, html) ?? Attempt(_builtIn, name, data, html);

    private (LiquidSandbox Text, LiquidSandbox Html, IReadOnlySet<string> OwnHtml) Sandboxes(Func<string, string?> read, TextFiles files, List<string> findings)
    {
        var text = new Dictionary<string, string>();
        var html = new Dictionary<string, string>();
        var ownHtml = new HashSet<string>();
        foreach (var name in TemplateNames.In(files, Texts.Language))
        {
            if (Source(read, name, "txt") is { } txt)
            {
                text[name] = TemplateSource.Prepare(txt, Texts.BoundWords, encode: false);
                html[name] = TemplateSource.Prepare(txt, Texts.BoundWords, encode: true);
            }

            if (Source(read, name, "html") is { } markup)
            {
                html[name] = TemplateSource.Prepare(markup, Texts.BoundWords, encode: false);
                ownHtml.Add(name);
            }
        }

        return (Parsed(text, false, files, findings), Parsed(html, true, files, findings), ownHtml);
    }

    private string? Source(Func<string, string?> read, string name, string kind) =>
        read($"{Texts.Language}/{name}.{kind}.liquid") ?? read($"{TextFiles.Shared}/{name}.{kind}.liquid");

    /// <summary>One that cannot be parsed is replaced by the built-in one before anything can include it.</summary>
    private LiquidSandbox Parsed(Dictionary<string, string> sources, bool html, TextFiles files, List<string> findings)
    {
        var sandbox = new LiquidSandbox(Texts, sources, html);
        foreach (var (name, source) in sources.ToList())
        {
            if (sandbox.Parse(name, source) is not { } error)
            {
                continue;
            }

            var finding = $"{Texts.Language}/{name}: cannot be read as a template: {error.TrimEnd('.', '\n')}. The built-in text is used until this is mended.";
            if (!findings.Contains(finding))
            {
                findings.Add(finding);
            }

            sources.Remove(name);
            if (Source(files.BuiltIn, name, html ? "html" : "txt") is { } markup)
            {
                sources[name] = TemplateSource.Prepare(markup, Texts.BoundWords, encode: false);
            }
            else if (html && Source(files.BuiltIn, name, "txt") is { } txt)
            {
                sources[name] = TemplateSource.Prepare(txt, Texts.BoundWords, encode: true);
            }

            if (sources.TryGetValue(name, out var builtIn))
            {
                sandbox.Parse(name, builtIn);
            }
        }

        return sandbox;
    }

    private string? Attempt((LiquidSandbox Text, LiquidSandbox Html, IReadOnlySet<string> OwnHtml) set, string name, IReadOnlyDictionary<string, object?> data, bool html)
    {
        var sandbox = html ? set.Html : set.Text;
        if (!sandbox.Has(name))
        {
            return null;
        }

        try
        {
            var rendered = sandbox.Render(name, data);
            return html ? InLayout(sandbox, set.OwnHtml.Contains(name) ? rendered : TextParagraphs.ToHtml(rendered), data) : TextParagraphs.Tidy(rendered);
        }
#pragma warning disable CA1031 // A template may fail in any way there is; the built-in one is what remains, and `check` tells her.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private string InLayout(LiquidSandbox sandbox, string body, IReadOnlyDictionary<string, object?> data) => sandbox.Render(
        Layout,
        new Dictionary<string, object?>(data) { ["language"] = Texts.Language, ["title"] = data.GetValueOrDefault("title") ?? data.GetValueOrDefault("owner"), ["body"] = body });
}
