using BoundaryWorker.Core.Code;

namespace BoundaryWorker.Core.Replies;

/// <summary>The language of a reply: the client's by clients.yaml, else that of the message if it is one of hers, else her first.</summary>
internal static class ReplyLanguage
{
    /// <summary>The wording of that language; of those wished the first there are texts for, English at last.</summary>
    public static Wording Of(ReplyRequest request, ITemplates templates)
    {
        var owner = request.Code.Owner;
        var told = request.Classification.Language;
        var wished = new[] { request.Client?.Language, told is not null && owner.Languages.Any(l => Base(l) == Base(told)) ? told : null };
        return Of([.. wished.OfType<string>(), .. owner.Languages], templates);
    }

    /// <summary>The wording of the first of those languages there are texts for.</summary>
    public static Wording Of(IReadOnlyList<string> wished, ITemplates templates)
    {
        foreach (var tag in wished)
        {
            if (templates.Languages.GetValueOrDefault(tag.ToLowerInvariant()) is { } exact)
            {
                return new(exact, tag);
            }

            if (templates.Languages.GetValueOrDefault(Base(tag)) is { } near)
            {
                return new(near, tag);
            }
        }

        return new(templates.Languages.GetValueOrDefault("en") ?? templates.Languages.Values.First(), "en");
    }

    /// <summary>Which language a text of hers is taken in: that one, else its base, else hers in order, else the first there is.</summary>
    public static string InWhich(LocalizedText text, string language, Owner owner) =>
        new[] { language, Base(language) }.Concat(owner.Languages).FirstOrDefault(text.ByLanguage.ContainsKey) ?? text.ByLanguage.Keys.First();

    /// <summary><c>en-US</c> gives <c>en</c>.</summary>
    private static string Base(string tag) => tag.Split('-')[0].ToLowerInvariant();
}
