import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "../support/api/until";

export type RunningProxy = { stop: () => Promise<void> };

/** Runs Caddy with this configuration, which listens on the port; without its admin endpoint. */
export const runCaddy = (program: string, config: string, port: number): Promise<RunningProxy> =>
  run(port, (folder) => {
    const file = join(folder, "Caddyfile");
    writeFileSync(file, `{\n\tadmin off\n}\n${config}`);
    const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
    return spawn(program, ["run", "--config", file, "--adapter", "caddyfile"], { env });
  });

/** Runs nginx with this as its only site, and with everything it writes in its own folder. */
export const runNginx = (program: string, config: string, port: number): Promise<RunningProxy> =>
  run(port, (folder) => {
    const file = join(folder, "nginx.conf");
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    const paths = temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join("\n");
    // nginx's workers run as another user when started by root, and cannot enter the folder.
    const user = process.getuid?.() === 0 ? "user root;" : "";
    const main = `${user} daemon off; pid ${folder}/pid; error_log stderr; events {}`;
    writeFileSync(file, `${main}\nhttp {\naccess_log off;\n${paths}\n${config}\n}\n`);
    return spawn(program, ["-e", "stderr", "-p", folder, "-c", file]);
  });

async function run(port: number, start: (folder: string) => ChildProcess): Promise<RunningProxy> {
  const folder = mkdtempSync(join(tmpdir(), "greenroom-proxy-"));
  const child = start(folder);
  const said: string[] = [];
  child.stderr?.on("data", (chunk) => said.push(String(chunk)));
  await until("the proxy listens", () => {
    if (child.exitCode !== null) throw new Error(`the proxy ended: ${said.join("")}`);
    return listens(port);
  });
  return {
    stop: async () => {
      if (child.exitCode === null) {
        const ended = once(child, "exit");
        child.kill("SIGTERM");
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const listens = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("connect", () => resolve(true)).on("error", () => resolve(false));
    socket.on("connect", () => socket.destroy());
  });
