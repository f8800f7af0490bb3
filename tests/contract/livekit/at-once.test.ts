import { afterAll, expect, test } from "vitest";
import { createApiKey, revokeApiKey } from "@/lib/contracts/accounts/api-keys";
import { logout } from "@/lib/contracts/accounts/auth";
import { editLivestream } from "@/lib/contracts/livestreams";
import { removeParticipant } from "@/lib/contracts/restrictions";
import { connectionCheck, participantToken, refreshToken } from "@/lib/contracts/tokens";
import { Client } from "@/tests/support/api/client";
import { sql, withoutSweep } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestWaiting,
  aHostToken,
  aLiveShow,
  aLivestream,
  anAccount,
  anInvite,
  aViewerToken,
  signedIn,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { signInByPage, signOutByPage, tokenOfPage } from "@/tests/support/api/pages";
import { connected, hangUpAll, participantsOf, type Signal } from "@/tests/support/api/signal";
import { identityOf, refreshed } from "@/tests/support/api/tokens";
import { until } from "@/tests/support/api/until";

// Everything here happens without the sweep: every test holds it back.
const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
afterAll(hangUpAll);

const atOnceMs = 2_000;
const goneSoon = (what: string, signals: Signal[]) =>
  Promise.all(
    signals.map(async ({ closed }) => {
      let over = false;
      void closed.then(() => {
        over = true;
      });
      await until(what, () => over, atOnceMs);
    }),
  );

test("a show that turns private disconnects its anonymous viewers immediately, and no viewer of another show", () =>
  withoutSweep(async () => {
    const [{ mint }, other] = [await aLivestream(ada), await aLivestream(ada)];
    const strangers = [await tokenOfPage(mint), await tokenOfPage(mint)];
    const signals = await Promise.all(strangers.map((token) => connected(token)));
    const guest = await aGuestWaiting(await anInvite(ada, mint));
    const waiting = await connected(guest.token);
    await connected(await tokenOfPage(other.mint));
    const body = { visibility: "private" as const };
    await ada.api.ok(editLivestream, { params: { mint }, body });
    // The guest reconnects to wait in the lobby.
    await goneSoon("they are disconnected", [...signals, waiting]);
    expect(await participantsOf(other.mint)).toHaveLength(1);
  }));

test("a banned account loses every connection to the show immediately, hidden ones too", () =>
  withoutSweep(async () => {
    const [mint, other] = [await aLiveShow(ada), await aLiveShow(ada)];
    const seen = await aViewerToken(bob, mint, false);
    const hidden = [await aViewerToken(bob, mint, true), await aViewerToken(bob, mint, true)];
    const signals = await Promise.all([seen, ...hidden].map((token) => connected(token)));
    await connected(await aViewerToken(ada, mint, true));
    await connected(await aViewerToken(bob, other, true));
    const body = { identity: identityOf(seen), ban: true };
    await ada.api.ok(removeParticipant, { params: { mint }, body });
    await goneSoon("the banned account is disconnected", signals);
    expect(await participantsOf(mint)).toHaveLength(1);
    expect(await participantsOf(other)).toHaveLength(1);
  }));

const hidden = (mint: string) => ({ query: { mint, hidden: "true" as const } });

test("signing out on a page ends its connections and tokens immediately, and no other session's", () =>
  withoutSweep(async () => {
    const mint = await aLiveShow(ada);
    const { browser } = await signInByPage(bob);
    const [page, token] = [
      await tokenOfPage(mint, browser),
      (await browser.ok(participantToken, hidden(mint))).token,
    ];
    const others = [await aViewerToken(bob, mint, true), await tokenOfPage(mint)];
    const signals = [await connected(page), await connected(token)];
    for (const other of others) await connected(other);
    await signOutByPage(browser);
    await goneSoon("the session's connections are closed", signals);
    for (const each of [page, token]) {
      expect(await passesTheGate(each)).toBe(false);
      expect(await passesTheGate(await refreshed(each))).toBe(false);
      const answer = await browser.call(refreshToken, { body: { token: each } });
      expectProblem(answer, 401, "not-signed-in");
    }
    for (const other of others) expect(await passesTheGate(other)).toBe(true);
    expect(await participantsOf(mint)).toHaveLength(2);
  }));

test("logging out at the API takes a host off the air and out of the connection check immediately", () =>
  withoutSweep(async () => {
    const host = await anAccount("Host");
    const livestream = await aLivestream(host);
    const { mint } = livestream;
    const token = await aHostToken(host, livestream);
    const check = (await host.api.ok(connectionCheck, { params: { mint } })).token;
    const signals = [await connected(token), await connected(check)];
    await host.api.ok(logout, {});
    await goneSoon("the host is disconnected", signals);
    for (const each of [token, check, await refreshed(token)]) {
      expect(await passesTheGate(each)).toBe(false);
    }
    const again = { ...host, api: await signedIn(host) };
    expect(await passesTheGate(await aHostToken(again, livestream))).toBe(true);
    expect(await passesTheGate(token), "the old token stays void").toBe(false);
  }));

test("a host's other session stays on air, while the tokens of the ended one are void", () =>
  withoutSweep(async () => {
    const livestream = await aLivestream(ada);
    const other = { ...ada, api: await signedIn(ada) };
    const before = await aHostToken(other, livestream);
    await connected(await aHostToken(ada, livestream));
    await other.api.ok(logout, {});
    expect(await participantsOf(livestream.mint)).toHaveLength(1);
    expect(await passesTheGate(before)).toBe(false);
    expect(await passesTheGate(await aHostToken(ada, livestream))).toBe(true);
  }));

test("revoking an API key voids the tokens issued to it, and no others of its account", () =>
  withoutSweep(async () => {
    const mint = await aLiveShow(ada);
    const made = await bob.api.ok(createApiKey, { body: { name: "Wall", scopes: ["tokens"] } });
    const { token } = await new Client(made.key).ok(participantToken, hidden(mint));
    const own = await aViewerToken(bob, mint, true);
    const signal = await connected(token);
    await bob.api.ok(revokeApiKey, { params: { id: made.id } });
    await goneSoon("the key's connection is closed", [signal]);
    expect(await passesTheGate(token)).toBe(false);
    expect(await passesTheGate(own)).toBe(true);
  }));

test("401 at the gate: a token whose session has expired or no longer exists", async () => {
  const mint = await aLiveShow(ada);
  const ends = [
    "update sessions set expires_at = now() - interval '1 second' where account_id = $1",
    "delete from sessions where account_id = $1",
  ];
  for (const end of ends) {
    const viewer = await anAccount("Viewer");
    const token = await aViewerToken(viewer, mint, true);
    expect(await passesTheGate(token)).toBe(true);
    await sql(end, [viewer.id]);
    expect(await passesTheGate(token)).toBe(false);
  }
});
