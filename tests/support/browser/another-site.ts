import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type AnotherSite = { url: string; close: () => void };

/** A page of another origin. */
export async function anotherSite(html: string): Promise<AnotherSite> {
  const site = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!doctype html><title>A blog</title><h1>My blog</h1>${html}`);
  });
  await new Promise<void>((listening) => site.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(site.address() as AddressInfo).port}`,
    close: () => {
      site.close();
      site.closeAllConnections();
    },
  };
}
