using BoundaryWorker.Core.Code;
using BoundaryWorker.Core.Time;
using BoundaryWorker.Files;
using CsCheck;
using NodaTime;

namespace BoundaryWorker.Tests.Files;

public sealed class ClientsFileTests
{
    private static readonly ClientBook Sample = ClientsFile.Read(FileCase.Load("design-sample").Sections["clients.yaml"], "clients.yaml", FileCase.Standard()).Value!;

    [Fact]
    public void The_sample_of_the_design_gives_exactly_its_client()
    {
        var acme = Assert.Single(Sample.Clients);

        Assert.Equal(("acme", "Acme GmbH", "en", AddressForm.Neutral), (acme.Id, acme.Name, acme.Language, acme.Form));
        Assert.Equal(["jane@acme.example"], acme.Addresses.Select(a => a.Bare));
        Assert.Equal(["acme.example"], acme.Domains);
        Assert.Equal("America/New_York", acme.Zone!.Id);
        Assert.Equal([new LocalHours(new LocalTime(10, 0), new LocalTime(12, 0))], acme.ExtraHours!.On(IsoDayOfWeek.Saturday));
        Assert.Equal(new CodeGiven(3, new LocalDate(2026, 11, 2)), acme.CodeGiven);
        Assert.True(acme.NeverHold);
        Assert.True(acme.NeverReply);
        Assert.Equal(["A3", "A5"], acme.Lift);
        Assert.Equal(StrangerPolicy.Leave, Sample.Strangers);
    }

    [Theory]
    [InlineData("leave", StrangerPolicy.Leave)]
    [InlineData("hold", StrangerPolicy.Hold)]
    [InlineData("hold-and-reply", StrangerPolicy.HoldAndReply)]
    public void Strangers_are_treated_as_the_file_says(string word, StrangerPolicy policy) =>
        Assert.Equal(policy, ClientsFile.Read($"clients: []\nstrangers: {word}\n", "clients.yaml", null).Value!.Strangers);

    [Theory]
    [InlineData("ty", AddressForm.Ty)]
    [InlineData("pan", AddressForm.Pan)]
    [InlineData("pani", AddressForm.Pani)]
    public void The_form_of_address_is_kept(string word, AddressForm form) =>
        Assert.Equal(form, ClientsFile.Read($"clients: [{{ id: a, name: A, domains: a.example, form: {word} }}]\n", "clients.yaml", null).Value!.Clients[0].Form);

    [Fact]
    public void A_wildcard_is_for_the_domains_below_it_and_all_of_them_are_in_lower_case()
    {
        var book = ClientsFile.Read("clients: [{ id: a, name: A, domains: [\"*.Acme.Example\"] }]\n", "clients.yaml", null).Value!;

        Assert.Equal(["*.acme.example"], book.Clients[0].Domains);
    }

    [Fact]
    public void Whatever_happens_to_a_clients_file_it_is_read_or_refused_and_never_throws() =>
        Damage.Of(FileCase.Load("design-sample").Sections["clients.yaml"]).Sample(
            text =>
            {
                var read = ClientsFile.Read(text, "clients.yaml", FileCase.Standard());

                Assert.Equal(read.IsGood, read.Findings.All(f => f.Severity != Severity.Error));
            },
            iter: 500);

    [Theory]
    [InlineData("gmail.com", true)]
    [InlineData("*.gmail.com", true)]
    [InlineData("poczta.wp.pl", true)]
    [InlineData("notgmail.com", false)]
    [InlineData("acme.example", false)]
    public void Freemail_hosts_are_known_with_what_lies_below_them(string domain, bool known) => Assert.Equal(known, Freemail.Contains(domain));
}
