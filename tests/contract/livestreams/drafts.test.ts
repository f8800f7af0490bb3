import { expect, test } from "vitest";
import { readChannel } from "@/lib/contracts/accounts/channel";
import { listMutes, readChat } from "@/lib/contracts/chat";
import { listInvites } from "@/lib/contracts/invites";
import { duplicateLivestream } from "@/lib/contracts/livestream-actions";
import {
  editLivestream,
  endLivestream,
  goLive,
  listLivestreams,
  listMembers,
  readLivestream,
} from "@/lib/contracts/livestreams";
import { arrangeStage } from "@/lib/contracts/look";
import { putCover } from "@/lib/contracts/pictures";
import { removeParticipant } from "@/lib/contracts/restrictions";
import { Client, type Input } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestOnStage,
  aLiveShow,
  aLivestream,
  anAccount,
  anInvite,
  join,
  say,
  unique,
} from "@/tests/support/api/factories";
import { aPicture } from "@/tests/support/api/pictures";

type Query = NonNullable<Input<typeof listLivestreams>["query"]>;

const nobody = new Client();
const scheduledAt = "2031-07-03T18:00:00.000Z";
const ada = await anAccount("Ada Lovelace");
const aDraft = (title = unique("draft")) => aLivestream(ada, { title, scheduledAt: null });

async function found(query: Query, client = nobody): Promise<string[]> {
  const { livestreams } = await client.ok(listLivestreams, { query: { limit: 100, ...query } });
  return livestreams.map(({ mint }) => mint);
}

test("200: a draft is listed only for its hosts, and opens for anyone with the link", async () => {
  const bob = await anAccount();
  const { mint, title } = await aDraft();
  await join(ada, mint, bob, "host");
  for (const query of [{ q: title }, { status: "draft" as const }, { creator: ada.handle }]) {
    for (const client of [nobody, ada.api]) expect(await found(query, client)).not.toContain(mint);
  }
  for (const { api } of [ada, bob]) {
    expect(await found({ mine: "true", status: "draft" }, api)).toContain(mint);
    expect(await found({ mine: "true", status: "scheduled" }, api)).not.toContain(mint);
  }
  expect(await nobody.ok(readLivestream, { params: { mint } })).toMatchObject({ status: "draft" });
  const page = await nobody.send(`/watch/${mint}`, { headers: { accept: "text/html" } });
  expect(page.status).toBe(200);
  expect(page.text).toMatch(/<meta name="robots" content="noindex"/);
});

test("200: a draft is listed once it has a start time, and is a draft again without one", async () => {
  const { mint } = await aDraft();
  const plan = async (at: string | null) =>
    (await ada.api.ok(editLivestream, { params: { mint }, body: { scheduledAt: at } })).status;
  expect(await plan(scheduledAt)).toBe("scheduled");
  expect(await found({ creator: ada.handle })).toContain(mint);
  expect(await plan(null)).toBe("draft");
  expect(await found({ creator: ada.handle })).not.toContain(mint);
});

test("200: a draft that goes live is listed, and stays so when it has ended", async () => {
  const { mint } = await aDraft();
  await ada.api.ok(goLive, { params: { mint } });
  expect(await found({ creator: ada.handle, status: "live" })).toContain(mint);
  await ada.api.ok(endLivestream, { params: { mint } });
  expect(await found({ creator: ada.handle, status: "ended" })).toContain(mint);
});

test("404: an account with nothing but drafts has no channel", async () => {
  const cleo = await anAccount();
  await aLivestream(cleo, { scheduledAt: null });
  const params = { handle: cleo.handle };
  expectProblem(await nobody.call(readChannel, { params }), 404, "account-not-found");
});

test("201: a copy has the details, cover, settings and people of the original, but nothing of its history", async () => {
  const [bob, vera] = await Promise.all([anAccount(), anAccount()]);
  const mint = await aLiveShow(ada, "private");
  await join(ada, mint, bob, "host");
  await join(ada, mint, vera, "viewer");
  const body = {
    description: "Every week",
    tags: ["engines"],
    slowModeSeconds: 30,
    scheduledAt,
    timeZone: "Europe/Berlin",
  };
  await ada.api.ok(editLivestream, { params: { mint }, body });
  await ada.api.ok(putCover, { params: { mint }, body: await aPicture() });
  await ada.api.ok(arrangeStage, {
    params: { mint },
    body: { layout: "grid", showNames: false, banner: "Tonight only" },
  });
  await say(ada.api, mint, "Hello");
  const { identity } = await aGuestOnStage(ada, await anInvite(ada, mint));
  await ada.api.ok(removeParticipant, { params: { mint }, body: { identity, ban: true } });
  const before = await ada.api.ok(readLivestream, { params: { mint } });

  const copy = await ada.api.ok(duplicateLivestream, { params: { mint } });
  expect(copy).toEqual({
    ...before,
    mint: expect.stringMatching(/^[A-Za-z0-9]{16}$/),
    status: "draft",
    look: { ...before.look, banner: null },
    cover: before.cover?.replace(mint, copy.mint),
    scheduledAt: null,
    timeZone: null,
    startedAt: null,
    peakWatching: 0,
    createdAt: copy.createdAt,
  });
  expect(copy.mint).not.toBe(mint);
  expect(copy.createdAt > before.createdAt).toBe(true);
  expect((await ada.api.send(copy.cover ?? "")).status).toBe(200);
  const of = { params: { mint: copy.mint } };
  const { members } = await ada.api.ok(listMembers, of);
  expect(members.map(({ account, role }) => `${account.id} ${role}`).sort()).toEqual(
    [`${bob.id} host`, `${vera.id} viewer`].sort(),
  );
  const { messages } = await ada.api.ok(readChat, { ...of, query: {} });
  expect(messages).toEqual([]);
  expect((await ada.api.ok(listInvites, { query: { roomId: copy.mint } })).invites).toEqual([]);
  expect((await ada.api.ok(listMutes, of)).mutes).toEqual([]);
  expect(await ada.api.ok(readLivestream, { params: { mint } })).toEqual(before);
});

test("403: a co-host cannot duplicate; 404: a stranger cannot tell a private show from a missing one", async () => {
  const [bob, cleo] = await Promise.all([anAccount(), anAccount()]);
  const { mint } = await aLivestream(ada, { visibility: "private" });
  await join(ada, mint, bob, "host");
  const duplicate = (client: Client, of: string) =>
    client.call(duplicateLivestream, { params: { mint: of } });
  expectProblem(await duplicate(bob.api, mint), 403, "not-allowed");
  const none = await duplicate(cleo.api, "NoSuchShow123456");
  expectProblem(none, 404, "livestream-not-found");
  expect((await duplicate(cleo.api, mint)).text).toBe(none.text);
});
