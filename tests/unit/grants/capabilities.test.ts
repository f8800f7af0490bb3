import { describe, expect, test } from "vitest";
import { type Action, capabilities, may, type Role } from "@/lib/grants/capabilities";

const everyone: Action[] = ["watch"];
const viewer: Action[] = [...everyone, "watch-private"];
const moderator: Action[] = [
  ...viewer,
  "remove",
  "mute",
  "delete-messages",
  "handle-reports",
  "set-chat-rules",
  "ignore-moderation",
];
const anyHost: Action[] = [
  ...moderator,
  "remove-from-stage",
  "open-studio",
  "join-as-host",
  "edit",
  "go-live",
  "end",
  "send-frame",
  "arrange-stage",
  "feature-viewers",
  "control-sources",
  "place-guests",
  "admit-all-guests",
  "decide-guests",
  "manage-programme-link",
  "invite",
  "revoke-invites",
  "chat-as-host",
  "chat-backstage",
  "list-members",
  "read-event-log",
  "read-summary",
  "see-webhook-silence",
];

// The table as in the documents, role by role.
const stated: Record<Role, Action[]> = {
  creator: [...anyHost, "manage-members", "manage-stream-keys", "duplicate", "delete"],
  host: [...anyHost, "run-from-backstage"],
  moderator,
  viewer,
  guest: [...everyone, "chat-backstage"],
  "invite-admin": [...everyone, "decide-guests"],
  visitor: everyone,
  anyone: everyone,
};

const actions = Object.keys(capabilities) as Action[];
const allowedTo = (role: Role | null) => actions.filter((action) => may(role, action)).sort();

describe.each(Object.entries(stated))("%s", (role, allowed) => {
  test("has exactly these capabilities", () => {
    expect(allowedTo(role as Role)).toEqual([...allowed].sort());
  });
});

test("someone without a role may do what anyone may", () => {
  expect(allowedTo(null)).toEqual(allowedTo("anyone"));
});

test("the creator may do everything that a co-host may, except leave the stage of a live show", () => {
  const missing = stated.host.filter((action) => !may("creator", action));
  expect(missing).toEqual(["run-from-backstage"]);
});
