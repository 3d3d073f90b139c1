-- Sessions of the console and Cockpit, so that they outlive a restart and the node that opened them. Names and columns are those of Spring Session.
create table spring_session (
  primary_id char(36) primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(254)
);
create index spring_session_by_expiry on spring_session (expiry_time);
create index spring_session_by_principal on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id char(36) not null references spring_session on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);

-- Whoever holds its row sets the database up; other nodes that start meanwhile wait.
create table start_lock (
  id integer primary key
);
insert into start_lock (id) values (1);
