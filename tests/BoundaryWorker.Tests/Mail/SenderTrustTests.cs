using BoundaryWorker.Core.Deciding;
using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Tests.Mail;

/// <summary>replies.md A12: whose word is believed about a sender, and what it says.</summary>
public sealed class SenderTrustTests
{
    private static readonly EmailAddress Jan = new("jan", "acme.example");

    public static TheoryData<string> Names => [.. MailCase.Names.Where(n => n.StartsWith("A12-", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public void A12_a_mail_is_judged_as_its_name_says(string name)
    {
        var mail = MailCase.Read(name);
        var trust = name.Contains("topmost", StringComparison.Ordinal) ? TrustPolicy.TopmostWithoutId : TrustPolicy.Of("mx.host.example");
        var said = SenderTrust.Judge(mail.Headers, trust, mail.Author!);

        var expected = name.Split('-')[1] switch
        {
            "fail" => Authentication.Failed,
            "pass" => Authentication.Passed,
            _ => Authentication.NotAuthenticated,
        };
        Assert.Equal((expected, name.Split('-')[1] == "spam"), (said, SpamMarks.Has(mail)));
    }

    [Fact]
    public void A12_without_a_trusted_host_nothing_is_believed() =>
        Assert.Equal(Authentication.NothingTrusted, SenderTrust.Judge(MailCase.Read("A12-pass-dmarc-gmail-shape").Headers, TrustPolicy.None, Jan));

    [Theory]
    [InlineData("A12-fail-forged-pass-below", Authentication.Failed)]
    [InlineData("A12-none-unaligned", Authentication.Passed)]
    [InlineData("A1-null-return-path", Authentication.Passed)]
    public void A12_supposed_to_be_fine_a_mail_fails_only_by_its_own_word(string name, Authentication expected) =>
        Assert.Equal(expected, SenderTrust.Judge(MailCase.Read(name).Headers, TrustPolicy.Supposed, Jan));

    [Theory]
    [InlineData("acme.example", Authentication.Passed)]
    [InlineData("mail.acme.example", Authentication.Passed)]
    [InlineData("example", Authentication.NotAuthenticated)]
    [InlineData("notacme.example", Authentication.NotAuthenticated)]
    [InlineData("acme.example.evil.example", Authentication.NotAuthenticated)]
    public void A12_a_signature_counts_when_its_domain_is_aligned(string domain, Authentication expected) =>
        Assert.Equal(expected, Judge($"mx.host.example; dkim=pass header.d={domain}"));

    [Theory]
    [InlineData("mx.host.example 1; dmarc=pass header.from=acme.example", Authentication.Passed)]
    [InlineData("mx.host.example; none", Authentication.NotAuthenticated)]
    [InlineData("mx.host.example (a (nested; dmarc=fail) comment); dmarc=pass", Authentication.Passed)]
    [InlineData("mx.host.example; spf=pass reason=\"dmarc=fail; x\" smtp.mailfrom=jan@acme.example", Authentication.Passed)]
    [InlineData("mx.host.example; dkim/1 = pass header.d = acme.example", Authentication.Passed)]
    [InlineData("mx.host.example; spf=pass smtp.helo=acme.example", Authentication.NotAuthenticated)]
    [InlineData("mx.host.example; dmarc=temperror header.from=acme.example; dkim=pass header.i=@acme.example", Authentication.Passed)]
    [InlineData("mx.host.example; dmarc=(", Authentication.NotAuthenticated)]
    [InlineData("\"mx.host.example\"; dmarc=fail", Authentication.Failed)]
    [InlineData("", Authentication.NotAuthenticated)]
    [InlineData(";;;=;\"", Authentication.NotAuthenticated)]
    public void RFC_8601_fields_are_read_as_anybody_writes_them(string value, Authentication expected) => Assert.Equal(expected, Judge(value));

    [Fact]
    public void A12_several_fields_of_the_own_host_above_the_topmost_Received_count_together()
    {
        MailHeaders headers = new(
        [
            new("Authentication-Results", "mx.host.example; dmarc=none header.from=acme.example"),
            new("Authentication-Results", "mx.host.example; dkim=pass header.d=acme.example"),
            new("Received", "from x by mx.host.example"),
        ]);

        Assert.Equal(Authentication.Passed, SenderTrust.Judge(headers, TrustPolicy.Of("mx.host.example"), Jan));
    }

    [Fact]
    public void A12_below_the_topmost_Received_only_the_first_field_of_the_host_counts()
    {
        MailHeaders headers = new(
        [
            new("Received", "from x by mx.host.example"),
            new("Authentication-Results", "mx.host.example; dmarc=none header.from=acme.example"),
            new("Authentication-Results", "mx.host.example; dkim=pass header.d=acme.example"),
        ]);

        Assert.Equal(Authentication.NotAuthenticated, SenderTrust.Judge(headers, TrustPolicy.Of("mx.host.example"), Jan));
    }

    [Theory]
    [InlineData("X-Spam-Flag", "YES", true)]
    [InlineData("X-Spam-Status", "No, score=-1", false)]
    [InlineData("X-Spam", "yes", true)]
    [InlineData("X-Rspamd-Action", "add header", true)]
    [InlineData("X-Rspamd-Action", "no action", false)]
    [InlineData("X-Spamd-Result", "default: True [15.1 / 15.00]", true)]
    [InlineData("X-MS-Exchange-Organization-SCL", "5", true)]
    [InlineData("X-MS-Exchange-Organization-SCL", "4", false)]
    [InlineData("X-Forefront-Antispam-Report", "CIP:192.0.2.1;SFV:NSPM;SCL:1", false)]
    [InlineData("X-Forefront-Antispam-Report", "CIP:192.0.2.1;SFV:SPM;SCL:1", true)]
    public void A12_a_filter_of_the_host_marks_spam(string header, string value, bool spam) =>
        Assert.Equal(spam, SpamMarks.Has(new IncomingMessage { Received = MailCase.Received, Headers = new MailHeaders([new(header, value)]) }));

    private static Authentication Judge(string value) =>
        SenderTrust.Judge(new MailHeaders([new("Authentication-Results", value)]), TrustPolicy.Of("mx.host.example"), Jan);
}
