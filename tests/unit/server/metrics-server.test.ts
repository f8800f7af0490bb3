import { once } from "node:events";
import { request } from "node:http";
import { expect, test, vi } from "vitest";
import { serveMetrics } from "@/lib/server/metrics-server";
import { aFreePort } from "@/tests/support/free-port";

vi.mock("@/lib/env", () => ({
  env: () => ({
    publicUrl: "https://live.example.com",
    metricsHost: "127.0.0.1",
    allowedHosts: ["app"],
  }),
}));

const port = await aFreePort();
await serveMetrics("127.0.0.1", port);

test.each([
  ["127.0.0.1", 200],
  ["localhost", 200],
  ["app", 200],
  ["rebound.example.org", 403],
])("the metrics for a request to %s: %i", async (name, status) => {
  const asked = request({
    ...{ host: "127.0.0.1", port, path: "/metrics", agent: false },
    headers: { host: `${name}:${port}` },
  });
  const [response] = await once(asked.end(), "response");
  response.resume();
  expect(response.statusCode).toBe(status);
});
