import { expect, test } from "vitest";
import { readChannel } from "@/lib/contracts/accounts/channel";
import { editLivestream, endLivestream } from "@/lib/contracts/livestreams";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { aLiveShow, aLivestream, anAccount, unique } from "@/tests/support/api/factories";

const nobody = new Client();
const pageOf = (handle: string, client = nobody) =>
  client.send(`/@${handle}`, { headers: { accept: "text/html" } });

test("200: an account with a public show has a channel, which reveals nothing else about them but the name", async () => {
  const ada = await anAccount("Ada Lovelace");
  await aLivestream(ada);
  const { id, handle, name } = ada;
  expect(await nobody.ok(readChannel, { params: { handle } })).toEqual({
    id,
    handle,
    name,
    picture: null,
  });
  const upper = { params: { handle: handle.toUpperCase() } };
  expect(await nobody.ok(readChannel, upper)).toEqual({ id, handle, name, picture: null });
  const page = await pageOf(handle);
  expect(page.status).toBe(200);
  expect(page.text).toContain("Ada Lovelace");
  expect(page.text).not.toContain(ada.email);
  // Not streamed: without scripts, content that arrives after its skeleton would never show.
  expect(page.text).not.toContain("aria-busy");
});

test("404: a stranger cannot tell an account without public shows from a missing one", async () => {
  const [ada, bob] = [await anAccount("Ada Lovelace"), await anAccount()];
  await aLivestream(ada, { visibility: "private" });
  await aLiveShow(ada, "unlisted");
  const { mint } = await aLivestream(ada);
  // Cancelled before it started.
  await ada.api.ok(endLivestream, { params: { mint } });
  const missing = unique("nobody");
  for (const client of [nobody, bob.api]) {
    const answers = [];
    for (const handle of [ada.handle, missing]) {
      const answer = await client.call(readChannel, { params: { handle } });
      expectProblem(answer, 404, "account-not-found");
      answers.push(answer.text.replaceAll(handle, "…"));
    }
    expect(answers[0]).toBe(answers[1]);
  }
  for (const handle of [ada.handle, missing]) {
    const page = await pageOf(handle);
    expect(page.status).toBe(404);
    expect(page.text).not.toContain("Ada Lovelace");
  }
});

test("200: an account sees its own channel before there is anything on it", async () => {
  const { api, id, handle, name } = await anAccount();
  expect(await api.ok(readChannel, { params: { handle } })).toEqual({
    id,
    handle,
    name,
    picture: null,
  });
});

test("404: a channel is gone once its last public show becomes private", async () => {
  const ada = await anAccount();
  const { mint } = await aLivestream(ada);
  const params = { handle: ada.handle };
  await nobody.ok(readChannel, { params });
  await ada.api.ok(editLivestream, { params: { mint }, body: { visibility: "private" } });
  expectProblem(await nobody.call(readChannel, { params }), 404, "account-not-found");
});

test("400: an invalid handle", async () => {
  for (const word of ["a", "a%20b", "%25", "x".repeat(31), "_ada"]) {
    expectProblem(await nobody.send(`/accounts/${word}`), 400, "invalid-request");
  }
});
