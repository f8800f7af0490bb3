import type { LocalAudioTrack, LocalVideoTrack } from "livekit-client";
import { changeSender } from "../change-sender";
import { optionsForTrack } from "../publish-options";
import { readCapture } from "./capture-choices";
import { abilitiesOf, linesOf, reaches, resolutionOf, soundProcessingOf } from "./capture-rules";

let last: Promise<unknown> = Promise.resolve();

/** Runs one change after the other: two at once would leave a device between two choices. */
export function inTurn<T>(change: () => Promise<T>): Promise<T> {
  const turn = last.then(change, change);
  last = turn.catch(() => undefined);
  return turn;
}

/** Resolves when all changes so far are done or have failed. */
export const allApplied = (): Promise<unknown> => last;

/** The camera's own track: LiveKit's `mediaStreamTrack` may be a processed one. */
export const sourceOf = ({ mediaStream }: LocalVideoTrack): MediaStreamTrack | undefined =>
  mediaStream?.getVideoTracks()[0];

/**
 * Brings an open camera, and what is sent of it, in line with the choices, without opening it again.
 * One that is off is opened with them later.
 *
 * @returns false if the browser needs to open it again for that
 */
export async function applyToCamera(camera: LocalVideoTrack): Promise<boolean> {
  const source = sourceOf(camera);
  if (source?.readyState !== "live") return true;
  const choices = readCapture();
  const wanted = resolutionOf(choices);
  if (!isSame(camera.constraints, wanted)) {
    await source.applyConstraints(wanted);
    // LiveKit opens it with these next time.
    Object.assign(camera.constraints, wanted);
    if (!reaches(source.getSettings(), choices, abilitiesOf(source.getCapabilities?.()))) {
      return false;
    }
  }
  await applyToSender(camera, source);
  return true;
}

/** The same for a microphone. */
export async function applyToMicrophone(microphone: LocalAudioTrack): Promise<boolean> {
  if (microphone.mediaStreamTrack.readyState !== "live") return true;
  const wanted = soundProcessingOf(readCapture());
  if (isSame(microphone.constraints, wanted)) return true;
  await microphone.applyConstraints(wanted);
  const { noiseSuppression, echoCancellation } = microphone.getSourceTrackSettings();
  // Some browsers accept the change and keep the device as it was.
  return (
    (noiseSuppression ?? wanted.noiseSuppression) === wanted.noiseSuppression &&
    // Newer browsers name the kind instead of `true`.
    Boolean(echoCancellation ?? wanted.echoCancellation) === wanted.echoCancellation
  );
}

async function applyToSender(camera: LocalVideoTrack, source: MediaStreamTrack): Promise<void> {
  const { publishOptions } = camera;
  const options = optionsForTrack(camera);
  if (!camera.sender || !publishOptions || !options || isSame(publishOptions, options)) return;
  // The same object as the publication's, which a republished track gets.
  Object.assign(publishOptions, options);
  // LiveKit computes its encodings again only for other dimensions, and only when a track is swapped.
  camera.lastEncodedDimensions = undefined;
  await camera.replaceTrack(source, camera.isUserProvided);
  const lines = linesOf(source.getSettings());
  await changeSender(camera, (sender) => applyToPausedLayers(sender, options, lines));
}

/** LiveKit skips layers that nobody watches, and would send them as they were. */
async function applyToPausedLayers(
  sender: RTCRtpSender,
  { videoEncoding, videoSimulcastLayers = [] }: ReturnType<typeof optionsForTrack> & object,
  lines: number,
): Promise<void> {
  const parameters = sender.getParameters();
  const { encodings } = parameters;
  for (const [index, encoding] of encodings.entries()) {
    // Where a layer cannot be paused, LiveKit sends it with 10 bit/s instead, and restores it.
    if (encoding.active || encoding.maxBitrate === 10) continue;
    const lower = index < encodings.length - 1 ? videoSimulcastLayers[index] : undefined;
    Object.assign(encoding, lower?.encoding ?? videoEncoding);
    encoding.scaleResolutionDownBy = lower ? Math.max(1, lines / lower.height) : 1;
  }
  await sender.setParameters(parameters);
}

const isSame = (now: object, wanted: object): boolean =>
  Object.entries(wanted).every(
    ([key, value]) => JSON.stringify(now[key as keyof typeof now]) === JSON.stringify(value),
  );
