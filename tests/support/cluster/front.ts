import { createHmac } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions } from "@playwright/test";
import { deployed } from "./deployed";
import { type Program, startProgram } from "./program";

export type Ports = {
  /** Of the site, of LiveKit for the apps, and of the apps for LiveKit's webhooks. */
  site: number;
  livekit: number;
  webhooks: number;
};

const pin = { name: "app", secret: "the pin of the tests" };

/**
 * Caddy as deploy/compose.many.yaml runs it. Its site has one more line: a browser may name the app that it
 * wants while that app is there (`pinnedTo`).
 */
export async function startFront(
  folder: string,
  { site, livekit, webhooks }: Ports,
  apps: string[],
  livekits: string[],
): Promise<Program> {
  deployed("Caddyfile", folder, "Caddyfile", {
    "health_uri /readyz": `health_uri /readyz\n\t\tlb_policy cookie ${pin.name} "${pin.secret}"`,
  });
  deployed("Caddyfile.many", folder, "Caddyfile.many", {
    "livekit.internal:7880": `localhost:${livekit}`,
    "greenroom.internal:3000": `localhost:${webhooks}`,
  });
  const file = join(folder, "Caddyfile.tests");
  const { ROOT_CERTIFICATE = "", ROOT_KEY = "" } = process.env;
  const authority = `pki {\n\t\tca {\n\t\t\troot {\n\t\t\t\tcert ${ROOT_CERTIFICATE}\n\t\t\t\tkey ${ROOT_KEY}\n\t\t\t}\n\t\t}\n\t}`;
  const own = `admin off\n\tauto_https disable_redirects\n\tskip_install_trust\n\t${authority}`;
  writeFileSync(file, `{\n\t${own}\n}\nimport Caddyfile.many\n`);
  return startProgram({
    command: process.env.CADDY ?? "",
    args: ["run", "--config", file, "--adapter", "caddyfile"],
    env: {
      DOMAIN: `localhost:${site}`,
      APPS: apps.join(" "),
      LIVEKITS: livekits.join(" "),
      PRIVATE_ADDRESS: "127.0.0.1",
      XDG_DATA_HOME: folder,
      XDG_CONFIG_HOME: folder,
    },
    isReady: () =>
      fetch(`https://localhost:${site}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      ),
  });
}

/** A browser whose requests go to one app, as Caddy's `lb_policy cookie` writes it. */
export function pinnedTo(app: string): BrowserContextOptions["storageState"] {
  const value = createHmac("sha256", pin.secret).update(app).digest("hex");
  const cookie = { name: pin.name, value, domain: "localhost", path: "/", expires: -1 };
  return {
    cookies: [{ ...cookie, httpOnly: true, secure: true, sameSite: "Lax" as const }],
    origins: [],
  };
}
