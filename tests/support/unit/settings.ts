import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, vi } from "vitest";

/** Gives this file's tests their own settings, not those of a running Greenroom. */
export function takeOwnSettings(): void {
  beforeAll(() => {
    const key = () => randomBytes(32).toString("base64url");
    const settings = {
      DATABASE_URL: "postgres://nobody@localhost/none",
      LIVEKIT_URL: "http://localhost:7880",
      LIVEKIT_API_KEY: "key",
      LIVEKIT_API_SECRET: key(),
      SESSION_SECRET: key(),
      API_JWT_SECRET: key(),
      INVITE_KEY: key(),
    };
    for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  });
  afterAll(() => vi.unstubAllEnvs());
}
