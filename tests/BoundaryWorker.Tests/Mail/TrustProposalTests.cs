using BoundaryWorker.Core.Mail;

namespace BoundaryWorker.Tests.Mail;

/// <summary>replies.md A12: which setting <c>Trust</c> recent mail speaks for. The shapes are those of the hosts named; names, numbers and addresses are made up.</summary>
public sealed class TrustProposalTests
{
    private const string Gmail =
        """
        Delivered-To: nora@norafield.example
        Received: by 2002:a05:6402:3546:b0:5c9:5c1e:2f3d with SMTP id f6csp1; Tue, 24 Nov 2026 12:30:05 -0800 (PST)
        X-Received: by 2002:a05:600c:4ed0:b0:426:5d06:5a5e with SMTP id 5b1f17b1804b1; Tue, 24 Nov 2026 12:30:05 -0800 (PST)
        ARC-Authentication-Results: i=1; mx.google.com; dkim=pass header.i=@acme.example
        Return-Path: <jane@acme.example>
        Received: from mail.acme.example (mail.acme.example. [192.0.2.10]) by mx.google.com with ESMTPS id 1 for <nora@norafield.example>; Tue, 24 Nov 2026 12:30:05 -0800 (PST)
        Received-SPF: pass (google.com: domain of jane@acme.example designates 192.0.2.10 as permitted sender) client-ip=192.0.2.10;
        Authentication-Results: mx.google.com; dkim=pass header.i=@acme.example header.s=s1; spf=pass smtp.mailfrom=jane@acme.example; dmarc=pass (p=NONE) header.from=acme.example
        Received: from laptop (unknown [198.51.100.7]) by mail.acme.example (Postfix) with ESMTPSA id 2; Tue, 24 Nov 2026 21:30:00 +0100
        """;

    private const string Exchange =
        """
        Received: from AM0PR01MB0001.eurprd01.prod.exchangelabs.com (2603:10a6::1) by DB8PR01MB0002.eurprd01.prod.exchangelabs.com with HTTPS; Tue, 24 Nov 2026 20:30:07 +0000
        Received: from AS4P190CA0001.EURP190.PROD.OUTLOOK.COM (2603:10a6::2) by AM0PR01MB0001.eurprd01.prod.exchangelabs.com with Microsoft SMTP Server; Tue, 24 Nov 2026 20:30:06 +0000
        Received: from AMS1EPF01.eurprd01.prod.outlook.com (2603:10a6::3) by AS4P190CA0001.outlook.office365.com with Microsoft SMTP Server; Tue, 24 Nov 2026 20:30:06 +0000
        Authentication-Results: spf=pass (sender IP is 192.0.2.10) smtp.mailfrom=acme.example; dkim=pass (signature was verified) header.d=acme.example;dmarc=pass action=none header.from=acme.example;compauth=pass reason=100
        Received-SPF: Pass (protection.outlook.com: domain of acme.example designates 192.0.2.10 as permitted sender)
        Received: from mail.acme.example (192.0.2.10) by AMS1EPF01.mail.protection.outlook.com (10.0.0.1) with Microsoft SMTP Server; Tue, 24 Nov 2026 20:30:05 +0000
        """;

    private const string Fastmail =
        """
        Return-Path: <jane@acme.example>
        Received: from compute3.internal (compute3.nyi.internal [10.202.2.43]) by sloti37n20 (Cyrus 3.1) with LMTPA; Tue, 24 Nov 2026 15:30:05 -0500
        Received: from mailmx.nyi.internal ([10.202.2.199]) by compute3.internal (LMTPProxy); Tue, 24 Nov 2026 15:30:05 -0500
        Received: from mx1.messagingengine.com (localhost [127.0.0.1]) by mailmx.nyi.internal (Postfix) with ESMTP id 3; Tue, 24 Nov 2026 15:30:05 -0500
        Authentication-Results: mx1.messagingengine.com; dkim=pass (2048-bit rsa key sha256) header.d=acme.example; dmarc=pass policy.published-domain-policy=none header.from=acme.example
        Received: from mail.acme.example (mail.acme.example [192.0.2.10]) by mx1.messagingengine.com (Postfix) with ESMTPS id 4 for <nora@norafield.example>; Tue, 24 Nov 2026 15:30:04 -0500
        """;

    private const string Rspamd =
        """
        Return-Path: <jane@acme.example>
        Delivered-To: nora@norafield.example
        Received: from mx.norafield.example by imap.norafield.example with LMTP id 5 for <nora@norafield.example>; Tue, 24 Nov 2026 21:30:05 +0100
        Authentication-Results: mx.norafield.example; dkim=pass header.d=acme.example header.s=s1; spf=pass (mx.norafield.example: domain of jane@acme.example designates 192.0.2.10 as permitted sender) smtp.mailfrom=jane@acme.example; dmarc=pass (policy=none) header.from=acme.example
        Received: from mail.acme.example (mail.acme.example [192.0.2.10]) by mx.norafield.example (Postfix) with ESMTPS id 6 for <nora@norafield.example>; Tue, 24 Nov 2026 21:30:05 +0100
        """;

    private const string OpenDkim =
        """
        Return-Path: <jane@acme.example>
        X-Original-To: nora@norafield.example
        Authentication-Results: mx.norafield.example; dmarc=pass (p=none dis=none) header.from=acme.example
        Authentication-Results: mx.norafield.example; dkim=pass (2048-bit key; unprotected) header.d=acme.example header.i=@acme.example
        Received: from mail.acme.example (mail.acme.example [192.0.2.10]) by mx.norafield.example (Postfix) with ESMTPS id 7 for <nora@norafield.example>; Tue, 24 Nov 2026 21:30:05 +0100
        """;

    private const string ICloud =
        """
        Received: from st43p00im.me.com by p00-icloudmta-asmtp-us.icloud.com with ESMTPS; Tue, 24 Nov 2026 20:30:05 +0000
        Authentication-Results: bimi.icloud.com; bimi=skipped reason="insufficient dmarc"
        Authentication-Results: dmarc.icloud.com; dmarc=pass header.from=acme.example
        Authentication-Results: dkim-verifier.icloud.com; dkim=pass header.d=acme.example
        Authentication-Results: spf.icloud.com; spf=pass smtp.mailfrom=jane@acme.example
        Received: from mail.acme.example (mail.acme.example [192.0.2.10]) by st43p00im.icloud.com with ESMTPS; Tue, 24 Nov 2026 20:30:04 +0000
        """;

    // A host without any filter; what its senders' own hosts wrote comes through, as Microsoft 365 writes it into all that it sends.
    private const string Bare =
        """
        Return-Path: <jane@acme.example>
        Delivered-To: nora@norafield.example
        Received: from EUR05.outbound.protection.outlook.com (mail.outlook.com [192.0.2.20]) by mx.norafield.example (Postfix) with ESMTPS id 8; Tue, 24 Nov 2026 21:30:05 +0100
        Authentication-Results: dkim=none (message not signed) header.d=none;dmarc=none action=none header.from=acme.example;
        Received: from AM0PR01MB0001.eurprd01.prod.outlook.com (2603:10a6::1) by DB8PR01MB0002.eurprd01.prod.outlook.com with Microsoft SMTP Server; Tue, 24 Nov 2026 20:30:03 +0000
        """;

    [Theory]
    [InlineData(nameof(Gmail), "mx.google.com")]
    [InlineData(nameof(Exchange), "topmost-without-id")]
    [InlineData(nameof(Fastmail), "mx1.messagingengine.com")]
    [InlineData(nameof(Rspamd), "mx.norafield.example")]
    [InlineData(nameof(OpenDkim), "mx.norafield.example")]
    [InlineData(nameof(ICloud), "dmarc.icloud.com")]
    [InlineData(nameof(Bare), null)]
    public void A12_what_the_host_writes_is_proposed(string shape, string? setting)
    {
        var proposal = TrustProposal.Of([.. Mails(Shape(shape), 4)], null);

        Assert.Equal((setting, setting is null ? 0 : 4, 4), (proposal.Setting, proposal.Supporting, proposal.Looked));
    }

    [Theory]
    [InlineData(nameof(Gmail))]
    [InlineData(nameof(Exchange))]
    [InlineData(nameof(Rspamd))]
    [InlineData(nameof(OpenDkim))]
    public void A12_what_is_proposed_is_then_believed(string shape)
    {
        var setting = TrustProposal.Of([.. Mails(Shape(shape), 4)], null).Setting!;
        var trust = setting == TrustProposal.WithoutId ? Core.Deciding.TrustPolicy.TopmostWithoutId : Core.Deciding.TrustPolicy.Of(setting);

        Assert.Equal(Core.Deciding.Authentication.Passed, SenderTrust.Judge(Parse(Shape(shape)), trust, new EmailAddress("jane", "acme.example")));
    }

    [Fact]
    public void A12_a_host_with_many_names_is_proposed_by_what_they_share()
    {
        var mails = Enumerable.Range(1, 6).Select(n => (Parse(Fastmail.Replace("mx1.", $"mx{n}.", StringComparison.Ordinal)), $"client{n}.example")).ToList();

        var proposal = TrustProposal.Of(mails, null);

        Assert.Equal(("*.messagingengine.com", 6), (proposal.Setting, proposal.Supporting));
        Assert.Equal(
            Core.Deciding.Authentication.Passed,
            SenderTrust.Judge(mails[3].Item1, Core.Deciding.TrustPolicy.Of(proposal.Setting!), new EmailAddress("jane", "acme.example")));
    }

    [Theory]
    [InlineData("Authentication-Results: mx.evil.example; dmarc=pass header.from=acme.example")]
    [InlineData("Authentication-Results: dmarc=pass action=none header.from=acme.example")]
    public void A12_a_field_that_a_sender_wrote_below_is_no_proposal_however_often_it_comes(string forged)
    {
        var mail = Parse($"Received: from evil.example by mx.norafield.example; Tue, 24 Nov 2026 21:30:05 +0100\n{forged}\nReceived: from a by mx.evil.example; Tue, 24 Nov 2026 21:30:00 +0100");

        Assert.Null(TrustProposal.Of([.. Enumerable.Range(0, 50).Select(n => (mail, $"evil{n}.example"))], null).Setting);
    }

    [Fact]
    public void A12_the_hosts_name_written_by_forgers_has_no_majority()
    {
        var forged = Parse(Bare.Replace("dkim=none", "mx.norafield.example; dkim=none", StringComparison.Ordinal));
        var honest = Parse("Received: from mail.acme.example by mx.norafield.example; Tue, 24 Nov 2026 21:30:05 +0100");

        Assert.Null(TrustProposal.Of([.. Enumerable.Range(0, 5).Select(n => (forged, $"evil{n}.example")), .. Enumerable.Range(0, 5).Select(n => (honest, $"client{n}.example"))], null).Setting);
        Assert.Null(TrustProposal.Of([.. Enumerable.Range(0, 20).Select(_ => (forged, "evil.example"))], null).Setting);
    }

    [Fact]
    public void A12_a_host_without_a_public_name_is_believed_above_everything_and_nowhere_else()
    {
        string Mail(int n, string above, string below) =>
            $"{above}Received: from out{n}.sender{n}.example by mail (Postfix); Tue, 24 Nov 2026 21:30:05 +0100\n{below}Received: from a by out{n}.sender{n}.example; Tue, 24 Nov 2026 21:30:00 +0100";
        IReadOnlyList<(MailHeaders, string)> Mails(string above, string below) => [.. Enumerable.Range(0, 5).Select(n => (Parse(Mail(n, above, below)), $"sender{n}.example"))];
        const string Field = "Authentication-Results: mail; dmarc=pass\n";

        Assert.Equal("mail", TrustProposal.Of(Mails(Field, ""), null).Setting);
        Assert.Null(TrustProposal.Of(Mails("", Field), null).Setting);
    }

    [Fact]
    public void A12_too_little_mail_proves_nothing() => Assert.Null(TrustProposal.Of([.. Mails(Gmail, TrustProposal.Fewest - 1)], null).Setting);

    [Fact]
    public void A12_a_message_that_never_came_in_does_not_count()
    {
        var filed = Parse("Authentication-Results: mx.norafield.example; dmarc=pass");

        Assert.Equal(0, TrustProposal.Of([.. Enumerable.Range(0, 9).Select(n => (filed, $"c{n}.example"))], null).Looked);
    }

    [Theory]
    [InlineData("mx.norafield.example", 4)]
    [InlineData("MX.norafield.example", 4)]
    [InlineData("*.norafield.example", 4)]
    [InlineData("mx.old.example", 0)]
    public void A12_it_is_counted_how_often_what_is_set_is_seen(string configured, int seen) =>
        Assert.Equal(seen, TrustProposal.Of([.. Mails(Rspamd, 4)], configured).Seen);

    [Theory]
    [InlineData("mx.host.co.uk", "host.co.uk")]
    [InlineData("mx.abc.pl", "abc.pl")]
    [InlineData("AS4P190.outlook.office365.com", "outlook.com")]
    [InlineData("localhost", null)]
    [InlineData("[192.0.2.1]", null)]
    [InlineData("compute3.internal", null)]
    public void A12_an_organisation_is_known_by_its_domain(string host, string? organisation)
    {
        var mails = Enumerable.Range(0, 4).Select(n => (
            Parse($"Received: from a by {host}; Tue, 24 Nov 2026 21:30:05 +0100\nAuthentication-Results: mx9.{organisation ?? "x.example"}; dmarc=pass\nReceived: from b by c{n}.example"), $"c{n}.example"));

        Assert.Equal(organisation is null ? null : $"mx9.{organisation}", TrustProposal.Of([.. mails], null).Setting);
    }

    private static string Shape(string name) => name switch
    {
        nameof(Gmail) => Gmail,
        nameof(Exchange) => Exchange,
        nameof(Fastmail) => Fastmail,
        nameof(Rspamd) => Rspamd,
        nameof(OpenDkim) => OpenDkim,
        nameof(ICloud) => ICloud,
        _ => Bare,
    };

    private static IEnumerable<(MailHeaders, string)> Mails(string shape, int count) => Enumerable.Range(0, count).Select(n => (Parse(shape), $"client{n}.example"));

    private static MailHeaders Parse(string text) =>
        new([.. text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Split(':', 2)).Select(p => new HeaderField(p[0], p[1].Trim()))]);
}
