import { expect, test } from "vitest";
import { login } from "@/lib/contracts/accounts/auth";
import { Client } from "@/tests/support/api/client";
import { anAccount, unique } from "@/tests/support/api/factories";

test("401: a wrong password and an unknown address take equally long", async () => {
  const known = await anAccount();
  const times = { known: [] as number[], unknown: [] as number[] };
  // In turn, so that whatever else this machine does slows both.
  for (let rounds = 0; rounds < 9; rounds++) {
    for (const [who, email] of [
      ["known", known.email],
      ["unknown", `${unique("nobody")}@example.org`],
    ] as const) {
      const startedAt = performance.now();
      const body = { email, password: "a wrong password" };
      expect((await new Client().call(login, { body })).status).toBe(401);
      times[who].push(performance.now() - startedAt);
    }
  }
  const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  const ratio = median(times.unknown) / median(times.known);
  expect(ratio).toBeGreaterThan(0.6);
  expect(ratio).toBeLessThan(1.7);
});
