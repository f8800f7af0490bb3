import "server-only";
import type { Server } from "node:http";

const loopback = ["127.0.0.1", "localhost"];

/** `localhost` is what we print, and it leads some browsers to ::1 first. */
export const addressesOf = (host: string): string[] =>
  loopback.includes(host) ? ["127.0.0.1", "::1"] : [host];

/** What a machine without IPv6 says of ::1. */
const absent = ["EADDRNOTAVAIL", "EAFNOSUPPORT"];

/** @returns null where this machine has no such address and another one serves as well */
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
