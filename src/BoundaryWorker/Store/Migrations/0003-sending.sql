-- Copies of replies that are still to be seen to in the Sent folder (replies.md E5). A row goes once its copy lies there; its bytes go
-- as soon as it is filed (promise 10).
create table sent_copies (
    message_id  text primary key,               -- of the reply, without brackets
    mailbox     text not null,
    person      text not null,                  -- to whom, so that it can be forgotten
    envelope_from  text,                        -- null for the null path
    envelope_to    text not null,
    bytes       blob not null,                  -- empty once filed
    sent_at     bigint not null,
    marked_at   bigint,                         -- about to be filed by us: what is found afterwards may be ours
    filed_at    bigint                          -- filed by us; looked at once more, whether the host filed one too
);

create index sent_copies_mailbox on sent_copies (mailbox, sent_at);

-- Whether a host through which mail goes out files what it sent by itself (E5).
create table filing_hosts (
    host          text primary key,
    files_itself  integer not null,             -- 1: yes
    at            bigint not null               -- when it was seen last
);

-- What she is to be told and was not yet: survives a restart, which a notice about a single message would not otherwise.
create table pending_notices (
    seq      integer primary key,
    topic    text not null unique,
    office   text not null,                     -- whose: empty for the shared Code, else the mark of its path
    kind     text not null,                     -- NoticeKind
    subject  text not null,                     -- the mailbox, file or region
    detail   text not null,                     -- her words; goes with the row
    at       bigint not null,                   -- first told
    posted_at  bigint                           -- the webhook has it
);

create index replies_changed on replies (state, changed_at);
