import { type Drawing, drawsCamera } from "../support/browser/drawn-camera";
import { expect, test } from "../support/browser/test";

const looks = {
  ada: {
    wall: ["#5b4a63", "#2c2636"],
    light: "rgb(255 190 120 / 0.45)",
    skin: "#e8b796",
    hair: "#3a2620",
    shirt: "#b4443c",
    hairstyle: "bun",
  },
  grace: {
    wall: ["#33556b", "#1b2b3a"],
    light: "rgb(170 220 255 / 0.4)",
    skin: "#f0c8a8",
    hair: "#c9c6c1",
    shirt: "#6f8fb0",
    hairstyle: "bob",
    glasses: true,
  },
  alan: {
    wall: ["#4e5a45", "#262d22"],
    light: "rgb(240 240 180 / 0.35)",
    skin: "#d9a47e",
    hair: "#2b211b",
    shirt: "#c79a3d",
    hairstyle: "short",
  },
  dorothy: {
    wall: ["#6a4f3f", "#33251d"],
    light: "rgb(255 210 150 / 0.4)",
    skin: "#8d5a3d",
    hair: "#1d1512",
    shirt: "#3d7a6a",
    hairstyle: "curls",
  },
} satisfies Record<string, Drawing>;

test("the studio, as the README shows it", async ({ cast }) => {
  test.skip(test.info().project.name !== "tour-en", "The README is in English.");
  const host = await cast.host("Ada Lovelace");
  await host.page.setViewportSize({ width: 1280, height: 720 });
  await drawsCamera(host.page, looks.ada);
  const show = await host.goesLive(await host.makesShow({ title: "Evening show" }));
  const link = await host.invitesByApi(show);

  const grace = await cast.guest("Grace Hopper");
  await drawsCamera(grace.page, looks.grace);
  await grace.knocks(link);
  await host.seesReady("Grace Hopper");
  await host.admits("Grace Hopper");
  await grace.isOnStage();
  await host.seesPictureOf("Grace Hopper");

  const viewer = await cast.viewer();
  await viewer.watches(show);
  await host.seesWatching(1);
  for (const [name, look] of [
    ["Alan Turing", looks.alan] as const,
    ["Dorothy Vaughan", looks.dorothy] as const,
  ]) {
    const guest = await cast.guest(name);
    await drawsCamera(guest.page, look);
    await guest.knocks(link);
    await guest.letsTheHostSeeThem(true);
    await host.seesPictureOfWaiting(name);
  }
  await expect(host.page.getByText("You’re on air")).toBeHidden();
  const path = process.env.UPDATE_DOCS ? "docs/studio.png" : ".artifacts/tour-en/studio-readme.png";
  await host.page.screenshot({ path });
});
