import { expect, test } from "vitest";
import { emailBucket } from "@/lib/accounts/email-bucket";
import { login } from "@/lib/contracts/accounts/auth";
import { Client } from "@/tests/support/api/client";
import { limitKey, sql, withoutCounting } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { anAccount, type Person, unique } from "@/tests/support/api/factories";
import { sessionCookieOf, signInByPage } from "@/tests/support/api/pages";

const wrong = ({ email }: Person) => ({ body: { email, password: "wrong" } });
const right = ({ email, password }: Person) => ({ body: { email, password } });
const many = <T>(length: number, make: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length }, (_, n) => make(n)));

test("429: the eleventh wrong password from one address, and the right one after it", async () => {
  const ada = await anAccount();
  const stranger = new Client();
  const answers = await many(11, () => stranger.call(login, wrong(ada)));
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(10).fill(401), 429]);
  expectProblem(await stranger.call(login, right(ada)), 429, "too-many-requests");
});

test("200: a stranger's wrong passwords do not lock the owner out elsewhere", async () => {
  const ada = await anAccount();
  const stranger = new Client();
  await many(15, () => stranger.call(login, wrong(ada)));
  expect((await new Client().call(login, right(ada))).status).toBe(200);
});

test("429: a forged X-Forwarded-For does not help behind a proxy that appends the true address", async () => {
  const ada = await anAccount();
  const { address } = new Client();
  const from = (n: number) => ({ "x-forwarded-for": `203.0.113.${n}, ${address}` });
  const answers = await many(11, (n) => new Client().call(login, wrong(ada), from(n)));
  expect(answers.map(({ status }) => status)).toContain(429);
});

test("429: a hundred wrong passwords for one account, from any address", async () => {
  const ada = await anAccount();
  const answers = await many(101, () => new Client().call(login, wrong(ada)));
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
  expectProblem(await new Client().call(login, right(ada)), 429, "too-many-requests");
});

test("200: successful sign-ins are not counted", async () => {
  const ada = await anAccount();
  const own = new Client();
  for (let n = 0; n < 12; n++) expect((await own.call(login, right(ada))).status).toBe(200);
});

test("429: the API and the sign-in page share one limit, and the page shows the reason", async () => {
  const ada = await anAccount();
  const stranger = new Client();
  await many(10, () => stranger.call(login, wrong(ada)));
  const { browser, answer } = await signInByPage(ada, stranger);
  expect(sessionCookieOf(browser)).toBeUndefined();
  expect(answer.text).toContain("error=too-many-requests");
});

test("500: when attempts cannot be counted, nobody gets in and no internals leak", async () => {
  const ada = await anAccount();
  const [api, pages] = await withoutCounting(
    limitKey("sign-in-by-email", emailBucket(ada.email)),
    async () => [await new Client().call(login, right(ada)), await signInByPage(ada)],
  );
  expectProblem(api, 500, "internal-error");
  expect(api.text).not.toContain("rate_limits");
  expect(sessionCookieOf(pages.browser)).toBeUndefined();
  expect(pages.answer.text).toContain("error=internal-error");
  expect(pages.answer.text).not.toContain("rate_limits");
});

test("401: attempts for an unknown email address count like those for an account", async () => {
  const nobody = { email: `${unique("x")}@example.org`, password: "wrong" } as Person;
  const stranger = new Client();
  const answers = await many(11, () => stranger.call(login, wrong(nobody)));
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(10).fill(401), 429]);
});

test("429: attempts with invented email addresses are refused by IP address, without a row for each", async () => {
  const stranger = new Client();
  const invented = () => ({ email: `${unique("x")}@example.org`, password: "wrong" }) as Person;
  const own = [limitKey("sign-in-by-address", stranger.address)];
  await stranger.call(login, wrong(invented()));
  await sql("update rate_limits set points = 300 where key = any($1)", [own]);
  const last = invented();
  expectProblem(await stranger.call(login, wrong(last)), 429, "too-many-requests");
  const keys = [
    limitKey("sign-in", `${stranger.address} ${last.email}`),
    limitKey("sign-in-by-email", last.email),
  ];
  expect(await sql("select key from rate_limits where key = any($1)", [keys])).toEqual([]);
});
