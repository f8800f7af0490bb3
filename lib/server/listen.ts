import "server-only";
import type { Server } from "node:http";

const loopback = ["127.0.0.1", "localhost"];

/** We print `localhost`, which some browsers resolve to ::1 first. */
export const addressesOf = (host: string): string[] =>
  loopback.includes(host) ? ["127.0.0.1", "::1"] : [host];

/** The error codes for ::1 on a machine without IPv6. */
const absent = ["EADDRNOTAVAIL", "EAFNOSUPPORT"];

/** @returns null if this machine has no IPv6 loopback; 127.0.0.1 serves instead */
export function listenOn(
  server: Server,
  { address, port }: { address: string; port: number },
): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (address === "::1" && absent.includes(error.code ?? "")) resolve(null);
      else reject(error);
    });
    server.listen(port, address, () => resolve(server));
  });
}
