import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { withDraft } from "@/scripts/launcher/programs/cache.mjs";
import { fetchGo } from "@/scripts/launcher/programs/go-toolchain.mjs";

const prefix = "golang.org/toolchain@v0.0.1-go1.0.0.test-system/";
const files = { "bin/go": "#!/bin/sh\n", "pkg/tool/x/link": "a linker", VERSION: "go1.0.0" };

/** A zip whose files are stored uncompressed. */
function zipOf(contents: Record<string, string>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(contents)) {
    const data = Buffer.from(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, Buffer.from(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.from("PK\x01\x02\x14\x00"), common, tail, Buffer.from(name));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  const count = Object.keys(contents).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from("PK\x05\x06"), end]);
}

/** The hash as in `go.sum`. */
function hashOf(contents: Record<string, string>): string {
  const sha256 = (text: string) => createHash("sha256").update(text);
  const lines = Object.keys(contents)
    .sort()
    .map((name) => `${sha256(contents[name] ?? "").digest("hex")}  ${name}\n`);
  return `h1:${sha256(lines.join("")).digest("base64")}`;
}

const module = Object.fromEntries(Object.entries(files).map(([k, v]) => [`${prefix}${k}`, v]));
const pinned = { version: "1.0.0", megabytes: 1, go: "test-system", hash: hashOf(module) };

let cache: string;
const servers: Server[] = [];

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), "greenroom-go-"));
});

afterEach(() => {
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) server.close();
  // Whatever happened, nothing half-finished remains.
  expect(readdirSync(cache)).toEqual([]);
  rmSync(cache, { recursive: true });
});

async function aProxy(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const serving = (zip: Buffer) => aProxy((_, response) => response.end(zip));
const fetched = <T>(use: (go: string) => T) =>
  withDraft(join(cache, "livekit"), async (draft) => use(await fetchGo(pinned, draft)));

test("Go is downloaded from the module proxy, and its programs can run", async () => {
  const asked: string[] = [];
  const proxy = await aProxy((request, response) => {
    asked.push(`${request.url} ${request.headers.authorization}`);
    response.end(zipOf(module));
  });
  vi.stubEnv("GOPROXY", proxy.replace("//", "//ada:secret@"));
  await fetched((go) => {
    for (const file of ["bin/go", "pkg/tool/x/link"]) {
      accessSync(join(go, "..", "..", file), constants.X_OK);
    }
    expect(() => accessSync(join(go, "..", "..", "VERSION"), constants.X_OK)).toThrow();
    expect(existsSync(join(go, "..", "..", "..", "go.zip"))).toBe(false);
  });
  const basic = `Basic ${Buffer.from("ada:secret").toString("base64")}`;
  const path = "/golang.org/toolchain/@v/v0.0.1-go1.0.0.test-system.zip";
  expect(asked).toEqual([`${path} ${basic}`]);
});

test("if one proxy does not have it, the next is asked", async () => {
  const without = await aProxy((_, response) => response.writeHead(404).end());
  vi.stubEnv("GOPROXY", `${without},${await serving(zipOf(module))},direct`);
  await fetched((go) => expect(go).toContain(cache));
});

test.each([
  ["one byte differs", { ...module, [`${prefix}bin/go`]: "#!/bin/sx\n" }],
  ["a file is missing", { [`${prefix}bin/go`]: files["bin/go"] }],
  ["there is an extra file", { ...module, [`${prefix}bin/other`]: "more" }],
  ["a file belongs to another module", { ...module, "other/bin/go": "more" }],
  ["a name leads outside the folder", { ...module, [`${prefix}../../../evil`]: "more" }],
])("nothing runs and nothing remains when %s", async (_, contents) => {
  vi.stubEnv("GOPROXY", await serving(zipOf(contents)));
  await expect(fetched(() => expect.unreachable())).rejects.toThrow(
    /is not Go 1\.0\.0: its hash is .*, but must be h1:.*It was not run\./,
  );
});

test("a download that breaks off is reported in one sentence", async () => {
  const breaking = await aProxy((_, response) => {
    response.writeHead(200, { "content-length": 1_000_000 });
    response.write("PK", () => response.destroy());
  });
  vi.stubEnv("GOPROXY", breaking);
  await expect(fetched(() => expect.unreachable())).rejects.toThrow("could not fetch Go");
});

test("no network is reported in one sentence, and so is a GOPROXY without a proxy", async () => {
  vi.stubEnv("GOPROXY", "http://127.0.0.1:9");
  await expect(fetched(() => expect.unreachable())).rejects.toThrow(
    /could not fetch Go to build LiveKit \(.+\)\. Check your connection/,
  );
  vi.stubEnv("GOPROXY", "off");
  await expect(fetched(() => expect.unreachable())).rejects.toThrow("names no proxy");
});
