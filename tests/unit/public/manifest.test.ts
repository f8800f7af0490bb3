import { readFileSync } from "node:fs";
import sharp from "sharp";
import { expect, test } from "vitest";
import { themeColors } from "@/components/ui/theme-colors";

const manifest = JSON.parse(readFileSync("public/manifest.webmanifest", "utf8"));

test("an installed app opens on the home page, in the colours of the light theme", () => {
  expect(manifest).toMatchObject({ name: "Greenroom", start_url: "/" });
  expect([manifest.theme_color, manifest.background_color]).toEqual(
    Array(2).fill(themeColors.light),
  );
});

test("every icon has the size in the manifest, and one can be cut to any shape", async () => {
  const pngs = manifest.icons.filter(({ type }: { type: string }) => type === "image/png");
  expect(pngs.length).toBe(3);
  for (const { src, sizes } of pngs) {
    const { width, height } = await sharp(`public${src}`).metadata();
    expect(`${width}x${height}`, src).toBe(sizes);
  }
  expect(pngs.map(({ purpose }: { purpose?: string }) => purpose)).toContain("maskable");
});

test("icons that a system cuts to its own shape fill their square", async () => {
  for (const file of ["icon-maskable-512.png", "apple-touch-icon.png"]) {
    expect((await sharp(`public/${file}`).stats()).isOpaque, file).toBe(true);
  }
});
