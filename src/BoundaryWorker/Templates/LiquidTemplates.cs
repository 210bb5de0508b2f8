using BoundaryWorker.Core.Replies;

namespace BoundaryWorker.Templates;

/// <summary>
/// The texts as Liquid templates (Fluid): those built in, and the owner's over them by the same name. One that cannot be parsed or fails while it is
/// written falls back to the built-in one, so that a slip in a text never silences a reply.
/// </summary>
public sealed class LiquidTemplates : ITemplates
{
    private readonly Dictionary<string, LanguageTemplates> _languages = [];
    private readonly List<string> _findings = [];

    private LiquidTemplates(string? folder)
    {
        var files = TextFiles.Read(folder, _findings);
        foreach (var language in files.Languages.Order(StringComparer.Ordinal))
        {
            if (LanguageTemplates.Read(language, files, _findings) is { } templates)
            {
                _languages[language] = templates;
            }
        }

        Languages = _languages.ToDictionary(l => l.Key, l => l.Value.Texts);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, LanguageTexts> Languages { get; }

    /// <summary>What is wrong with the owner's texts, one sentence each, with the file and what is done instead; empty where all is well.</summary>
    public IReadOnlyList<string> Findings => _findings;

    /// <summary>Reads the texts.</summary>
    /// <param name="folder">The owner's folder (setting <c>Files.Templates</c>), or null for the built-in texts alone. Never throws for what is in it.</param>
    public static LiquidTemplates Load(string? folder = null) => new(folder);

    /// <summary>The findings of a folder, for <c>check</c>.</summary>
    public static IReadOnlyList<string> Check(string folder) => Load(folder).Findings;

    /// <inheritdoc/>
    public string? Render(string template, string language, IReadOnlyDictionary<string, object?> data, bool html) =>
        _languages.GetValueOrDefault(language)?.Render(template, data, html);
}
