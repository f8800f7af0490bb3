import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the link between the two ends does to packets; nothing, for a field that is missing. */
export type Weather = {
  /** Share of the packets lost in each direction, in percent. */
  lossPercent?: number;
  /** Added to each way, for the ports that browsers use. */
  delayMs?: number;
  /** The speed at which the far end sends. */
  uplinkKbit?: number;
  blocks?: "udp" | "udp and media over tcp";
};

export type Ports = { tcp: readonly number[]; udp: readonly number[]; mediaOverTcp: number };

const prefix = "greenroom-";

/** The relay runs as another user, so that rules tell its packets from the browser's. */
const nobody = 65_534;

const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

function attempt(command: string, ...args: string[]): void {
  try {
    run(command, ...args);
  } catch {
    // It is gone already.
  }
}

/** A network namespace that is linked to this machine by a pair of virtual network devices. */
export class FarNetwork {
  readonly #name = `${prefix}${process.pid}`;
  readonly #near = `gr${process.pid}`;
  readonly #subnet = `10.213.${process.pid % 256}`;
  readonly #folder = mkdtempSync(join(tmpdir(), "greenroom-network-"));
  #relay: ChildProcess | null = null;

  /** This machine's address on the link. */
  readonly address = `${this.#subnet}.1`;

  constructor(readonly ports: Ports) {
    removeStale();
    const peer = ["peer", "name", "far", "netns", this.#name];
    run("ip", "netns", "add", this.#name);
    run("ip", "link", "add", this.#near, "type", "veth", ...peer);
    run("ip", "address", "add", `${this.address}/24`, "dev", this.#near);
    run("ip", "link", "set", this.#near, "up");
    this.#far("link", "set", "lo", "up");
    this.#far("address", "add", `${this.#subnet}.2/24`, "dev", "far");
    this.goesUp();
    process.once("exit", () => this.remove());
  }

  /** A program that starts `command` at the far end, with the arguments it gets. */
  starter(command: string): string {
    const file = join(this.#folder, "start");
    writeFileSync(file, `#!/bin/sh\nexec ip netns exec ${this.#name} ${command} "$@"\n`, {
      mode: 0o755,
    });
    return file;
  }

  /** Replaces the link's weather. With a delay, only connections opened afterwards are delayed. */
  async turns(weather: Weather): Promise<void> {
    await this.#stopRelay();
    if (weather.delayMs) await this.#startRelay(weather.delayMs);
    const { lossPercent, blocks, uplinkKbit } = weather;
    const drops = [
      ...(lossPercent ? [`numgen random mod 100 < ${lossPercent} drop`] : []),
      ...(blocks ? ["meta l4proto udp drop"] : []),
      ...(blocks === "udp and media over tcp"
        ? [`tcp dport ${this.ports.mediaOverTcp} drop`, `tcp sport ${this.ports.mediaOverTcp} drop`]
        : []),
    ];
    // A packet dropped by its sender's own rules is an error for the sender: each end drops what arrives.
    this.#rules([], this.#near, drops);
    this.#rules(this.#atFarEnd, "far", drops, weather.delayMs ? this.#toRelay() : "");
    attempt("tc", "-n", this.#name, "qdisc", "del", "dev", "far", "root");
    if (!uplinkKbit) return;
    const bucket = ["rate", `${uplinkKbit}kbit`, "burst", "8kb", "latency", "300ms"];
    run("tc", "-n", this.#name, "qdisc", "add", "dev", "far", "root", "tbf", ...bucket);
  }

  goesDown(): void {
    this.#far("link", "set", "far", "down");
  }

  goesUp(): void {
    this.#far("link", "set", "far", "up");
    this.#route();
  }

  /** The far end gets another address, as a phone does that leaves the Wi-Fi. */
  changesAddress(): void {
    const [own = ""] = /[\d.]+\/24/.exec(this.#far("-4", "address", "show", "dev", "far")) ?? [];
    const next = Number(own.split(/[./]/)[3]) + 1;
    this.#far("address", "del", own, "dev", "far");
    this.#far("address", "add", `${this.#subnet}.${next}/24`, "dev", "far");
    this.#route();
  }

  remove(): void {
    this.#relay?.kill("SIGKILL");
    remove(this.#name);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get #atFarEnd() {
    return ["ip", "netns", "exec", this.#name];
  }

  #far(...args: string[]): string {
    return run("ip", "-n", this.#name, ...args);
  }

  /** Browsers send from the address of the default route. */
  #route(): void {
    this.#far("route", "replace", "default", "via", this.address);
  }

  #rules(where: string[], device: string, drops: string[], more = ""): void {
    const table = `inet ${this.#name.replace("-", "_")}`;
    const text = `
      table ${table} {}
      delete table ${table}
      table ${table} {
        chain arriving {
          type filter hook input priority filter
          ${drops.map((drop) => `iifname "${device}" ${drop}`).join("\n")}
        }
        ${more}
      }`;
    const [command = "nft", ...args] = [...where, "nft", "-f", "-"];
    execFileSync(command, args, { input: text, stdio: ["pipe", "pipe", "inherit"] });
  }

  /** LiveKit also tries the browser's own address, past the relay: those answers are dropped. */
  #toRelay(): string {
    const { tcp, udp } = this.ports;
    return `
      chain to_relay {
        type nat hook output priority -100
        meta skuid ${nobody} accept
        ip daddr ${this.address} tcp dport { ${tcp.join(", ")} } redirect
        ip daddr ${this.address} udp dport { ${udp.join(", ")} } redirect
      }
      chain past_relay {
        type filter hook output priority filter
        meta skuid != ${nobody} ip daddr ${this.address} meta l4proto udp drop
      }`;
  }

  async #startRelay(delayMs: number): Promise<void> {
    const { address, ports } = this;
    const job = JSON.stringify({ address, ...ports, delayMs, user: nobody });
    const program = join(process.cwd(), "tests", "support", "networks", "delaying-relay.mjs");
    const [command = "ip", ...args] = [...this.#atFarEnd, process.execPath, program, job];
    this.#relay = spawn(command, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    await once(this.#relay, "message");
  }

  async #stopRelay(): Promise<void> {
    const relay = this.#relay;
    this.#relay = null;
    if (!relay) return;
    relay.kill();
    await once(relay, "exit");
  }
}

function remove(name: string): void {
  attempt("ip", "link", "del", name.replace(prefix, "gr"));
  attempt("nft", "delete", "table", "inet", name.replace("-", "_"));
  attempt("ip", "netns", "del", name);
}

/** What a run left behind that was killed. */
function removeStale(): void {
  const names = run("ip", "netns", "list").match(new RegExp(`^${prefix}\\d+`, "gm")) ?? [];
  for (const name of names.filter((each) => !isRunning(Number(each.slice(prefix.length))))) {
    remove(name);
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
