-- What people did about incidents. The incidents themselves are the feed's.
create table incident_retry (
  epoch        bigint      not null,
  incident_key bigint      not null,
  reason       text        not null check (length(reason) between 1 and 500),
  account_id   uuid        not null,
  asked_by     text        not null,
  asked_at     timestamptz not null,
  primary key (epoch, incident_key)
);

-- The newest row tells whose it is now.
create table incident_handover (
  id           bigint generated always as identity primary key,
  epoch        bigint      not null,
  incident_key bigint      not null,
  to_role      text        not null,
  note         text        not null check (length(note) between 1 and 500),
  account_id   uuid        not null,
  handed_by    text        not null,
  handed_at    timestamptz not null
);
create index incident_handover_of on incident_handover (epoch, incident_key, id desc);

-- Open pages ask for the last change several times a second.
create index incident_position on engine.incident (epoch, last_position);
