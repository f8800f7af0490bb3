import { type LocalParticipant, LocalVideoTrack, Track } from "livekit-client";
import { blurFailed, blurWorks, isBlurred, readBlur } from "./background-blur";
import { mayGoOn } from "./blur-rules";
import { deviceProblemOf } from "./device-problem";
import { captureOptions, openCamera } from "./media-devices";
import { optionsForTrack } from "./publish-options";

/**
 * Switches on the camera of somebody on stage, blurred from its first picture on where that is
 * wanted: what is to be hidden is not sent for a moment.
 * @throws NotBlurred where it is wanted and cannot be; what a browser says of a device that does not open
 */
export async function startCamera(local: LocalParticipant): Promise<void> {
  const { wanted } = readBlur();
  const camera = cameraOf(local);
  const fits = camera && mayGoOn({ wanted, blurred: isBlurred(camera) });
  if (camera && !fits) await local.unpublishTrack(camera);
  if (fits || !wanted) {
    await keepingBlur(local, () => local.setCameraEnabled(true, captureOptions("camera")));
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
 * Another camera, or the same one again, in a picture that is blurred: LiveKit sends it only through
 * the processor, and nothing where that does not start anew. Then the camera is off, and that is said.
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

function cameraOf(local: LocalParticipant): LocalVideoTrack | undefined {
  const track = local.getTrackPublication(Track.Source.Camera)?.track;
  return track instanceof LocalVideoTrack ? track : undefined;
}
