using System.Globalization;
using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Digests;
using BoundaryWorker.Core.Replies;
using CsCheck;
using NodaTime;

namespace BoundaryWorker.Tests.Replies;

/// <summary>What holds of every reply and digest, whatever the mail has in its subject and names.</summary>
public sealed class AnyReplyTests
{
    private static readonly string[] Nasty =
    [
        "\r\nBcc: all@victim.example", "\n\n<script>alert(1)</script>", "{{ owner }}", "{% include \"urgent\" %}", "{{", "{%", "\0", "\u202E", "\u2029", "\uD800", "a\u0301\u0301", "Auto: ",
        "Re: ", "ąęłóżź", "👩‍👩‍👧", "\"", "<b>", "&amp;", "=?utf-8?q?x?=",
    ];

    /// <summary>voice.md: what never stands in a text of ours.</summary>
    private static readonly string[] NeverSaid =
        ["breach", "violation", "not allowed", "unfortunately", "you should have", "as stated", "please note", "naruszen", "narusz", "niestety", "przepraszam", "niedozwol", "!!", "sorry"];

    private static readonly Gen<string> Hostile = Gen.OneOf<string>(Gen.String, Gen.OneOf<string>(Nasty), Gen.String[Gen.Char['a', 'z'], 0, 20]).List[0, 8].Select(string.Concat);

    private static readonly Gen<ReplyRequest> Requests = Gen.Select(
        Gen.Select(Hostile, Hostile, Gen.Enum<AnswerKind>()),
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3], Gen.Bool),
        Gen.Select(Gen.OneOf<string?>("pl", "en", "en-US", null), Gen.Enum<AddressForm>(), Gen.OneOf<string>("UTC", "America/New_York", "Asia/Kolkata", "Etc/GMT-5"), Gen.Int[0, 60 * 24 * 14]),
        (mail, past, how) => Request(mail, past, how));

    [Fact]
    public void C5_C8_no_header_can_be_added_and_there_is_one_To_and_the_marker() => Requests.Sample(request =>
    {
        var reply = Studio.Compose(request);

        var values = reply.Headers.Select(h => h.Value).Concat([reply.Subject, reply.From.DisplayName, reply.To.DisplayName, reply.To.Bare, reply.From.Bare, reply.MessageId, reply.InReplyTo ?? "", .. reply.References]);
        return values.All(v => !v.Any(char.IsControl) && !v.Any(c => char.IsSurrogate(c) && !IsPaired(v)))
            && reply.To.Bare == Studio.Jane.Bare
            && !Studio.Owner.Owns(reply.To)
            && MarkerFields.TryParse(reply.Headers.Single(h => h.Name == Marker.Header).Value) is { Kind: "reply" }
            && reply.Headers.Single(h => h.Name == "Auto-Submitted").Value == "auto-replied"
            && new StringInfo(reply.Subject).LengthInTextElements <= ReplySubject.MaxCharacters;
    });

    [Fact]
    public void C8_nothing_of_a_template_is_left_over_and_nothing_from_mail_is_in_the_text() => Requests.Sample(request =>
    {
        var reply = Studio.Compose(request);

        return new[] { reply.Text, reply.Html! }.All(t => !t.Contains("{{", StringComparison.Ordinal) && !t.Contains("{%", StringComparison.Ordinal) && !t.Contains("<script", StringComparison.Ordinal) && !t.Contains("victim", StringComparison.Ordinal))
            && reply.Text.Split('\n').All(l => l == l.TrimEnd(' '))
            && !reply.Text.Contains("\n\n\n", StringComparison.Ordinal)
            && !reply.Text.Contains("  ", StringComparison.Ordinal)
            && !reply.Text.Contains("..", StringComparison.Ordinal);
    });

    [Fact]
    public void No_text_of_ours_blames_apologises_or_speaks_of_today() => Requests.Sample(request =>
    {
        var own = Studio.Compose(request).Text;

        return !NeverSaid.Append(" dziś").Append(" jutro").Append(" today").Append(" tomorrow").Any(w => own.Contains(w, StringComparison.OrdinalIgnoreCase));
    });

    [Fact]
    public void A_subject_is_data_in_the_digest() => Hostile.Sample(text =>
    {
        var item = new DigestItem { Sender = "jane@acme.example", Client = "Acme", Subject = "x{{ 7 | times: 6 }}<script>" + text, Received = Studio.At("2026-11-23 20:00"), Until = Studio.At("2026-11-24 09:00") };
        var facts = new DigestFacts { Day = new(2026, 11, 24), Now = Studio.At("2026-11-24 08:45"), Mode = Mode.Enforce, Held = [item] };

        var digest = DigestComposer.Compose(facts, Studio.Owner, Studio.Owner.MainAddress, Studio.Installation, Studio.Templates).Message!;

        return digest.Text.Contains("x{{ 7 | times: 6 }}<script>", StringComparison.Ordinal)
            && digest.Html!.Contains("x{{ 7 | times: 6 }}&lt;script&gt;", StringComparison.Ordinal)
            && !digest.Html.Contains("<script", StringComparison.Ordinal)
            && !digest.Subject.Any(char.IsControl)
            && !digest.Html.Contains("http", StringComparison.Ordinal);
    });

    private static bool IsPaired(string text) => !text.EnumerateRunes().Any(r => r.Value == 0xFFFD);

    private static ReplyRequest Request((string Subject, string Name, AnswerKind Kind) mail, (int Ever, int Used, bool Held) past, (string? Language, AddressForm Form, string Zone, int Minutes) how)
    {
        var client = Studio.Client(c => c with { Language = how.Language, Form = how.Form, Zone = DateTimeZoneProviders.Tzdb[how.Zone] });
        var now = Studio.Local("2026-11-20 15:00").PlusMinutes(how.Minutes).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var request = Studio.Request(mail.Kind, now, client: client, rules: past.Held ? ["1.1", "2.1"] : ["1.1"], held: past.Held);
        return request with
        {
            Message = request.Message with { Subject = mail.Subject, From = [Studio.Jane with { DisplayName = mail.Name }], MessageId = mail.Name + "@x", References = [mail.Subject] },
            History = new() { RepliesToClientEver = past.Ever, UrgentUsed = past.Used },
        };
    }
}
