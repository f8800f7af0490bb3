import { afterAll, expect, test } from "vitest";
import { changeBrand } from "@/lib/contracts/accounts/brand";
import { readEventLog } from "@/lib/contracts/event-log";
import { createLivestream, editLivestream, readLivestream } from "@/lib/contracts/livestreams";
import { arrangeStage } from "@/lib/contracts/look";
import { removeOrganizationMember } from "@/lib/contracts/organizations";
import { closeStreams, follow } from "@/tests/support/api/event-stream";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestWaiting,
  aHostToken,
  aLiveShow,
  anAccount,
  anInvite,
  join,
  unique,
} from "@/tests/support/api/factories";
import { anOrganization, enroll } from "@/tests/support/api/organizations";
import { connected, hangUpAll, roomService } from "@/tests/support/api/signal";

afterAll(() => {
  hangUpAll();
  closeStreams();
});

const of = (orgId: string) => ({ params: { orgId } });

const told = async (room: string) => (await roomService().listRooms([room]))[0]?.metadata ?? "";

test("200: a show uses the kit of its creator's organization, until the creator leaves it", async () => {
  const [owner, ada] = await Promise.all([anAccount(), anAccount()]);
  const orgId = await anOrganization(owner);
  const mint = await aLiveShow(ada);
  await connected(await aHostToken(ada, { mint, creator: ada }));
  const choosing = { params: { mint }, body: { brandOrgId: orgId } };
  expectProblem(await ada.api.call(editLivestream, choosing), 404, "organization-not-found");
  const body = { title: "Ours", brandOrgId: orgId };
  expectProblem(await ada.api.call(createLivestream, { body }), 404, "organization-not-found");
  await enroll(owner, orgId, ada, "member");
  await owner.api.ok(changeBrand, { ...of(orgId), body: { accent: "#1f6f4a" } });
  expect((await ada.api.ok(createLivestream, { body })).brand?.accent).toBe("#1f6f4a");
  expect(await ada.api.ok(editLivestream, choosing)).toMatchObject({
    brandOrgId: orgId,
    brand: { accent: "#1f6f4a" },
  });
  expect(JSON.parse(await told(mint)).brand.accent).toBe("#1f6f4a");
  await owner.api.ok(changeBrand, { ...of(orgId), body: { accent: "#222222" } });
  expect(JSON.parse(await told(mint)).brand.accent).toBe("#222222");
  const heard = await follow(ada.api, mint);
  await ada.api.ok(removeOrganizationMember, { params: { orgId, accountId: ada.id } });
  expect(await ada.api.ok(readLivestream, { params: { mint } })).toMatchObject({
    brandOrgId: null,
    brand: null,
  });
  expect(JSON.parse(await told(mint))).not.toHaveProperty("brand");
  const left = await heard.next("livestream", 1);
  expect(left.data).toMatchObject({ brand: null });
  await enroll(owner, orgId, ada, "member");
  expect(JSON.parse(await told(mint)).brand.accent).toBe("#222222");
  const back = await heard.next("livestream", heard.frames.indexOf(left) + 1);
  expect(back.data).toMatchObject({ brand: { accent: "#222222" } });
});

test("200: a changed kit reaches the waiting room of a private show, without what the show shows", async () => {
  const ada = await anAccount();
  const mint = await aLiveShow(ada, "private");
  await connected((await aGuestWaiting(await anInvite(ada, mint))).token);
  await ada.api.ok(arrangeStage, { params: { mint }, body: { banner: "Secret" } });
  const brand = await ada.api.ok(changeBrand, { ...of(ada.handle), body: { accent: "#1f6f4a" } });
  expect(JSON.parse(await told(`${mint}~lobby`))).toEqual({ brand });
  await ada.api.ok(changeBrand, { ...of(ada.handle), body: { accent: null } });
  expect(JSON.parse(await told(`${mint}~lobby`))).toEqual({ brand: null });
});

test("404: a co-host learns nothing of the creator's organizations in which they are not", async () => {
  const [ada, grace] = await Promise.all([anAccount(), anAccount()]);
  const orgId = await anOrganization(ada);
  const mint = await aLiveShow(ada);
  await join(ada, mint, grace, "host");
  const answers = [];
  for (const brandOrgId of [orgId, unique("missing")]) {
    const choosing = { params: { mint }, body: { brandOrgId } };
    const answer = await grace.api.call(editLivestream, choosing);
    expectProblem(answer, 404, "organization-not-found");
    answers.push(answer.text);
  }
  expect(answers[0]).toBe(answers[1]);
  await enroll(ada, orgId, grace, "member");
  const choosing = { params: { mint }, body: { brandOrgId: orgId } };
  expect((await grace.api.ok(editLivestream, choosing)).brandOrgId).toBe(orgId);
});

test("200: the log of a live show names who changed its kit, and who chose another one", async () => {
  const [owner, ada] = await Promise.all([anAccount("Olga"), anAccount("Ada")]);
  const orgId = await anOrganization(owner);
  await enroll(owner, orgId, ada, "admin");
  const mint = await aLiveShow(ada);
  await owner.api.ok(changeBrand, { ...of(orgId), body: { accent: "#1f6f4a" } });
  await ada.api.ok(editLivestream, { params: { mint }, body: { brandOrgId: orgId } });
  await owner.api.ok(changeBrand, { ...of(orgId), body: { accent: null } });
  // The show does not use this one any more.
  await ada.api.ok(changeBrand, { ...of(ada.handle), body: { accent: "#222222" } });
  const { entries } = await ada.api.ok(readEventLog, { params: { mint }, query: {} });
  const changes = entries.filter(({ event }) => event === "look_changed");
  expect(changes.map(({ by, detail }) => [by?.name, detail])).toEqual([
    ["Ada", "brand"],
    ["Olga", "brand"],
  ]);
});
