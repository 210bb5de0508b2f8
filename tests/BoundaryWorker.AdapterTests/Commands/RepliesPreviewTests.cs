using BoundaryWorker.AdapterTests.EndToEnd;
using MimeKit;

namespace BoundaryWorker.AdapterTests.Commands;

/// <summary><c>replies preview</c> and <c>replies test</c> as they are typed.</summary>
public sealed class RepliesPreviewTests
{
    [Theory]
    [InlineData("en", "of our cooperation")]
    [InlineData("pl", "Pracuję od poniedziałku")]
    public async Task Each_stage_of_a_rule_is_written_as_mail_and_as_a_page(string language, string words)
    {
        using var folder = new WorkerFolder();
        var into = Path.Combine(folder.Root, "preview");

        var typed = await ReplyAsync(folder, "preview", "--client", "acme", "--rule", "1.1", "--lang", language, "--out", into, "--subject", "Report");

        Assert.Equal((0, ""), (typed.ExitCode, typed.Errors));
        var mails = Directory.GetFiles(into, "*.eml").Order().ToList();
        Assert.Equal(["hours-first", "hours-later"], mails.Select(Path.GetFileName).Select(n => n!.Split('.')[1][2..])
            .Where(n => n.StartsWith("hours", StringComparison.Ordinal)));
        Assert.All(mails, file =>
        {
            var mail = MimeMessage.Load(file, TestContext.Current.CancellationToken);
            Assert.Equal("Auto: Report", mail.Subject);
            Assert.Equal("auto-replied", mail.Headers["Auto-Submitted"]);
            Assert.Contains("1.1", mail.TextBody!, StringComparison.Ordinal);
            Assert.Equal(mail.HtmlBody!.ReplaceLineEndings("\n").Trim(), File.ReadAllText(Path.ChangeExtension(file, ".html")).ReplaceLineEndings("\n").Trim());
        });
        Assert.Contains(words, typed.Output, StringComparison.Ordinal);
        Assert.Empty(folder.Outbox());
    }

    [Fact]
    public async Task Without_a_rule_every_rule_that_is_enforced_is_shown()
    {
        using var folder = new WorkerFolder();
        var into = Path.Combine(folder.Root, "preview");

        var typed = await ReplyAsync(folder, "preview", "--client", "acme", "--out", into);

        Assert.Equal(0, typed.ExitCode);
        Assert.Contains(Directory.GetFiles(into), f => f.Contains("2.1-channel-first", StringComparison.Ordinal));
        Assert.Contains(Directory.GetFiles(into), f => f.Contains("1.1-invitation-later", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--client nobody", 2, "there is no client `nobody`")]
    [InlineData("--client acme --rule 9.9", 2, "there is no rule `9.9` in the Code; its rules are 1.1")]
    [InlineData("--client acme --rule 1.1 --lang tlh", 2, "there are no texts in `tlh`; there are en, pl")]
    [InlineData("--client acme --rule 1.2", 1, "no reply quotes it")]
    public async Task What_cannot_be_shown_is_refused_in_words(string options, int code, string words)
    {
        using var folder = new WorkerFolder();
        await File.AppendAllTextAsync(folder.CodeFile, "  - { id: \"1.2\", area: working-time, text: { en: \"I answer in order.\", pl: \"Odpowiadam po kolei.\" } }\n", TestContext.Current.CancellationToken);

        var typed = await ReplyAsync(folder, ["preview", .. options.Split(' ')]);

        Assert.Equal((code, ""), (typed.ExitCode, typed.Output));
        Assert.Contains(words, typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_goes_to_herself_alone_and_its_marker_says_test()
    {
        using var folder = new WorkerFolder();

        var typed = await ReplyAsync(folder, "test", "--client", "acme", "--rule", "1.1");

        Assert.Equal((0, "Sent to nora@norafield.example.\n", ""), (typed.ExitCode, typed.Output, typed.Errors));
        var mail = Assert.Single(folder.Outbox());
        Assert.Equal("nora@norafield.example", Assert.Single(mail.To.Mailboxes).Address);
        Assert.StartsWith("kind=test; ", mail.Headers["X-BoundaryWorker"], StringComparison.Ordinal);
    }

    private static Task<Typed> ReplyAsync(WorkerFolder folder, params string[] options) => Typed.Async(["replies", .. options, "--settings", folder.SettingsFile]);
}
