using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using BoundaryWorker.Core.Replies;
using Fluid;
using Fluid.Values;

namespace BoundaryWorker.Templates;

/// <summary>
/// The templates of one language for one kind of part, parsed, in a sandbox: data and own partials only, so many steps, so many characters. No member of
/// any .NET type can be read.
/// </summary>
internal sealed class LiquidSandbox
{
    private const int MaxSteps = 50_000;
    private const int MaxDepth = 12;
    private const int MaxText = 600_000;

    // A value that is put together in a template is a phrase; growing it in a loop is how a template eats the memory.
    private const int MaxValue = 4_000;

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly string[] LinkSchemes = ["https", "http", "mailto", "tel"];

    private readonly FluidParser _parser = new();
    private readonly TemplateOptions _options;
    private readonly bool _html;
    private readonly Dictionary<string, IFluidTemplate> _templates = [];

    /// <summary>Makes the sandbox; <see cref="Parse"/> fills it.</summary>
    public LiquidSandbox(LanguageTexts texts, IReadOnlyDictionary<string, string> sources, bool html)
    {
        _html = html;
        _options = new TemplateOptions
        {
            MaxSteps = MaxSteps,
            MaxRecursion = MaxDepth,
            CultureInfo = CultureInfo.InvariantCulture,
            FileProvider = new TemplateFolder(sources),
            StrictFilters = true,
            Assigned = (_, value, _) => Checked(value),
            Captured = (_, value, _) => Checked(value),
        };
        _options.Filters.AddFilter("plural", (input, arguments, _) => new ValueTask<FluidValue>(StringValue.Create(
            Plurals.Of(texts.Plural, (long)input.ToNumberValue(), [.. arguments.Values.Select(v => v.ToStringValue())]))));
        _options.Filters.AddFilter("link", (input, _, _) => new ValueTask<FluidValue>(Link(input.ToStringValue())));
        // Fluid's own can multiply two long texts before anything checks the result.
        _options.Filters.AddFilter("replace", (input, arguments, _) => Checked(StringValue.Create(
            Short(input).Replace(Short(arguments.At(0)), Short(arguments.At(1)), StringComparison.Ordinal))));
    }

    /// <summary>The error in the language of Liquid, or null.</summary>
    public string? Parse(string name, string source)
    {
        if (TemplateSource.NotAllowed(source) is { } reason)
        {
            return reason;
        }

        if (!_parser.TryParse(source, out var template, out var error))
        {
            return error;
        }

        _templates[name] = template;
        return null;
    }

    /// <summary>Whether it is there.</summary>
    public bool Has(string name) => _templates.ContainsKey(name);

    /// <summary>Renders; throws what the template throws.</summary>
    public string Render(string name, IReadOnlyDictionary<string, object?> data)
    {
        var context = new TemplateContext(_options);
        foreach (var (key, value) in data)
        {
            context.SetValue(key, FluidValue.Create(value, _options));
        }

        using var writer = new LimitedWriter(MaxText);
        var rendering = _templates[name].RenderAsync(writer, _html ? Html : NullEncoder.Default, context);
        // Nothing in here waits: the files are in memory.
        rendering.AsTask().GetAwaiter().GetResult();
        return writer.ToString();
    }

    private static string Short(FluidValue value) => value.ToStringValue() is var text && text.Length <= MaxValue
        ? text
        : throw new TemplateLimitException($"a value grows over {MaxValue} characters");

    private static ValueTask<FluidValue> Checked(FluidValue value)
    {
        if (value is StringValue)
        {
            Short(value);
        }

        return new(value);
    }

    /// <summary>In HTML an anchor, where it is an address that is safe to follow; in text what it is.</summary>
    private StringValue Link(string target)
    {
        var href = target.Contains('@', StringComparison.Ordinal) && !target.Contains(':', StringComparison.Ordinal) ? $"mailto:{target}"
            : target.StartsWith('+') ? $"tel:{string.Concat(target.Where(c => char.IsAsciiDigit(c) || c == '+'))}"
            : target;
        return _html && Uri.TryCreate(href, UriKind.Absolute, out var uri) && LinkSchemes.Contains(uri.Scheme)
            ? new StringValue($"<a href=\"{Html.Encode(href)}\">{Html.Encode(target)}</a>", encode: false)
            : StringValue.Create(target);
    }
}
