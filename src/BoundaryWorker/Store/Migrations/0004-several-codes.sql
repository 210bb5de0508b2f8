-- Several Codes in one worker: each has its digests, its last good files and its count of purged replies. What is here already belongs to the
-- shared Code and clients, whose name is empty.

create table digests_by_office (
    office         text not null,               -- which Code: empty for the shared one, else the mark of its path
    day            text not null,
    message_id     text not null,
    envelope_from  text,
    envelope_to    text not null,
    bytes          blob not null,               -- empty once done
    claimed_at     bigint not null,
    sending_at     bigint,                      -- the sending mark
    done_at        bigint,                      -- sent, or given up
    detail         text,
    primary key (office, day)
);

insert into digests_by_office select '', day, message_id, envelope_from, envelope_to, bytes, claimed_at, sending_at, done_at, detail from digests;

drop table digests;

alter table digests_by_office rename to digests;

create table good_files_by_source (
    seq        integer primary key,
    kind       text not null,                   -- code or clients
    source     text not null,                   -- which file of that kind: empty for the shared one, else the mark of its path
    version    integer not null,
    digest     text not null,                   -- SHA-256 of the text: an index over whole texts would be a second copy
    effective  text,                            -- local day, null for at once
    text       text not null,
    saved_at   bigint not null,                 -- first read
    read_at    bigint not null,                 -- last read: a text she went back to is the newest again
    unique (kind, source, version, digest)
);

insert into good_files_by_source select seq, kind, '', version, digest, effective, text, saved_at, read_at from good_files;

drop table good_files;

alter table good_files_by_source rename to good_files;

-- By mailbox, since two owners may have a client of the same id; what was counted before counts for whoever has that client.
create table purged_replies_by_mailbox (
    client_id  text not null,
    mailbox    text not null,
    count      integer not null,
    primary key (client_id, mailbox)
);

insert into purged_replies_by_mailbox select client_id, '', count from purged_replies;

drop table purged_replies;

alter table purged_replies_by_mailbox rename to purged_replies;
