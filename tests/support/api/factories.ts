import { randomBytes } from "node:crypto";
import type { z } from "zod";
import { login, type Profile } from "@/lib/contracts/accounts/auth";
import { postChat } from "@/lib/contracts/chat";
import { admitGuest, roomAuth } from "@/lib/contracts/guests";
import { createInvite } from "@/lib/contracts/invites";
import {
  addMember,
  createLivestream,
  endLivestream,
  goLive,
  type Livestream,
  type Member,
  type Visibility,
} from "@/lib/contracts/livestreams";
import { hostToken, participantToken } from "@/lib/contracts/tokens";
import { type Answer, Client, type Input } from "./client";
import { authorize } from "./gate";
import { signedUp } from "./sign-up";
import { claimsOf } from "./tokens";

export type Person = Profile & { password: string; api: Client };
export type Invite = Omit<z.output<typeof createInvite.response>, "inviteUrl"> & {
  token: string;
  inviteUrl: string;
};
export type Guest = { browser: Client; invite: Invite; token: string; identity: string };

/** A word that no other test uses, valid in a handle. */
export const unique = (stem: string) => `${stem}_${randomBytes(6).toString("hex")}`;

/** Everything that the tests of a file created and that has to end. */
const shows: { creator: Person; mint: string }[] = [];

const endedAtOnce = 10;

export async function endShows(): Promise<void> {
  while (shows.length > 0) await Promise.all(shows.splice(0, endedAtOnce).map(end));
}

async function end({ creator, mint }: (typeof shows)[number]): Promise<void> {
  const ends = (api: Client) => api.call(endLivestream, { params: { mint } });
  // 404: the test deleted it.
  const isOver = ({ status }: Answer) => status === 200 || status === 404;
  if (isOver(await ends(creator.api))) return;
  // The test may have ended the creator's session, or deleted the account with its shows.
  const again = await signedIn(creator).catch(() => null);
  if (again === null) return;
  const answer = await ends(again);
  if (!isOver(answer)) throw new Error(`${mint} is still open: ${answer.text}`);
}

export async function anAccount(name = "Ada Lovelace"): Promise<Person> {
  const handle = unique("t");
  const password = `pass ${handle}`;
  const body = { email: `${handle}@example.org`, handle, name, password };
  const profile = await signedUp(body);
  return { ...profile, password, api: await signedIn({ email: body.email, password }) };
}

/** A new session of the account, from the API's login. */
export async function signedIn({ email, password }: Pick<Person, "email" | "password">) {
  const { token } = await new Client().ok(login, { body: { email, password } });
  return new Client(token);
}

/** A livestream with a planned start, unless `scheduledAt` says otherwise. */
export async function aLivestream(
  creator: Person,
  more: { visibility?: Visibility; title?: string; scheduledAt?: string | null } = {},
): Promise<Livestream> {
  const body = { title: unique("show"), scheduledAt: "2031-07-03T18:00:00.000Z", ...more };
  const livestream = await creator.api.ok(createLivestream, { body });
  shows.push({ creator, mint: livestream.mint });
  return livestream;
}

/** A livestream on air, without a planned start; returns its mint. */
export async function aLiveShow(creator: Person, visibility: Visibility = "public") {
  const { mint } = await aLivestream(creator, { visibility, scheduledAt: null });
  await creator.api.ok(goLive, { params: { mint } });
  return mint;
}

export async function join(creator: Person, mint: string, who: Person, role: Member["role"]) {
  await creator.api.ok(addMember, { params: { mint }, body: { handle: who.handle, role } });
}

type Wish = Partial<Input<typeof createInvite>["body"]>;

export async function anInvite(inviter: Person, mint: string, wish: Wish = {}): Promise<Invite> {
  const body = { orgId: inviter.handle, roomId: mint, durationSeconds: 3_600, ...wish };
  const made = await inviter.api.ok(createInvite, { body });
  return { ...made, token: new URL(made.inviteUrl).searchParams.get("invite_token") ?? "" };
}

/** A guest in their own browser, who has just knocked. */
export async function aGuestWaiting(invite: Invite, name = "Grace Hopper"): Promise<Guest> {
  const browser = new Client();
  const body = { inviteToken: invite.token, guestName: name };
  const { livekitToken: token } = await browser.ok(roomAuth, { body });
  return { browser, invite, token, identity: claimsOf(token).sub };
}

/** A guest the host has admitted, with a token for the stage. */
export async function aGuestOnStage(host: Person, invite: Invite, name?: string): Promise<Guest> {
  const guest = await aGuestWaiting(invite, name);
  await admit(host, guest);
  return { ...guest, token: await knockAgain(guest) };
}

export const mintOf = ({ token }: Pick<Guest, "token">) =>
  (claimsOf(token).video.room ?? "").replace("~lobby", "");

export async function admit(
  host: Person,
  guest: Guest,
  action: "admit" | "deny" = "admit",
  place?: "stage" | "backstage",
) {
  const body = { roomId: mintOf(guest), guestIdentity: guest.identity, action, place };
  await host.api.ok(admitGuest, { body });
}

/** Does what the guest's page does after a reload; returns the new token. */
export async function knockAgain({ browser, invite }: Guest): Promise<string> {
  const body = { inviteToken: invite.token, guestName: "A name that no longer counts" };
  return (await browser.ok(roomAuth, { body })).livekitToken;
}

type Show = { mint: string; creator: { id: string } };

export async function aHostToken(host: Person, { mint, creator }: Show): Promise<string> {
  return (await host.api.ok(hostToken, { query: { mint, creator: creator.id } })).token;
}

/** A token that nobody has connected with yet. */
export async function anUnusedViewerToken(viewer: Person, mint: string, hidden: boolean) {
  const query = { mint, hidden: hidden ? ("true" as const) : ("false" as const) };
  return (await viewer.api.ok(participantToken, { query })).token;
}

/** The token of a viewer who has been at the gate with it, which recorded their seat. */
export async function aViewerToken(viewer: Person, mint: string, hidden: boolean) {
  const token = await anUnusedViewerToken(viewer, mint, hidden);
  await authorize(token);
  return token;
}

/** Posts a message, which must be accepted. */
export const say = (client: Client, mint: string, text: string) =>
  client.ok(postChat, { params: { mint }, body: { text } });
