import { type LocalParticipant, LocalVideoTrack, Track } from "livekit-client";
import { blurFailed, blurWorks, isBlurred, readBlur } from "./background-blur";
import { mayGoOn } from "./blur-rules";
import { applyToCamera, inTurn } from "./capture/apply-capture";
import { deviceProblemOf } from "./device-problem";
import { cameraCapture, openCamera } from "./media-devices";
import { optionsForTrack } from "./publish-options";

/**
 * Turns on the camera of someone on stage, blurred from its first frame if blur is on: an unblurred
 * frame must never be sent.
 *
 * @throws NotBlurred if blur is on but not possible; the browser's error if the device does not
 * open
 */
export async function startCamera(local: LocalParticipant): Promise<void> {
  const { wanted } = readBlur();
  const camera = cameraOf(local);
  const fits = camera && mayGoOn({ wanted, blurred: isBlurred(camera) });
  if (camera && !fits) await local.unpublishTrack(camera);
  if (fits || !wanted) {
    await keepingBlur(local, () => local.setCameraEnabled(true, cameraCapture()));
    // LiveKit opens a camera that was off as it was, and so sends it.
    await inTurn(() => applyToOwnCamera(local));
    return;
  }
  const opened = await openCamera();
  try {
    await local.publishTrack(opened, optionsForTrack(opened));
  } catch (error) {
    opened.stop();
    throw error;
  }
}

/**
 * Runs a change of a blurred camera: another device, or the same one again. LiveKit sends it only
 * through the processor. If the processor does not restart, the camera is turned off and NotBlurred
 * reported.
 */
export async function keepingBlur<T>(
  local: LocalParticipant,
  change: () => Promise<T>,
): Promise<T> {
  try {
    const changed = await change();
    if (cameraOf(local)?.isMuted === false) blurWorks();
    return changed;
  } catch (error) {
    const camera = cameraOf(local);
    if (!camera || !isBlurred(camera) || deviceProblemOf(error) !== "failed") throw error;
    await local.setCameraEnabled(false);
    throw blurFailed();
  }
}

/** Brings the camera on stage in line with the choices of its person. */
export async function applyToOwnCamera(local: LocalParticipant): Promise<void> {
  const camera = cameraOf(local);
  if (!camera || camera.isMuted || (await applyToCamera(camera))) return;
  await keepingBlur(local, () => camera.restartTrack(cameraCapture()));
  await applyToCamera(camera);
}

function cameraOf(local: LocalParticipant): LocalVideoTrack | undefined {
  const track = local.getTrackPublication(Track.Source.Camera)?.track;
  return track instanceof LocalVideoTrack ? track : undefined;
}
