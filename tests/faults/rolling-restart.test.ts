import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { roomAuth } from "@/lib/contracts/guests";
import { documented } from "@/tests/proxies/documented";
import { type RunningProxy, runCaddy, runNginx } from "@/tests/proxies/running";
import { type AnotherApp, aFreePort, anotherApp } from "@/tests/support/api/another-app";
import { endShows } from "@/tests/support/api/factories";
import { server } from "@/tests/support/api/server";
import { until } from "@/tests/support/api/until";
import { ClientsOfShow } from "@/tests/support/faults/clients";
import { figure, healsWithinMs, since } from "@/tests/support/faults/figure";
import { slowest } from "@/tests/support/faults/probe";
import { ShowUnderFault } from "@/tests/support/faults/show";

const usual = server.url;
const [first, second] = ["127.0.0.1:3000", "127.0.0.1:3001"];
type Ports = { proxy: number; apps: [number, number] };

const kinds = [
  {
    ...{ name: "Caddy", program: process.env.CADDY, start: runCaddy, drainSeconds: "3" },
    config: ({ proxy, apps }: Ports) =>
      documented("Stopping", "caddy", {
        "greenroom.example.com {": `http://localhost:${proxy} {`,
        [first]: `127.0.0.1:${apps[0]}`,
        [second]: `127.0.0.1:${apps[1]}`,
      }),
  },
  {
    ...{ name: "nginx", program: process.env.NGINX, start: runNginx, drainSeconds: "0" },
    config: ({ proxy, apps }: Ports) => {
      const upstream = documented("Stopping", "nginx", {
        [first]: `127.0.0.1:${apps[0]}`,
        [second]: `127.0.0.1:${apps[1]}`,
      });
      const site = documented("Behind a reverse proxy", "nginx", {
        "listen 80;": `listen 127.0.0.1:${proxy};`,
        "greenroom.example.com": "localhost",
        [`http://${first}`]: "http://greenroom",
      });
      return `${upstream}\n${site}`;
    },
  },
];

for (const { name, program, start, drainSeconds, config } of kinds) {
  describe.skipIf(!program)(`behind ${name} as docs/operations.md shows it`, () => {
    let ports: Ports;
    let apps: AnotherApp[];
    let proxy: RunningProxy;
    let shows: ShowUnderFault[];

    const startApp = (port: number) => {
      const base = `http://localhost:${ports.proxy}`;
      const addresses = { PORT: String(port), PUBLIC_URL: base, NEXTAUTH_URL: base };
      return anotherApp({ ...addresses, TRUST_PROXY: "1", DRAIN_SECONDS: drainSeconds });
    };

    beforeAll(async () => {
      ports = { proxy: await aFreePort(), apps: [await aFreePort(), await aFreePort()] };
      apps = await Promise.all(ports.apps.map(startApp));
      proxy = await start(program ?? "", config(ports), ports.proxy);
      process.env.BASE_URL = `http://localhost:${ports.proxy}`;
      shows = await Promise.all([ShowUnderFault.begins(), ShowUnderFault.begins()]);
    });

    afterAll(async () => {
      await Promise.all((shows ?? []).map((show) => show.ends()));
      await endShows();
      process.env.BASE_URL = usual;
      await proxy?.stop();
      await Promise.all((apps ?? []).map((app) => app.stop()));
    });

    test("two app processes restart one after the other, and no one notices", async () => {
      const clients = await Promise.all(shows.map((show) => ClientsOfShow.of(show)));
      const startedAt = performance.now();
      for (const [n, port] of ports.apps.entries()) {
        expect(await apps[n]?.terminate()).toBe(0);
        apps[n] = await startApp(port);
        await Promise.all(shows.map((show) => show.heals(healsWithinMs)));
        await Promise.all(shows.map((show) => show.knockArrives(healsWithinMs)));
      }
      const took = since(startedAt);
      await Promise.all(clients.map((each) => each.stop()));
      const answers = clients.flatMap((each) => each.answers);
      const good: number[] = [200, roomAuth.status];
      expect(answers.filter(({ status }) => !good.includes(status))).toEqual([]);
      expect(slowest(answers)).toBeLessThan(10_000);
      expect(clients.filter((each) => each.knocks.length === 0)).toEqual([]);
      const missed = () => clients.flatMap((each) => each.missed());
      await until("every knock arrives", () => missed().length === 0, healsWithinMs).catch(() =>
        expect(missed()).toEqual([]),
      );
      for (const { talk, host } of shows) {
        expect(talk.refused).toEqual([]);
        expect(await talk.lost(host.api)).toEqual([]);
      }
      // The people who were turned away were refused each time: no request of theirs got lost either.
      const intrusions = await Promise.all(shows.map((show) => show.ends()));
      expect(intrusions).toEqual(shows.map(() => [401]));
      const said = shows.reduce((sum, { talk }) => sum + talk.accepted.size, 0);
      const knocks = clients.reduce((sum, each) => sum + each.knocks.length, 0);
      figure(
        `rolling restart behind ${name} in ${took}: ${answers.length} answers and ${said} messages, none lost, the slowest after ${slowest(answers)} ms; ${knocks} knocks, all heard`,
      );
    });
  });
}
