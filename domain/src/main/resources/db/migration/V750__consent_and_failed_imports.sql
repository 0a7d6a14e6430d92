-- Which words a person agreed to when registering. Only grows: who agrees to newer words gets another row.
create table account_consent (
  account_id uuid not null references account,
  version text not null references phone_consent_text,
  given_at timestamptz not null,
  primary key (account_id, version)
);
create trigger account_consent_only_grows before update or delete on account_consent for each row execute function refuse_change();

-- An import that broke off again and again stops and waits, with its file, for a person.
alter table card_import add column tries int not null default 0;
alter table card_import add column failure text check (failure in ('UNREADABLE', 'DATABASE', 'INTERRUPTED', 'UNEXPECTED'));
alter table card_import drop constraint card_import_state_check;
alter table card_import add constraint card_import_state_check
  check (state in ('PREVIEWED', 'RUNNING', 'FAILED', 'IMPORTED', 'REFUSED', 'LEFT'));
alter table card_import drop constraint card_import_check;
alter table card_import add constraint card_import_content_while_needed
  check ((state in ('PREVIEWED', 'RUNNING', 'FAILED')) = (content is not null));
alter table card_import add constraint card_import_failed_for_a_reason check (state <> 'FAILED' or failure is not null);
drop index card_import_open;
create index card_import_open on card_import (changed_at) where state in ('PREVIEWED', 'RUNNING', 'FAILED');

do $$
begin
  if exists (select from pg_roles where rolname = 'kameng_app') then
    revoke update, delete, truncate on account_consent from kameng_app;
  end if;
end $$;
