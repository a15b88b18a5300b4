CREATE TABLE "audit" ("guild_id" text not null references "guild" ("id") on delete cascade, "subscription_id" text not null, "channel_id" text not null, "at" integer not null, "user_id" text not null, "act" text not null, "changes" text not null, "number" integer default 0 not null, "id" text default '' not null) strict;

CREATE TABLE "continuity" ("id" integer not null primary key, "mark" text not null, "restored_at" integer) strict;

CREATE TABLE "delivery" ("key" text not null primary key, "subscription_id" text not null references "subscription" ("id") on delete cascade, "slot" text not null, "local_date" text not null, "state" text not null, "attempts" integer not null, "claimed_at" integer not null, "uncertain_since" integer, "wake_at" integer, "message_id" text, "fault" text, "detail" text, "settled_at" integer, "due" text default '' not null, "overdue" integer default 0 not null, "reason" text, "left_channel" text, "paused_at" integer, constraint "delivery_once" unique ("subscription_id", "local_date", "slot")) strict;

CREATE TABLE "guild" ("id" text not null primary key, "left_at" integer, "setup_channel_id" text, "setup_locale" text, "person" integer default 0 not null, "command_channel_id" text, "command_locale" text) strict;

CREATE TABLE "migration" ("number" integer not null primary key, "name" text not null, "applied_at" integer not null) strict;

CREATE TABLE "notice" ("guild_id" text not null references "guild" ("id") on delete cascade, "subscription_id" text not null references "subscription" ("id") on delete cascade, "channel_id" text not null, "fault" text not null, "at" integer not null, "tried" integer not null, "asked_at" integer, constraint "notice_key" primary key ("subscription_id", "fault")) strict;

CREATE TABLE "own_draft" ("guild_id" text not null references "guild" ("id") on delete cascade, "user_id" text not null, "id" text not null, "at" integer not null, "events" text not null, constraint "own_draft_key" primary key ("guild_id", "user_id")) strict;

CREATE TABLE "own_event" ("guild_id" text not null references "guild" ("id") on delete cascade, "id" text not null, "year" integer, "month" integer not null, "day" integer not null, "text" text not null, "kind" text, "parties" text not null, "link" text, constraint "own_event_key" primary key ("guild_id", "id")) strict;

CREATE TABLE "subscription" ("id" text not null primary key, "guild_id" text not null references "guild" ("id") on delete cascade, "channel_id" text not null, "channel_kind" text not null, "post_at" text not null, "zone" text not null, "locale" text not null, "settings" text not null, "state" text not null, "state_since" integer not null, "fault" text, "refusals" integer not null, "next_due" text, "revision" integer default 0 not null, "recorded_since" integer default 0 not null) strict;

CREATE INDEX "audit_at" on "audit" ("at");

CREATE INDEX "audit_of_guild" on "audit" ("guild_id", "at");

CREATE INDEX "delivery_date" on "delivery" ("local_date");

CREATE INDEX "delivery_wake" on "delivery" ("wake_at") where "wake_at" is not null;

CREATE INDEX "notice_of_guild" on "notice" ("guild_id");

CREATE INDEX "notice_untold" on "notice" ("tried", "at");

CREATE INDEX "own_event_of_day" on "own_event" ("guild_id", "month", "day");

CREATE INDEX "subscription_due" on "subscription" ("zone", "next_due") where "next_due" is not null;

CREATE INDEX "subscription_of_guild" on "subscription" ("guild_id");
