import type { LocalVideoTrack } from "livekit-client";
import { drawSmaller } from "@/lib/client/browser/draw-smaller";
import { withTimeout } from "@/lib/client/browser/with-timeout";
import { isBlurred, settleBlur } from "@/lib/client/devices/background-blur";
import { call, upload } from "@/lib/client/server-api/api";
import type { putGuestPicture, takeBackGuestPicture } from "@/lib/contracts/pictures";

const everyMs = 15_000;
/** Retry delay while the camera has no frame yet, or is not blurred yet. */
const soonMs = 2_000;
const noFrameMs = 5_000;
const bounds = { width: 320, height: 320, quality: 0.7 };

type Shown = { mint: string; camera: LocalVideoTrack; blurred: boolean };

/** Uploads a still of the camera at intervals. Call the result to stop and delete the picture. */
export function showWhileWaiting({ mint, camera, blurred }: Shown): () => void {
  let over = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = async () => {
    let nextMs = soonMs;
    try {
      const body = await still(camera, blurred);
      nextMs = everyMs;
      await inTurn(async () => {
        if (over) return;
        await upload<typeof putGuestPicture>("PUT", "/livestreams/{mint}/guest-picture", {
          params: { mint },
          body,
        });
      });
    } catch {
      // A missing picture needs no message: the next one follows shortly.
    }
    if (!over) timer = setTimeout(show, nextMs);
  };
  void show();
  return () => {
    over = true;
    clearTimeout(timer);
    const params = { mint };
    void inTurn(() =>
      call<typeof takeBackGuestPicture>("DELETE", "/livestreams/{mint}/guest-picture", { params }),
    ).catch(() => undefined);
  };
}

let last: Promise<unknown> = Promise.resolve();

/** Runs requests in order, so that an upload in flight arrives before its deletion. */
function inTurn(work: () => Promise<unknown>): Promise<unknown> {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}

/**
 * One still of what would be sent to the room. Drawn from a video element of its own: the preview's
 * may still show an unblurred frame.
 */
async function still(camera: LocalVideoTrack, blurred: boolean): Promise<Blob> {
  await settleBlur(camera);
  if (isBlurred(camera) !== blurred) throw new Error("the background blur is not as wanted");
  const source = document.createElement("video");
  source.muted = true;
  source.playsInline = true;
  source.srcObject = new MediaStream([camera.mediaStreamTrack]);
  try {
    await withTimeout(noFrameMs, firstFrameOf(source));
    const { videoWidth: width, videoHeight: height } = source;
    return await drawSmaller({ source, width, height }, bounds);
  } finally {
    source.srcObject = null;
  }
}

function firstFrameOf(source: HTMLVideoElement): Promise<void> {
  return new Promise((resolve, reject) => {
    source.onloadeddata = () => resolve();
    source.play().catch(reject);
  });
}
