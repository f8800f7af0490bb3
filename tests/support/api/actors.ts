import { createApiKey } from "@/lib/contracts/accounts/api-keys";
import { logout, signUp } from "@/lib/contracts/accounts/auth";
import { type Scope, scopes } from "@/lib/contracts/common/scopes";
import { Client } from "./client";
import { sql } from "./database";
import { anAccount, type Person, signedIn, unique } from "./factories";
import { server } from "./server";
import { signBearer } from "./tokens";

/** Every kind of caller, in the order of the table's columns. */
export const actorNames = [
  "nobody",
  "expired",
  "logged out",
  "viewer",
  "other creator",
  "creator",
  "co-host",
  "moderator",
  "member",
  "org admin",
  "allowed admin",
  "admin",
  "super admin",
  "API key",
  "agent",
] as const;
export type ActorName = (typeof actorNames)[number];
export type People = Record<
  | "viewer"
  | "other creator"
  | "creator"
  | "co-host"
  | "moderator"
  | "member"
  | "org admin"
  | "allowed admin",
  Person
>;

/** The people of the table, and a client for each of its columns. */
export async function theActors(): Promise<{ people: People; clients: Record<ActorName, Client> }> {
  const superAdmin = await theSuperAdmin();
  const names = [
    "viewer",
    "other creator",
    "creator",
    "co-host",
    "moderator",
    "member",
    "org admin",
  ] as const;
  const made = await Promise.all(
    [...names, "allowed admin", "admin"].map((name) => anAccount(name)),
  );
  const by = Object.fromEntries(made.map((person) => [person.name, person]));
  const people = by as unknown as People;
  const admin = by.admin as Person;
  await sql("update accounts set role = 'admin' where id = $1", [admin.id]);
  const gone = await signedIn(people.viewer);
  await gone.ok(logout, {});
  // Separate sessions: the table ends them, and the clean-up still needs the original ones.
  const sessions = await Promise.all(made.map((each) => signedIn(each)));
  const bearers = Object.fromEntries(made.map(({ name }, index) => [name, sessions[index]]));
  const clients = {
    ...bearers,
    nobody: new Client(),
    expired: new Client(
      await signBearer({ sid: "any", sub: people.creator.id, exp: 1_700_000_000 }),
    ),
    "logged out": gone,
    "super admin": superAdmin,
    "API key": await aServerOf(people.creator, keyScopes),
    agent: await aServerOf(admin, ["operator"]),
  } as Record<ActorName, Client>;
  return { people, clients };
}

const keyScopes = (Object.keys(scopes) as Scope[]).filter((scope) => scope !== "operator");

async function aServerOf(owner: Person, granted: Scope[]): Promise<Client> {
  const { key } = await owner.api.ok(createApiKey, { body: { name: "table", scopes: granted } });
  return new Client(key);
}

/** The installation's super admin, created if missing, in a session of the test's own. */
export async function theSuperAdmin(): Promise<Client> {
  const find = () => sql<{ id: string }>("select id from accounts where role = 'super_admin'");
  if ((await find()).length === 0) {
    const handle = unique("founder");
    const body = { email: `${handle}@example.org`, handle, name: "Founder", password: handle };
    await new Client().ok(signUp, { body: { ...body, code: server.founderCode } });
  }
  const [founder] = await find();
  const sid = unique("session");
  const life = "now() + interval '1 hour'";
  await sql(
    `insert into sessions (id, account_id, door, expires_at) values ($1, $2, 'api', ${life})`,
    [sid, founder?.id],
  );
  return new Client(await signBearer({ sid, sub: founder?.id }));
}
