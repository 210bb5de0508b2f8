using System.Globalization;
using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;
using BoundaryWorker.Core.Replies;
using NodaTime;

namespace BoundaryWorker.Tests.Replies;

/// <summary>replies.md C, line by line, on the composed message.</summary>
public sealed class ReplyComposerTests
{
    [Fact]
    public void C1_goes_to_the_author_with_the_display_name_whatever_Sender_and_return_path_say()
    {
        var request = Studio.Request();
        request = request with { Message = request.Message with { Sender = new("other", "acme.example"), ReversePath = new(ReversePathState.Address, new("bounce", "acme.example")) } };

        var reply = Studio.Compose(request);

        Assert.Equal(Studio.Jane.Bare, reply.To.Bare);
        Assert.Equal(Studio.Jane.DisplayName, reply.To.DisplayName);
    }

    [Fact]
    public void C1_an_answer_to_anybody_but_the_author_is_not_written()
    {
        var request = Studio.Request();
        request = request with { Message = request.Message with { From = [new("john", "acme.example")] } };

        Assert.Null(ReplyComposer.Compose(request, Studio.Templates).Message);
    }

    [Fact]
    public void C1_an_answer_to_an_address_of_hers_is_not_written()
    {
        var request = Studio.Request();
        var hers = new EmailAddress("ME+x", "studio.example");
        var answer = request.Decision.Reply.Answer! with { To = hers };
        request = request with { Message = request.Message with { From = [hers] }, Decision = request.Decision with { Reply = new(answer, []) } };

        Assert.Null(ReplyComposer.Compose(request, Studio.Templates).Message);
    }

    [Fact]
    public void C2_From_is_the_main_address_unless_a_sendable_alias_of_hers_is_given()
    {
        var request = Studio.Request();

        Assert.Equal("me@studio.example", Studio.Compose(request).From.Bare);
        Assert.Equal("tasks@studio.example", Studio.Compose(request with { FromAlias = new("tasks", "studio.example") }).From.Bare);
        Assert.Equal("me@studio.example", Studio.Compose(request with { FromAlias = new("somebody", "else.example") }).From.Bare);
    }

    [Fact]
    public void C3_MAIL_FROM_is_her_own_address_or_by_setting_the_null_path()
    {
        Assert.Equal("me@studio.example", Studio.Compose(Studio.Request()).EnvelopeFrom?.Bare);
        var nullPath = Studio.Code(c => c with { Replies = new() { NullPath = true } });
        Assert.Null(Studio.Compose(Studio.Request(code: nullPath)).EnvelopeFrom);
    }

    [Fact]
    public void C4_bears_the_marks_of_an_automatic_reply_and_our_marker()
    {
        var reply = Studio.Compose(Studio.Request(rules: ["1.1", "2.1"]));

        Assert.Equal("auto-replied", Header(reply, "Auto-Submitted"));
        Assert.Equal("All", Header(reply, "X-Auto-Response-Suppress"));
        Assert.DoesNotContain(reply.Headers, h => h.Name == "Precedence");
        var marker = MarkerFields.TryParse(Header(reply, Marker.Header));
        Assert.Equal(("reply", "test-1", "1.1,2.1"), (marker!.Kind, marker.Installation, string.Join(',', marker.Rules)));
        Assert.Equal(reply.MessageId, $"{marker.Key}@studio.example");
    }

    [Theory]
    [InlineData("Raport", "Auto: Raport")]
    [InlineData("Auto: Raport", "Auto: Raport")]
    [InlineData("Re: auto: Odp: Raport", "Auto: Re: Odp: Raport")]
    [InlineData("", "Auto: wiadomość dotarła")]
    [InlineData(" \t ", "Auto: wiadomość dotarła")]
    [InlineData("One\r\nBcc: all@victim.example", "Auto: One")]
    [InlineData("One\0two", "Auto: One")]
    [InlineData("One\u2028two", "Auto: One")]
    [InlineData("\u202Eone\u200Ftwo\ttab", "Auto: onetwo tab")]
    [InlineData("{{ owner }} {% raw %}", "Auto: {{ owner }} {% raw %}")]
    public void C5_the_subject_is_the_prefix_and_the_original(string original, string expected)
    {
        Assert.Equal(expected, ReplySubject.Of(original, "Auto: ", "wiadomość dotarła"));
    }

    [Fact]
    public void C5_the_subject_is_cut_in_characters_never_inside_one()
    {
        var family = "👩‍👩‍👧";

        var subject = ReplySubject.Of(string.Concat(Enumerable.Repeat(family, 300)), "Auto: ", "none");

        Assert.Equal(ReplySubject.MaxCharacters, new StringInfo(subject).LengthInTextElements);
        Assert.EndsWith(family + "…", subject, StringComparison.Ordinal);
    }

    [Fact]
    public void C5_one_character_cannot_carry_endless_marks()
    {
        Assert.InRange(ReplySubject.Of("a" + new string('\u0301', 100_000), "Auto: ", "none").Length, 7, 100);
    }

    [Fact]
    public void C5_the_prefix_is_hers_where_she_set_one()
    {
        var code = Studio.Code(c => c with { Replies = new() { SubjectPrefix = LocalizedText.Of("pl", "Odpowiedź:") } });

        Assert.Equal("Odpowiedź: Raport za listopad", Studio.Compose(Studio.Request(code: code)).Subject);
    }

    [Fact]
    public void C6_In_Reply_To_is_the_original_alone_and_References_its_chain()
    {
        var request = Studio.Request();
        var headers = new MailHeaders([new("References", "<root@a.example> <next@a.example>"), new("In-Reply-To", "<next@a.example>")]);

        var reply = Studio.Compose(request with { Message = request.Message with { Headers = headers, InReplyTo = ["next@a.example"] } });

        Assert.Equal("original-1@acme.example", reply.InReplyTo);
        Assert.Equal(["root@a.example", "next@a.example", "original-1@acme.example"], reply.References);
    }

    [Fact]
    public void C6_without_References_In_Reply_To_stands_for_them_and_without_a_Message_ID_there_is_nothing()
    {
        var request = Studio.Request();
        var message = request.Message with { InReplyTo = ["before@a.example"] };

        Assert.Equal(["before@a.example", "original-1@acme.example"], Studio.Compose(request with { Message = message }).References);
        foreach (var id in new[] { null, "", new string('x', 10_000) + "@a.example", "two words@a.example", "a\r\nBcc: b@c" })
        {
            var reply = Studio.Compose(request with { Message = message with { MessageId = id } });
            Assert.Null(reply.InReplyTo);
            Assert.Empty(reply.References);
        }
    }

    [Fact]
    public void C6_a_long_thread_keeps_its_root_and_its_end()
    {
        var request = Studio.Request();
        var ids = string.Join(' ', Enumerable.Range(0, 500).Select(i => $"<{i}@a.example>"));

        var references = Studio.Compose(request with { Message = request.Message with { Headers = new([new("References", ids)]) } }).References;

        Assert.Equal(("0@a.example", "499@a.example", "original-1@acme.example"), (references[0], references[^2], references[^1]));
        Assert.InRange(references.Count, 3, 25);
    }

    [Fact]
    public void C7_the_Message_ID_is_the_same_for_the_same_person_and_window_and_another_otherwise()
    {
        var request = Studio.Request();
        var same = Studio.Compose(request with { Message = request.Message with { Subject = "Another" }, History = new() { RepliesToClientEver = 4 } });
        var other = Studio.Compose(WithScope(request, "window:2026-11-23T16:00:00Z"));

        Assert.Equal(Studio.Compose(request).MessageId, same.MessageId);
        Assert.NotEqual(same.MessageId, other.MessageId);
        Assert.NotEqual(same.MessageId, Studio.Compose(request with { Installation = new("test-1", [9, 9]) }).MessageId);
        Assert.DoesNotContain("jane", same.MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public void C7_Date_is_the_given_instant_in_her_zone_and_there_is_an_HTML_part()
    {
        var request = Studio.Request();
        var reply = Studio.Compose(request);

        Assert.Equal(request.Now, reply.Date.ToInstant());
        Assert.Equal(Offset.FromHours(1), reply.Date.Offset);
        Assert.Contains("lang=\"pl\"", reply.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(reply.Headers, h => h.Name.Contains("Notification", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void C8_nothing_of_the_original_is_in_the_text_and_no_client_is_named()
    {
        foreach (var kind in Enum.GetValues<AnswerKind>())
        {
            var reply = Studio.Compose(Studio.Request(kind));
            foreach (var theirs in new[] { "A body that must never be quoted", "Raport", "Jane", "Acme" })
            {
                Assert.DoesNotContain(theirs, reply.Text, StringComparison.Ordinal);
                Assert.DoesNotContain(theirs, reply.Html, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void C9_a_rule_is_quoted_word_for_word_in_a_language_it_has()
    {
        var text = "Mój {hours}, a „w\u00a0domu”: 5 < 6 & o 7?";
        var code = Studio.Code(c => c with { Rules = [c.Rules[0] with { Text = LocalizedText.Of("pl", text) }] });

        var reply = Studio.Compose(Studio.Request(code: code, client: Studio.Client(c => c with { Language = "en" })));

        Assert.Contains("\"Mój od poniedziałku do czwartku 9:00–12:00 i 13:00–17:00, w piątki 9:00–15:00, a „w domu”: 5 < 6 & o 7?\"", reply.Text, StringComparison.Ordinal);
        Assert.Contains("5 &lt; 6 &amp; o 7?", reply.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void C9_she_is_back_at_the_opening_although_max_hold_releases_the_message_earlier()
    {
        var request = Studio.Request(now: "2026-11-20 18:00");
        request = request with { Decision = request.Decision with { Hold = new(Studio.At("2026-11-21 18:00"), [new(Reason.ClosedHours)]) } };

        Assert.Contains("w\u00a0poniedziałek 23 listopada o\u00a09:00", Studio.Compose(request).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void C9_extra_hours_of_the_client_bring_her_back_earlier_for_that_client()
    {
        var saturday = new BoundaryWorker.Core.Time.WeeklyHours(new Dictionary<IsoDayOfWeek, IReadOnlyList<BoundaryWorker.Core.Time.LocalHours>> { [IsoDayOfWeek.Saturday] = [new(new(10, 0), new(12, 0))] });

        var reply = Studio.Compose(Studio.Request(now: "2026-11-20 18:00", client: Studio.Client(c => c with { ExtraHours = saturday })));

        Assert.Contains("w\u00a0sobotę 21 listopada o\u00a010:00", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void C9_a_leave_without_a_public_reason_is_not_explained()
    {
        var leave = new BoundaryWorker.Core.Time.Closure(Studio.Local("2026-11-23 00:00"), Studio.Local("2026-11-25 00:00"), BoundaryWorker.Core.Time.ClosureKind.Leave, null);
        var code = Studio.Code(c => c with { Hours = c.Hours with { Closed = [leave] } });

        Assert.Contains("Jestem teraz poza godzinami pracy; wracam w\u00a0środę", Studio.Compose(Studio.Request(code: code)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A19_nothing_is_written_once_the_window_has_opened()
    {
        var request = Studio.Request();

        var (message, whyNot) = ReplyComposer.Compose(request with { Now = request.Decision.ClosedWindow!.Value.End }, Studio.Templates);

        Assert.Null(message);
        Assert.Contains("A19", whyNot, StringComparison.Ordinal);
    }

    [Fact]
    public void C10_the_link_to_the_Code_comes_the_first_time_only()
    {
        var request = Studio.Request();

        Assert.Contains("https://studio.example/kodeks", Studio.Compose(request).Text, StringComparison.Ordinal);
        var later = Studio.Compose(request with { History = new() { RepliesToClientEver = 1 } });
        Assert.DoesNotContain("https://studio.example/kodeks", later.Text, StringComparison.Ordinal);
        Assert.True(later.Text.Length < Studio.Compose(request).Text.Length);
    }

    [Theory]
    [InlineData("en", null, "en")]
    [InlineData("en-US", "pl", "en")]
    [InlineData(null, "en", "en")]
    [InlineData(null, "de", "pl")]
    [InlineData("de", "en", "en")]
    [InlineData(null, null, "pl")]
    public void The_language_is_the_clients_else_that_of_the_thread_else_hers(string? client, string? thread, string expected)
    {
        var request = Studio.Request(client: Studio.Client(c => c with { Language = client }));

        Assert.Equal(expected, Studio.Compose(request with { Classification = request.Classification with { Language = thread } }).Language);
    }

    [Fact]
    public void A_Code_with_wildcards_only_has_no_address_to_write_from()
    {
        var code = Studio.Code(c => c with { Owner = c.Owner with { Addresses = [new("*", "studio.example")] } });

        Assert.Contains("owner.addresses", ReplyComposer.Compose(Studio.Request(code: code), Studio.Templates).WhyNot, StringComparison.Ordinal);
    }

    private static string Header(OutgoingMessage message, string name) => message.Headers.Single(h => h.Name == name).Value;

    private static ReplyRequest WithScope(ReplyRequest request, string scope)
    {
        var answer = request.Decision.Reply.Answer!;
        return request with { Decision = request.Decision with { Reply = new(answer with { Key = answer.Key with { Scope = scope } }, []) } };
    }
}
