using BoundaryWorker.Templates;

namespace BoundaryWorker.AdapterTests.Templates;

/// <summary>Texts of the owner's own folder, real files: they win, and where they fail the built-in ones stand in and she is told.</summary>
public sealed class OwnTemplatesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("texts").FullName;

    private static Dictionary<string, object?> Data => new() { ["owner"] = "Studio <Example>", ["form"] = "neutral", ["body"] = "b", ["remedy"] = "" };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_of_the_same_name_wins_in_text_and_HTML_and_its_partials_too()
    {
        Write("pl/notice.txt.liquid", "{% include \"greeting\" %}\n\n1 < 2 & w {{ owner }}");
        Write("pl/greeting.txt.liquid", "Witam,");
        var templates = LiquidTemplates.Load(_folder);

        Assert.Empty(templates.Findings);
        Assert.Equal("Witam,\n\n1 < 2 & w\u00a0Studio <Example>\n", templates.Render("notice", "pl", Data, html: false));
        Assert.Contains("<p>Witam,</p>\n<p>1 &lt; 2 &amp; w\u00a0Studio &lt;Example&gt;</p>", templates.Render("notice", "pl", Data, html: true), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{% if owner %}never closed")]
    [InlineData("{{ owner | nosuchfilter }}")]
    [InlineData("{% for i in (1..2000000000) %}x{% endfor %}")]
    [InlineData("{% include \"../../../etc/passwd\" %}")]
    [InlineData("{% include \"notice\" %}")]
    [InlineData("{% assign a = \"aaaaaaaaaa\" %}{% for x in many %}{% assign a = a | append: a %}{% endfor %}{{ a }}")]
    [InlineData("{% for x in many %}{% for y in many %}{% for z in many %}xxxxxxxxxxxxxxxx{% endfor %}{% endfor %}{% endfor %}")]
    public void A_template_that_cannot_be_used_is_replaced_by_the_built_in_one(string broken)
    {
        var data = new Dictionary<string, object?>(Data) { ["many"] = Enumerable.Range(0, 200).Cast<object?>().ToList() };
        var expected = LiquidTemplates.Load().Render("notice", "pl", data, html: false);
        Write("pl/notice.txt.liquid", broken);

        Assert.Equal(expected, LiquidTemplates.Load(_folder).Render("notice", "pl", data, html: false));
    }

    [Fact]
    public void No_member_of_a_dotnet_type_can_be_read()
    {
        Write("pl/notice.txt.liquid", "[{{ version.Major }}{{ owner.Length }}{{ version.GetType }}]");

        Assert.Equal("[]\n", LiquidTemplates.Load(_folder).Render("notice", "pl", new Dictionary<string, object?> { ["owner"] = "x", ["version"] = new Version(1, 2) }, html: false));
    }

    [Fact]
    public void Check_names_the_file_and_what_is_done()
    {
        Write("pl/notice.txt.liquid", "{% if %}");
        Write("pl/letter.docx", "x");
        Write("de/texts.yaml", "plural: many\nweekdays: [Montag]\n");

        var findings = LiquidTemplates.Check(_folder);

        Assert.Contains(findings, f => f.StartsWith("pl/notice", StringComparison.Ordinal) && f.Contains("built-in text is used", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.StartsWith("pl/letter.docx", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.StartsWith("de/texts.yaml: 'plural' must be one of", StringComparison.Ordinal));
        Assert.DoesNotContain("de", LiquidTemplates.Load(_folder).Languages.Keys);
        Assert.NotEmpty(LiquidTemplates.Check(Path.Combine(_folder, "nowhere")));
    }

    [Fact]
    public void A_further_language_is_a_folder()
    {
        var texts = Path.Combine(Source(), "en");
        foreach (var file in Directory.GetFiles(texts))
        {
            Write($"de/{Path.GetFileName(file)}", File.ReadAllText(file).Replace("Hello,", "Guten Tag,", StringComparison.Ordinal));
        }

        var templates = LiquidTemplates.Load(_folder);

        Assert.Empty(templates.Findings);
        Assert.StartsWith("Guten Tag,", templates.Render("notice", "de", Data, html: false), StringComparison.Ordinal);
    }

    private static string Source()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BoundaryWorker.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the clone.");
        }

        return Path.Combine(folder.FullName, "src", "BoundaryWorker", "Texts");
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
