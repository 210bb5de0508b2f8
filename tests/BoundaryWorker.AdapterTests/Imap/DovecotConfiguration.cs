namespace BoundaryWorker.AdapterTests.Imap;

/// <summary>The one file by which Dovecot 2.3 serves the tests.</summary>
internal static class DovecotConfiguration
{
    /// <summary>Its text.</summary>
    /// <param name="server">Its folder and ports.</param>
    /// <param name="capability">What is announced, or null for all that Dovecot can do. Commands work even where they are not announced.</param>
    public static string Of(DovecotServer server, string? capability)
    {
        // As root the servers change to a user of their own, and mail may not belong to root.
        var root = Environment.IsPrivilegedProcess;
        var (user, login) = root ? ("dovecot", "dovenull") : (Environment.UserName, Environment.UserName);
        var mail = Path.Combine(server.Root, "mail");
        Directory.CreateDirectory(mail);
        DovecotServer.Open(mail, (UnixFileMode)0b111_111_111);
        return $$"""
            base_dir = {{server.Root}}/run
            state_dir = {{server.Root}}/state
            instance_name = bw-{{server.ImapPort}}
            log_path = {{server.Root}}/dovecot.log
            info_log_path = {{server.Root}}/info.log
            listen = 127.0.0.1
            protocols = imap lmtp
            default_internal_user = {{user}}
            {{(root ? "" : $"default_internal_group = {Group()}")}}
            default_login_user = {{login}}
            first_valid_uid = 1
            first_valid_gid = 1
            {{(root ? "mail_uid = 10001\nmail_gid = 10001" : $"mail_uid = {user}\nmail_gid = {Group()}")}}
            mail_location = maildir:~/Maildir
            auth_mechanisms = plain login
            auth_failure_delay = 0
            disable_plaintext_auth = no
            ssl = yes
            ssl_cert = <{{server.CertificateFile}}
            ssl_key = <{{server.KeyFile}}
            {{(capability is null ? "" : $"imap_capability = {capability}")}}
            passdb {
              driver = static
              args = password={{DovecotServer.Password}}
            }
            userdb {
              driver = static
              args = home={{mail}}/%u allow_all_users=yes
            }
            namespace inbox {
              inbox = yes
              separator = /
              mailbox Sent {
                special_use = \Sent
              }
            }
            protocol imap {
              mail_max_userip_connections = 1000
              {{(capability is null ? "" : $"imap_capability = {capability}")}}
            }
            protocol lmtp {
              postmaster_address = postmaster@studio.example
              hostname = mx.studio.example
            }
            service imap-login {
              chroot =
              service_count = 0
              inet_listener imap {
                address = 127.0.0.1
                port = {{server.ImapPort}}
              }
              inet_listener imaps {
                address = 127.0.0.1
                port = {{server.TlsPort}}
                ssl = yes
              }
            }
            service lmtp {
              inet_listener lmtp {
                address = 127.0.0.1
                port = {{server.LmtpPort}}
              }
            }
            service anvil {
              chroot =
              unix_listener anvil-auth-penalty {
                mode = 0
              }
            }
            service stats {
              chroot =
            }
            """;
    }

    /// <summary>What is added where a user has a Sieve script that may send.</summary>
    public static string Vacation(DovecotServer server, int submissionPort, string user, string script)
    {
        var folder = Path.Combine(server.Root, "sieve");
        Directory.CreateDirectory(folder);
        DovecotServer.Open(folder, (UnixFileMode)0b111_111_111);
        File.WriteAllText(Path.Combine(folder, user), script.ReplaceLineEndings("\r\n"));
        return $$"""
            submission_host = 127.0.0.1:{{submissionPort}}
            protocol lmtp {
              mail_plugins = sieve
            }
            plugin {
              sieve = file:{{folder}}/%u
              sieve_extensions = +vacation-seconds
              sieve_vacation_min_period = 0
            }
            """;
    }

    private static string Group()
    {
        using var id = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("id", "-gn") { RedirectStandardOutput = true })!;
        return id.StandardOutput.ReadToEnd().Trim();
    }
}
