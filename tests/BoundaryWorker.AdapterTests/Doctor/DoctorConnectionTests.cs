using BoundaryWorker.AdapterTests.Imap;
using BoundaryWorker.AdapterTests.Smtp;

namespace BoundaryWorker.AdapterTests.Doctor;

/// <summary>What <c>doctor</c> says where a server cannot be reached, believed or entered.</summary>
public sealed class DoctorConnectionTests
{
    [Fact]
    public async Task Where_the_mailbox_does_not_let_her_in_the_way_out_is_looked_at_all_the_same()
    {
        await using var doctor = new DoctorOnDovecot(DovecotServer.Full);
        doctor.Settings(s => s.Replace(DovecotServer.Password, "wrong-horse", StringComparison.Ordinal));

        var typed = await doctor.TypeAsync();

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains("refused the user name or the password of the mailbox 'me'", doctor.Told(typed), StringComparison.Ordinal);
        Assert.Contains("fine It accepts your name and password. Nothing was sent.", doctor.Told(typed), StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-horse", typed.Output + typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_is_judged_and_its_end_is_told()
    {
        await using var doctor = new DoctorOnDovecot(DovecotServer.Full);
        var server = DovecotServer.Full;
        doctor.Settings(s => s
            .Replace($"\"Host\": \"127.0.0.1\", \"Port\": {server.ImapPort}, \"Security\": \"none\"", $"\"Host\": \"localhost\", \"Port\": {server.TlsPort}, \"CaFile\": \"{server.CertificateFile}\"", StringComparison.Ordinal));

        var believed = doctor.Told(await doctor.TypeAsync());
        doctor.Settings(s => s.Replace($", \"CaFile\": \"{server.CertificateFile}\"", "", StringComparison.Ordinal));
        var unknown = doctor.Told(await doctor.TypeAsync());

        Assert.Contains("fine The connection to localhost:IMAPS is encrypted (TLS 1.", believed, StringComparison.Ordinal);
        Assert.Contains("note The certificate of localhost:IMAPS is good for 29 more days.", believed, StringComparison.Ordinal);
        Assert.Contains("TO DO The connection to localhost:IMAPS for the mailbox 'me' could not be made private", unknown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AUTH", "did not accept the user name or the password")]
    [InlineData("GREETING", "did not greet")]
    public async Task What_is_wrong_with_the_way_out_is_told_with_its_remedy(string step, string said)
    {
        await using var doctor = new DoctorOnDovecot(DovecotServer.Full, new SmtpScript { Login = ("nora@norafield.example", DoctorOnDovecot.Password) }.Answer(step, "535 5.7.8 No"));

        var typed = await doctor.TypeAsync();

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains("TO DO Nothing can go out through 127.0.0.1:SMTP.", doctor.Told(typed), StringComparison.Ordinal);
        Assert.Contains(said, doctor.Told(typed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_DSN_is_told_and_is_no_fault()
    {
        await using var doctor = new DoctorOnDovecot(DovecotServer.Full, new SmtpScript { Offers = ["PIPELINING"] });

        var told = doctor.Told(await doctor.TypeAsync());

        Assert.Contains("note It cannot be asked to tell when a reply cannot be delivered (no DSN)", told, StringComparison.Ordinal);
        Assert.Contains("fine It asks nobody to sign in. Nothing was sent.", told, StringComparison.Ordinal);
    }
}
