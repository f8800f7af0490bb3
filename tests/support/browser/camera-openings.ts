import type { Page } from "@playwright/test";

/** Counts how often the pages opened from now on ask for a camera. */
export async function countCameraOpenings(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = (constraints) => {
      const { dataset } = document.documentElement;
      if (constraints?.video)
        dataset.cameraOpenings = String(Number(dataset.cameraOpenings ?? 0) + 1);
      return open(constraints);
    };
  });
  return async () => Number((await page.locator("html").getAttribute("data-camera-openings")) ?? 0);
}
