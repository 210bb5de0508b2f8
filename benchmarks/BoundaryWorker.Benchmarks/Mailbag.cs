using System.Diagnostics;
using System.Globalization;
using System.Text;
using BoundaryWorker.AdapterTests.Imap;

namespace BoundaryWorker.Benchmarks;

/// <summary>Mail of our own making: two to four kilobytes each, from five people of each of twelve clients, some of it tasks, questions and thanks.</summary>
internal static class Mailbag
{
    public const string Owner = "nora@norafield.example";
    private const int Clients = 12;
    private const int People = 5;

    private static readonly string[] Texts =
    [
        "How many people opened the last mailing? I would like to tell the board on Monday.",
        "Please prepare the banner for the sale and send it to me in both sizes.",
        "Attached you find what we talked about. Could you tell me which font it is?",
        "Thank you, that looks good to me.",
        "The invoice of last month has the wrong address on it; could you correct it, please?",
    ];

    /// <summary>The addresses of clients.yaml.</summary>
    public static IEnumerable<(string Client, IEnumerable<string> Addresses)> Book =>
        Enumerable.Range(0, Clients).Select(c => ($"client{c}", Enumerable.Range(0, People).Select(p => Address(c, p))));

    public static string Address(int number, int person) => $"person{person}@client{number}.example";

    /// <summary>One message, as a mail host files it.</summary>
    public static byte[] Message(int number, DateTimeOffset at)
    {
        var from = Address(number % Clients, number / Clients % People);
        var date = at.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        for (var line = 0; line < 8 + (number % 16); line++)
        {
            text.Append(Texts[(number + (line / 6)) % Texts.Length]).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(
            $"""
            Return-Path: <{from}>
            Delivered-To: {Owner}
            Received: from mail.{from.Split('@')[1]} (mail.{from.Split('@')[1]} [192.0.2.7]) by mx.norafield.example with ESMTPS id {number:x8}; {date}
            Authentication-Results: mx.norafield.example; dmarc=pass header.from={from.Split('@')[1]}; spf=pass; dkim=pass
            DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={from.Split('@')[1]}; s=s1; h=from:to:subject:date; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; b=dzdVyOfAKCdLXdJOc9G2q8LoXSlEniSbav+yuU4zGeeruD00lszZVoG4ZHRNiYzR
            Received: from out.{from.Split('@')[1]} (out.{from.Split('@')[1]} [198.51.100.20]) by mail.{from.Split('@')[1]} with ESMTPSA id {number:x8}; {date}
            ARC-Seal: i=1; a=rsa-sha256; t=1700000000; cv=none; d={from.Split('@')[1]}; s=arc; b=Zq0lD4mXv2kN8rT6yP1cW5eJ9aB3uH7gF0sL4iO2xR6nV8tM1qK5dY9wE3zC7bG
            ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d={from.Split('@')[1]}; s=arc; h=from:to:subject:date:message-id; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; b=Jx7Qm2Vt9Lk4Rp8Sw1Zy6Bn3Cd5Fg0Hj
            ARC-Authentication-Results: i=1; mail.{from.Split('@')[1]}; spf=pass smtp.mailfrom={from.Split('@')[1]}; dkim=pass; dmarc=pass
            X-Spam-Status: No, score=-2.1 required=5.0 tests=BAYES_00,DKIM_SIGNED,DKIM_VALID,SPF_PASS autolearn=ham
            X-Mailer: Any Mail 12.3 (build {number:x8})
            From: Person {number / Clients % People} <{from}>
            To: Nora Field <{Owner}>
            Subject: Numbers, please ({number})
            Date: {date}
            Message-ID: <{number}.{at.ToUnixTimeSeconds()}@{from.Split('@')[1]}>
            MIME-Version: 1.0
            User-Agent: Any Mail 12.3
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            {text}
            """.ReplaceLineEndings("\r\n"));
    }

    /// <summary>Puts messages where Dovecot keeps those of a user who has signed in before, spread over a time.</summary>
    public static void Fill(DovecotServer server, string user, int count, DateTimeOffset from, DateTimeOffset to)
    {
        var folder = Path.Combine(server.Root, "mail", user, "Maildir", "cur");
        for (var n = 0; n < count; n++)
        {
            var at = from + ((to - from) * ((double)n / count));
            var file = Path.Combine(folder, $"{at.ToUnixTimeSeconds()}.M{n}.bench:2,");
            File.WriteAllBytes(file, Message(n, at));
            File.SetLastWriteTimeUtc(file, at.UtcDateTime);
        }

        if (Environment.IsPrivilegedProcess)
        {
            // As root the server changes to the user of its configuration.
            using var own = Process.Start("chown", ["-R", "10001:10001", folder]);
            own.WaitForExit();
        }
    }
}
