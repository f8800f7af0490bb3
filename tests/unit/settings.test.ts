import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { domainIn } from "@/lib/setting-kinds.mjs";
import { parseSettings } from "@/lib/settings.mjs";
import { settingsTable } from "@/lib/settings-table.mjs";
import packageJson from "@/package.json";
import { readDotenv } from "@/scripts/launcher/load-settings.mjs";
import { isOlder, nodeNeeded, oldestNode } from "@/scripts/launcher/programs/node-version.mjs";

function problem(env: Record<string, string>): string {
  try {
    parseSettings(env);
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
  return "";
}

describe("the table of settings", () => {
  test(".env.example lists every setting with its description and default", () => {
    const entries = Object.values(settingsTable);
    const body = entries.map(({ name, doc, example }) => `# ${doc}\n#${name}=${example}\n`);
    const example = readFileSync(".env.example", "utf8");
    expect(example.slice(example.indexOf("\n\n") + 2)).toBe(body.join("\n"));
  });

  test("its defaults are valid values", () => {
    const examples = Object.values(settingsTable).map(({ name, example }) => [name, example]);
    expect(parseSettings(Object.fromEntries(examples))).toEqual(parseSettings({}));
  });
});

describe("parseSettings", () => {
  test("without any setting, the app is on loopback, and the launcher chooses the rest", () => {
    expect(parseSettings({})).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      publicUrl: "http://localhost:3000",
      mediaAddress: null,
      databaseUrl: null,
      livekitUrl: null,
      livekitPort: null,
      trustProxy: 0,
    });
  });

  test("an empty value counts as unset", () => {
    expect(parseSettings({ PORT: "", PUBLIC_URL: " " })).toEqual(parseSettings({}));
  });

  test("PUBLIC_URL follows the port, and loses its trailing slash", () => {
    expect(parseSettings({ PORT: "8080" }).publicUrl).toBe("http://localhost:8080");
    expect(parseSettings({ PUBLIC_URL: "https://live.example.com/" }).publicUrl).toBe(
      "https://live.example.com",
    );
  });

  test("an invalid value is reported with what was expected and what was found", () => {
    expect(problem({ PORT: "abc" })).toBe(
      'PORT must be a whole number from 1 to 65535, but is "abc".',
    );
  });

  test("all invalid values are reported at once", () => {
    const sentences = problem({ PORT: "0", LOG_LEVEL: "loud", MEDIA_ADDRESS: "0.0.0.0" });
    expect(sentences.split("\n")).toHaveLength(3);
    expect(sentences).toContain(
      'LOG_LEVEL must be one of debug, info, warn, error, but is "loud".',
    );
  });

  test("an invalid secret is reported, but not repeated", () => {
    const sentence = problem({ SESSION_SECRET: "hunter2" });
    expect(sentence).toBe("SESSION_SECRET must be at least 32 characters.");
  });

  test.each([
    ["PUBLIC_URL", "https://example.com/live"],
    ["DATABASE_URL", "mysql://localhost/greenroom"],
    ["INVITE_KEY", "short"],
    ["TRUST_PROXY", "-1"],
    ["HOST_AWAY_END_MINUTES", "1.5"],
    ["LIVEKIT_UDP_PORT", "70000"],
    ["INSTALLATION_NAME", "x".repeat(51)],
    ["SIGN_UP", "sometimes"],
    ["SIGN_UP_DOMAINS", "example.com,"],
    ["SIGN_UP_DOMAINS", "localhost"],
    ["SIGN_UP_DOMAINS", "пример.рф"],
    ["KEEP_SHOWS_DAYS", "0"],
    ["SMTP_URL", "https://mail.example.com"],
    ["MAIL_FROM", "Greenroom"],
    ["MAIL_FROM", "a@example.com, b@example.com"],
    ["MAIL_FROM", "Greenroom\r\nBcc: <a@example.com>"],
  ])("%s refuses %s", (name, value) => {
    expect(problem({ [name]: value })).toMatch(new RegExp(`^${name} must be `));
  });

  const own = { LIVEKIT_API_KEY: "key", LIVEKIT_API_SECRET: "secret" };

  test("your own LiveKit needs URL, key and secret together", () => {
    expect(problem({ LIVEKIT_URL: "wss://live.example.com" })).toBe(
      "LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET must be set together, but LIVEKIT_API_KEY and LIVEKIT_API_SECRET are missing.",
    );
    expect(problem(own)).toMatch(/but LIVEKIT_URL is missing\.$/);
  });

  test("a sign-in provider needs issuer, ID and secret together, and TLS unless it is on this machine", () => {
    const more = { OIDC_CLIENT_ID: "greenroom", OIDC_CLIENT_SECRET: "secret" };
    const issuer = (OIDC_ISSUER: string) => parseSettings({ ...more, OIDC_ISSUER }).oidcIssuer;
    expect(problem({ OIDC_CLIENT_ID: "greenroom" })).toMatch(
      /OIDC_CLIENT_SECRET must be set together, but OIDC_ISSUER and OIDC_CLIENT_SECRET are missing\.$/,
    );
    expect(issuer("https://id.example.com/realms/x/")).toBe("https://id.example.com/realms/x");
    expect(issuer("http://127.0.0.1:4000")).toBe("http://127.0.0.1:4000");
    for (const bad of ["http://id.example.com", "https://id.example.com?x=1", "id.example.com"]) {
      expect(problem({ ...more, OIDC_ISSUER: bad })).toMatch(/^OIDC_ISSUER must be an https/);
    }
  });

  test("mail needs a server and a sender together", () => {
    expect(problem({ SMTP_URL: "smtps://user:password@mail.example.com" })).toBe(
      "SMTP_URL and MAIL_FROM must be set together, but MAIL_FROM is missing.",
    );
    const settings = { SMTP_URL: "smtp://localhost:2525", MAIL_FROM: "Greenroom <a@example.com>" };
    expect(parseSettings(settings)).toMatchObject({
      smtpUrl: "smtp://localhost:2525",
      mailFrom: "Greenroom <a@example.com>",
    });
  });

  test("TURN needs a name, a certificate and its key together, and an address for media", () => {
    const turn = { TURN_DOMAIN: "turn.example.com", TURN_CERT: "c.pem", TURN_KEY: "k.pem" };
    expect(problem({ TURN_DOMAIN: "turn.example.com", MEDIA_ADDRESS: "203.0.113.7" })).toBe(
      "TURN_DOMAIN, TURN_CERT and TURN_KEY must be set together, but TURN_CERT and TURN_KEY are missing.",
    );
    const needsAddress = "MEDIA_ADDRESS must be an IPv4 address for TURN_DOMAIN.";
    expect(problem(turn)).toBe(needsAddress);
    expect(problem({ ...turn, MEDIA_ADDRESS: "2001:db8::7" })).toBe(needsAddress);
    expect(parseSettings({ ...turn, MEDIA_ADDRESS: "203.0.113.7" })).toMatchObject({
      turnDomain: "turn.example.com",
      turnPort: 5349,
    });
  });

  test("sign-up by domain needs domains", () => {
    expect(problem({ SIGN_UP: "domains" })).toBe(
      "SIGN_UP_DOMAINS must be set for SIGN_UP=domains.",
    );
    expect(problem({ SIGN_UP: "domains", SIGN_UP_DOMAINS: "example.com" })).toBe("");
    expect(problem({ SIGN_UP: "domains", SIGN_UP_DOMAINS: "localhost" })).not.toContain(
      "must be set",
    );
  });

  test("domains of email addresses are in lower case and Punycode, each once", () => {
    const { signUpDomains } = parseSettings({
      SIGN_UP_DOMAINS: "Example.com, münchen.de,EXAMPLE.com",
    });
    expect(signUpDomains).toEqual(["example.com", "xn--mnchen-3ya.de"]);
  });

  test.each([
    ["a.b.example.org", "a.b.example.org"],
    ["1.2.3.4", undefined],
    ["0x7f.1", undefined],
    ["user@example.com", undefined],
    ["example.com/path", undefined],
    ["example.com:25", undefined],
    ["ex%61mple.com", undefined],
    ["a..com", undefined],
    ["", undefined],
  ])("the domain in %j", (text, domain) => {
    expect(domainIn(text)).toBe(domain);
  });

  test("LiveKit's API is called over HTTP, and browsers reach it over WebSocket", () => {
    const settings = parseSettings({
      ...own,
      LIVEKIT_URL: "wss://live.example.com",
      LIVEKIT_PUBLIC_URL: "https://live.example.com/",
    });
    expect(settings.livekitUrl).toBe("https://live.example.com");
    expect(settings.livekitPublicUrl).toBe("wss://live.example.com");
  });
});

describe(".env", () => {
  const folder = mkdtempSync(join(tmpdir(), "greenroom-env-"));
  const file = join(folder, ".env");
  afterAll(() => rmSync(folder, { recursive: true }));

  function read(content: string) {
    writeFileSync(file, content);
    return readDotenv(file);
  }

  test("values can be quoted, exported and followed by a comment", () => {
    const content = `# a comment\nA=1\nexport B = "two # words" # why\nC='$A'\nD=x # z\nE=\n\nnonsense\n`;
    expect(read(content)).toEqual({ A: "1", B: "two # words", C: "$A", D: "x", E: "" });
  });

  test("carriage returns do not end up in a value", () => {
    expect(read("PORT=3000\r\nHOST=::1\r\n")).toEqual({ PORT: "3000", HOST: "::1" });
  });

  test("without the file, there are no settings", () => {
    expect(readDotenv(join(folder, "none"))).toEqual({});
  });
});

describe("the Node version", () => {
  test("the oldest supported one is that of package.json", () => {
    expect(`>=${oldestNode}`).toBe(`${packageJson.engines.node}.0`);
  });

  test.each(["22.12.0", "22.22.0", "24.0.0", "100.0.0"])("Node %s is supported", (version) => {
    expect(isOlder(version, oldestNode)).toBe(false);
  });

  test.each(["22.11.9", "20.20.2", "18.20.4", "9.11.2"])("Node %s is not supported", (version) => {
    expect(isOlder(version, oldestNode)).toBe(true);
  });

  test("the message names both versions", () => {
    expect(nodeNeeded("9.11.2")).toBe(
      "Greenroom needs Node 22.12 or newer, but this is Node 9.11.2.",
    );
  });
});
