-- Who asked for which instances to be moved to another version of their process, and how. How far it is, the engine's batch with the same id knows.
create table started_rollout (
  id uuid primary key,
  process varchar(255) not null,
  version integer not null,
  timers varchar(10) not null,
  workspace uuid references workspace,
  total integer not null,
  started_at timestamp with time zone not null,
  started_by varchar(254) not null
);
create index started_rollout_of_process on started_rollout (process, started_at);
