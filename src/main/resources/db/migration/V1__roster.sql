-- Names have at most 100 characters; a database may count a character outside the basic plane as two.
create table workspace (
  id uuid primary key,
  name varchar(200) not null,
  type varchar(20) not null,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  version integer not null
);

create table mini_program (
  id uuid primary key,
  workspace uuid not null references workspace,
  name varchar(200) not null,
  version integer not null
);
create index mini_program_of_workspace on mini_program (workspace, name, id);

create table account (
  id uuid primary key,
  email varchar(254) not null unique,
  name varchar(200) not null,
  password varchar(200) not null,
  password_version integer not null,
  operator boolean not null,
  analyst boolean not null,
  language varchar(2),
  time_zone varchar(50),
  created_at timestamp with time zone not null,
  version integer not null
);

create table api_token (
  id uuid primary key,
  account uuid not null references account on delete cascade,
  name varchar(200) not null,
  hash varchar(64) not null unique,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  version integer not null
);
create index api_token_of_account on api_token (account);

-- The member list: one row per workspace and address, over all four statuses, from the invitation to the end.
create table member (
  id uuid primary key,
  workspace uuid not null references workspace,
  email varchar(254) not null,
  name varchar(200) not null,
  role varchar(30) not null,
  status varchar(20) not null,
  account uuid references account,
  started_at timestamp with time zone,
  version integer not null,
  constraint one_row_per_address unique (workspace, email)
);
create index member_of_account on member (account);

create table assignment (
  member uuid not null references member on delete cascade,
  mini_program uuid not null references mini_program on delete cascade,
  primary key (member, mini_program)
);
create index member_by_mini_program on assignment (mini_program);

-- How an invitation was sent and how it ended. Has the id of its row in the member list and outlives it, so that its link can say what happened.
create table invitation (
  id uuid primary key,
  workspace uuid not null references workspace,
  inviter uuid not null references account,
  language varchar(2),
  sent_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  send_count integer not null,
  mail_state varchar(10) not null,
  mail_at timestamp with time zone not null,
  mail_error varchar(500),
  expiry_reason varchar(30),
  ending varchar(20),
  ended_at timestamp with time zone,
  version integer not null
);
create index invitation_of_inviter on invitation (inviter, ending);

-- Append-only. Each entry's seal is over itself and its predecessor in the workspace.
create table history_entry (
  id uuid primary key,
  workspace uuid not null references workspace,
  position bigint not null,
  seal varchar(64) not null,
  at timestamp with time zone not null,
  actor varchar(254),
  action varchar(30) not null,
  target uuid not null,
  target_name varchar(200) not null,
  target_email varchar(254) not null,
  status_before varchar(20),
  status_after varchar(20),
  role_before varchar(30),
  role_after varchar(30),
  mini_programs_before text not null,
  mini_programs_after text not null,
  process_instance_id varchar(64),
  constraint one_entry_at_each_position unique (workspace, position)
);
create index history_of_target on history_entry (workspace, target, position);
create index history_of_process on history_entry (process_instance_id);

-- The last entry of each workspace.
create table history_head (
  workspace uuid primary key references workspace,
  position bigint not null,
  seal varchar(64) not null
);

-- Answers to POSTs with an Idempotency-Key. Without a status the first request still runs, and the row is its lease. Holds hashes of what was asked.
create table idempotency_key (
  id varchar(64) primary key,
  request varchar(64) not null,
  attempt uuid not null,
  expires_at timestamp with time zone not null,
  status integer,
  content_type varchar(100),
  location varchar(500),
  etag varchar(100),
  body text
);
create index idempotency_key_by_expiry on idempotency_key (expires_at);
