import type { Page } from "@playwright/test";

type KeyFrames = { asked: number; sent: number };

/**
 * Counts how often the pages opened from here on ask their own encoder for key frames, and how many
 * the picture so asked for has sent in its smallest size.
 */
export async function countKeyFrames(page: Page): Promise<() => Promise<KeyFrames>> {
  await page.addInitScript(() => {
    const { setParameters } = RTCRtpSender.prototype;
    const asked = new Map<RTCRtpSender, number>();
    RTCRtpSender.prototype.setParameters = function (parameters, options = {}) {
      if ("encodingOptions" in options) asked.set(this, (asked.get(this) ?? 0) + 1);
      return setParameters.call(this, parameters, options);
    };
    Object.assign(window, { askedForKeyFrames: asked });
  });
  return () =>
    page.evaluate(async () => {
      const { askedForKeyFrames } = window as unknown as {
        askedForKeyFrames: Map<RTCRtpSender, number>;
      };
      const [[sender, asked] = []] = askedForKeyFrames;
      const streams = [...((await sender?.getStats()) ?? new Map()).values()].filter(
        ({ type }) => type === "outbound-rtp",
      );
      streams.sort((one, other) => one.frameWidth - other.frameWidth);
      return { asked: asked ?? 0, sent: streams[0]?.keyFramesEncoded ?? 0 };
    });
}
