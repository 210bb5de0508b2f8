using BoundaryWorker.Core.Replies;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace BoundaryWorker.Templates;

/// <summary><c>texts.yaml</c> of a language, as written.</summary>
internal sealed class LanguageFile
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking().Build();

    private static readonly Dictionary<string, PluralRule> PluralRules = new()
    {
        ["none"] = PluralRule.NoForms,
        ["one-other"] = PluralRule.OneOther,
        ["zero-one-other"] = PluralRule.ZeroOneOther,
        ["polish"] = PluralRule.Polish,
        ["east-slavic"] = PluralRule.EastSlavic,
        ["czech"] = PluralRule.Czech,
    };

    public string Plural { get; set; } = "";

    public List<string> Weekdays { get; set; } = [];

    public List<string> WeekdaysOn { get; set; } = [];

    public List<string> WeekdaysFor { get; set; } = [];

    public List<string> Months { get; set; } = [];

    public string Date { get; set; } = "";

    public string DateOfOtherYear { get; set; } = "";

    public string Moment { get; set; } = "";

    public string MomentInZone { get; set; } = "";

    public string Elsewhere { get; set; } = "";

    public string ElsewhereOtherDay { get; set; } = "";

    public string Zone { get; set; } = "";

    public string QuoteOpen { get; set; } = "";

    public string QuoteClose { get; set; } = "";

    public string SubjectPrefix { get; set; } = "";

    public string NoSubject { get; set; } = "";

    public string BoundWords { get; set; } = "";

    public List<string> TwelveHourClock { get; set; } = [];

    public Dictionary<string, string> Places { get; set; } = [];

    /// <summary>Reads a language.</summary>
    /// <param name="language">Its folder's name.</param>
    /// <param name="yaml">The file.</param>
    /// <param name="path">For the finding.</param>
    /// <param name="findings">What is wrong; then null is returned.</param>
    public static LanguageTexts? Read(string language, string yaml, string path, List<string> findings)
    {
        try
        {
            var file = Yaml.Deserialize<LanguageFile>(yaml) ?? new();
            var missing = file.Missing().ToList();
            findings.AddRange(missing.Select(m => $"{path}: {m} The language {language} is not used until this is mended."));
            return missing.Count == 0 ? file.Texts(language) : null;
        }
        catch (YamlException e)
        {
            findings.Add($"{path}, line {e.Start.Line}, column {e.Start.Column}: {e.InnerException?.Message ?? e.Message} The language {language} is not used until this is mended.");
            return null;
        }
    }

    private IEnumerable<string> Missing()
    {
        if (!PluralRules.ContainsKey(Plural))
        {
            yield return $"'plural' must be one of {string.Join(", ", PluralRules.Keys)}.";
        }

        foreach (var (name, list, count) in new[] { ("weekdays", Weekdays, 7), ("weekdays_on", WeekdaysOn, 7), ("weekdays_for", WeekdaysFor, 7), ("months", Months, 12) })
        {
            if (list.Count != count)
            {
                yield return $"'{name}' must have {count} names.";
            }
        }

        foreach (var (name, value) in Strings().Where(s => string.IsNullOrWhiteSpace(s.Value)))
        {
            yield return $"'{name}' is missing.";
        }
    }

    private (string Name, string Value)[] Strings() =>
    [
        ("date", Date),
        ("date_of_other_year", DateOfOtherYear),
        ("moment", Moment),
        ("moment_in_zone", MomentInZone),
        ("elsewhere", Elsewhere),
        ("elsewhere_other_day", ElsewhereOtherDay),
        ("zone", Zone),
        ("quote_open", QuoteOpen),
        ("quote_close", QuoteClose),
        ("subject_prefix", SubjectPrefix),
        ("no_subject", NoSubject),
    ];

    private LanguageTexts Texts(string language) => new()
    {
        Language = language,
        Plural = PluralRules[Plural],
        Weekdays = Weekdays,
        WeekdaysOn = WeekdaysOn,
        WeekdaysFor = WeekdaysFor,
        Months = Months,
        Date = Date,
        DateOfOtherYear = DateOfOtherYear,
        Moment = Moment,
        MomentInZone = MomentInZone,
        Elsewhere = Elsewhere,
        ElsewhereOtherDay = ElsewhereOtherDay,
        Zone = Zone,
        QuoteOpen = QuoteOpen,
        QuoteClose = QuoteClose,
        SubjectPrefix = SubjectPrefix,
        NoSubject = NoSubject,
        BoundWords = BoundWords,
        TwelveHourClock = [.. TwelveHourClock.Select(t => t.ToLowerInvariant())],
        Places = Places,
    };
}
