import { Album } from "./album";
import { test as base } from "./test";

/** A test of the tour also has an album, named after the test up to its colon. */
export const test = base.extend<{ album: Album }, { albums: Map<string, Album> }>({
  albums: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from here
    async ({}, use) => use(new Map()),
    { scope: "worker" },
  ],
  album: async ({ albums }, use, { title }) => {
    const walk = title.split(":")[0] ?? title;
    const album = albums.get(walk) ?? new Album(walk);
    albums.set(walk, album);
    await use(album);
  },
});

export { expect } from "@playwright/test";
