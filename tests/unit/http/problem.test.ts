import { expect, test, vi } from "vitest";
import { Problem } from "@/lib/problem";

test("a problem created by another bundle of the app is recognised", async () => {
  vi.resetModules();
  const { Problem: Copy } = await import("@/lib/problem");
  expect(Copy).not.toBe(Problem);
  expect(new Copy("banned", "No.") instanceof Problem).toBe(true);
  expect(new Error("No.") instanceof Problem).toBe(false);
});
