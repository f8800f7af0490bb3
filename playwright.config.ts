import { resolve } from "node:path";
import { defineConfig } from "@playwright/test";
import { smallCamera } from "./tests/support/browser/small-camera";

const args = [
  "--no-sandbox",
  "--use-fake-device-for-media-stream",
  "--use-fake-ui-for-media-stream",
  "--autoplay-policy=no-user-gesture-required",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const wholeBrowser = process.env.CHROMIUM;
const executablePath = process.env.HEADLESS_SHELL ?? wholeBrowser;

/** What the headless shell lacks: notifications, and a camera that is refused rather than missing. */
const needsWholeBrowser = /@whole-browser/;

/** Half the frames of a fake camera as it is: enough to move, and several people fit two cores. */
const fewerFrames = args.map((arg) => (arg.includes("fake-device") ? `${arg}=fps=10` : arg));

/** And few pixels, where neither the size of a picture nor its sharpness is what is tested. */
const fewPixels = [...fewerFrames, smallCamera(resolve(".artifacts/camera.y4m"))];

const e2e = { testDir: "tests/e2e", outputDir: ".artifacts/e2e" };
const tour = { testDir: "tests/tour", outputDir: ".artifacts/tour-traces" };
const inWholeBrowser = { launchOptions: { args, executablePath: wholeBrowser } };

export default defineConfig({
  // Two cores carry one test of live video at a time; what shows none is run with more.
  workers: 1,
  // CI sets one (docs/decisions/0046): whoever changes a test by hand sees it fail at once.
  retries: Number(process.env.BROWSER_TEST_RETRIES ?? 0),
  // A net for what hangs; each wait has its own limit.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    baseURL: process.env.BASE_URL ?? "http://localhost:3000",
    permissions: ["camera", "microphone"],
    launchOptions: { args, executablePath },
    // A trace keeps every answer and every state of the page, and slows down the video that is under
    // test. To look into one test, pass `--trace on`.
    trace: "off",
  },
  projects: [
    { name: "site", testDir: "tests/site", outputDir: ".artifacts/site", fullyParallel: true },
    {
      ...e2e,
      name: "e2e",
      grepInvert: needsWholeBrowser,
      use: { launchOptions: { args: fewPixels, executablePath } },
    },
    {
      ...e2e,
      name: "e2e-whole-browser",
      grep: needsWholeBrowser,
      use: { launchOptions: { args: fewPixels, executablePath: wholeBrowser } },
    },
    { name: "firefox", testDir: "tests/firefox", outputDir: ".artifacts/firefox" },
    {
      name: "networks",
      testDir: "tests/networks",
      outputDir: ".artifacts/networks",
      use: { launchOptions: { args: fewerFrames, executablePath } },
    },
    {
      name: "cluster",
      testDir: "tests/cluster",
      outputDir: ".artifacts/cluster",
      use: { launchOptions: { args: fewerFrames, executablePath } },
    },
    { name: "tour-en", ...tour, use: inWholeBrowser },
    { name: "tour-de", ...tour, use: { ...inWholeBrowser, locale: "de-DE" } },
  ],
});
