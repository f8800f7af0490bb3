import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** Socket inodes of a process, as in "socket:[12345]". */
function inodesOf(pid: number): Set<string> {
  const links = readdirSync(`/proc/${pid}/fd`).map((fd) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${fd}`);
    } catch {
      return "";
    }
  });
  return new Set(links.map((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? "").filter(Boolean));
}

/** 127.0.0.1 and ::1, as the kernel writes them. */
export const loopbackAddresses = ["0100007F", "00000000000000000000000001000000"];

const tcpListen = "0A";
const udpUnconnected = "07";

/**
 * The addresses at which a process of this machine can be reached, in the kernel's hexadecimal:
 * "0100007F" is 127.0.0.1, "00000000" is every address. Linux only.
 */
export function listensOn(pid: number, transport: "tcp" | "udp"): string[] {
  const inodes = inodesOf(pid);
  return [transport, `${transport}6`].flatMap((table) => {
    const state = table.startsWith("tcp") ? tcpListen : udpUnconnected;
    const rows = readFileSync(`/proc/net/${table}`, "utf8").trim().split("\n").slice(1);
    return rows
      .map((row) => row.trim().split(/\s+/))
      .filter((fields) => fields[3] === state && inodes.has(fields[9] ?? ""))
      .map((fields) => fields[1]?.split(":")[0] ?? "");
  });
}
