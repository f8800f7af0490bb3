import { type RemoteParticipant, Room, RoomEvent } from "@livekit/rtc-node";
import { afterAll, afterEach, expect, test } from "vitest";
import { postBackstageChat } from "@/lib/contracts/backstage";
import { goLive } from "@/lib/contracts/livestreams";
import { backstageToken, hostToken } from "@/lib/contracts/tokens";
import {
  admit,
  aGuestWaiting,
  aLivestream,
  anAccount,
  anInvite,
  type Guest,
  knockAgain,
  type Person,
} from "@/tests/support/api/factories";
import { tokenOfPage } from "@/tests/support/api/pages";
import { aPublisher, type Publisher } from "@/tests/support/api/publisher";
import { server } from "@/tests/support/api/server";
import { connected, hangUpAll, inRoom, type Signal } from "@/tests/support/api/signal";
import { until } from "@/tests/support/api/until";
import { anEncoderIn, aStreamKey } from "@/tests/support/api/whip";

const ada = await anAccount("Ada Lovelace");
const publishers: Publisher[] = [];
const rooms: Room[] = [];
afterEach(async () => {
  await Promise.all(publishers.splice(0).map(({ leave }) => leave()));
  await Promise.all(rooms.splice(0).map((room) => room.disconnect()));
});
afterAll(hangUpAll);

/** A whole client, which also receives media and packets; all that LiveKit tells it, in words. */
async function listens(token: string): Promise<string[]> {
  const room = new Room();
  rooms.push(room);
  const told: string[] = [];
  const name = ({ identity }: Pick<RemoteParticipant, "identity">) => identity;
  room
    .on(RoomEvent.ParticipantConnected, (who) => told.push(`participant ${name(who)}`))
    .on(RoomEvent.TrackPublished, (_, who) => told.push(`track of ${name(who)}`))
    .on(RoomEvent.TrackSubscribed, (_, __, who) => told.push(`media of ${name(who)}`))
    .on(RoomEvent.DataReceived, (payload) =>
      told.push(`packet ${Buffer.from(payload).toString("utf8")}`),
    );
  await room.connect(server.url.replace(/^http/, "ws"), token, {
    autoSubscribe: true,
    dynacast: false,
  });
  told.push(...[...room.remoteParticipants.values()].map((who) => `participant ${name(who)}`));
  return told;
}

async function speaksBackstage(person: Pick<Person, "api"> | Guest, mint: string) {
  const client = "api" in person ? person.api : person.browser;
  const { token } = await client.ok(backstageToken, { params: { mint }, body: {} });
  const publisher = await aPublisher(token, `voice-behind-${mint}`);
  publishers.push(publisher);
  return publisher;
}

/** Hosts and a guest behind the stage, and what a viewer and a waiting guest learn of them. */
async function anEvening() {
  const { mint } = await aLivestream(ada);
  const invite = await anInvite(ada, mint);
  const waiting = await aGuestWaiting(invite, "Waiting");
  const guest = await aGuestWaiting(invite, "Grace Hopper");
  const outside = [await connected(await tokenOfPage(mint)), await connected(waiting.token)];
  return { mint, outside, told: await listens(await tokenOfPage(mint)), guest };
}

const learns = (signals: Signal[], texts: string[]) =>
  signals.flatMap((signal) => texts.filter((text) => signal.hasHeard(text)));

test("before the show, viewers and guests who wait receive no name, track or packet of the hosts and guests behind the curtain", async () => {
  const { mint, outside, told, guest } = await anEvening();
  const secrets = [ada.id, ada.name, guest.identity, "Grace Hopper", `voice-behind-${mint}`];
  const { token: hosting } = await ada.api.ok(hostToken, { query: { mint, creator: ada.id } });
  await connected(hosting);
  await admit(ada, guest);
  await connected(await knockAgain(guest));
  const host = await speaksBackstage(ada, mint);
  await speaksBackstage(guest, mint);
  await until("the host hears the guest backstage", () =>
    [...host.room.remoteParticipants.values()].some(({ trackPublications }) =>
      [...trackPublications.values()].some(({ track }) => track !== undefined),
    ),
  );
  await ada.api.ok(postBackstageChat, { params: { mint }, body: { text: "A word backstage" } });
  expect(learns(outside, [...secrets, "A word backstage"])).toEqual([]);
  expect(told).toEqual([]);

  await ada.api.ok(goLive, { params: { mint } });
  await until("the viewer learns of the host", () => outside[0]?.hasHeard(ada.id));
  const there = await inRoom(mint, ada.id);
  expect(there?.permission).toMatchObject({ hidden: false, canPublish: true });
  await until("the guest admitted to the stage is on it", async () => {
    const seat = await inRoom(mint, guest.identity);
    return seat?.attributes.gate === "stage" && seat.permission?.hidden === false;
  });
  expect(learns(outside, [`voice-behind-${mint}`, "A word backstage"])).toEqual([]);
});

test("during the show, viewers and guests who wait receive nothing from backstage", async () => {
  const { mint, outside, told, guest } = await anEvening();
  await ada.api.ok(goLive, { params: { mint } });
  await admit(ada, guest, "admit", "backstage");
  await connected(await knockAgain(guest));
  const host = await speaksBackstage(ada, mint);
  await speaksBackstage(guest, mint);
  await until("the host hears the guest backstage", () => host.room.remoteParticipants.size > 0);
  await ada.api.ok(postBackstageChat, { params: { mint }, body: { text: "A word backstage" } });
  const secrets = [guest.identity, "Grace Hopper", `voice-behind-${mint}`, "A word backstage"];
  expect(learns(outside, secrets)).toEqual([]);
  expect(told.filter((what) => secrets.some((secret) => what.includes(secret)))).toEqual([]);
});

test("an encoder that connects before the show names nobody until it begins, and nothing it sends is received", async () => {
  const { mint, outside, told } = await anEvening();
  const made = await aStreamKey(ada, mint);
  await anEncoderIn({ mint }, made);
  for (const signal of outside) {
    await until("LiveKit announces the encoder", () => signal.hasHeard(made.identity));
  }
  expect(learns(outside, [ada.id, ada.name, ada.handle])).toEqual([]);
  expect(told.filter((what) => what.startsWith("media"))).toEqual([]);

  await ada.api.ok(goLive, { params: { mint } });
  for (const signal of outside) {
    await until("it has its creator's name", () => signal.hasHeard(ada.name));
  }
  expect(await inRoom(mint, made.identity)).toMatchObject({
    name: ada.name,
    attributes: { role: "encoder", handle: ada.handle },
  });
});
