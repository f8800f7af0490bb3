import { Client } from "./client";

type Asked = { query?: Record<string, string>; headers?: Record<string, string> };

/** Asks the app whether LiveKit would accept this token, as its browser SDK does. */
export function validate(token: string | null, { query = {}, headers }: Asked = {}) {
  const search = new URLSearchParams({ ...query, ...(token !== null && { access_token: token }) });
  return new Client().send(`/rtc/validate?${search}`, { headers });
}

/** Asks as a reverse proxy in front of an external LiveKit does, without AUTHORIZE_HEADER. */
export function authorize(token: string | null, { query = {}, headers }: Asked = {}) {
  const search = new URLSearchParams({ ...query, ...(token !== null && { access_token: token }) });
  return new Client().send(`/livekit/authorize?${search}`, { headers });
}

/** The verdict of both endpoints; throws if they differ. */
export async function passesTheGate(token: string, asked?: Asked): Promise<boolean> {
  const [through, beside] = await Promise.all([validate(token, asked), authorize(token, asked)]);
  const verdict = `${through.status} and ${beside.status}`;
  if (verdict === "200 and 204") return true;
  if (verdict === "401 and 401") return false;
  throw new Error(`/rtc/validate and /livekit/authorize answer ${verdict}: ${through.text}`);
}
