import { encodeBarcode } from "./barcode";

const width = 1280;
const height = 720;
const framesPerSecond = 30;
/** The stamp is a strip across the top of the picture. */
export const stripShare = 1 / 6;

/** When the page asked for a camera, in milliseconds since 1970. */
export const cameraOpenings: number[] = [];

/**
 * Replaces the camera's picture with a painted one: 1280×720 at 30 frames a second, each with the time it
 * was painted. The device is still opened, so that opening it takes as long as usual.
 */
export function stampCamera(): void {
  const devices = navigator.mediaDevices;
  if (!devices) return;
  const open = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (constraints) => {
    if (!constraints?.video) return open(constraints);
    cameraOpenings.push(Date.now());
    const stream = await open(constraints);
    for (const device of stream.getVideoTracks()) {
      stream.removeTrack(device);
      stream.addTrack(painted(device));
    }
    return stream;
  };
}

function painted(device: MediaStreamTrack): MediaStreamTrack {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const brush = canvas.getContext("2d", { alpha: false });
  const [track] = canvas.captureStream(0).getVideoTracks();
  if (!brush || !(track instanceof CanvasCaptureMediaStreamTrack)) return device;
  // Pages look up the device by its id; without one, the canvas would be a camera that is not listed.
  const { deviceId, groupId } = device.getSettings();
  device.stop();
  const settings = track.getSettings.bind(track);
  track.getSettings = () => ({ ...settings(), deviceId, groupId, width, height });
  let lastAt = 0;
  const paint = (at: number) => {
    if (track.readyState === "ended") return;
    requestAnimationFrame(paint);
    if (at - lastAt < 1_000 / framesPerSecond - 2) return;
    lastAt = at;
    paintFrame(brush, at);
    track.requestFrame();
  };
  requestAnimationFrame(paint);
  return track;
}

function paintFrame(brush: CanvasRenderingContext2D, at: number): void {
  // Enough movement to give the encoder work, like a face in front of a camera.
  const hue = (at / 40) % 360;
  brush.fillStyle = `hsl(${hue} 40% 40%)`;
  brush.fillRect(0, 0, width, height);
  brush.fillStyle = `hsl(${(hue + 120) % 360} 50% 60%)`;
  brush.beginPath();
  brush.arc(width / 2 + Math.sin(at / 500) * 400, height * 0.6, 160, 0, 2 * Math.PI);
  brush.fill();
  const cells = encodeBarcode(Date.now());
  const cellWidth = width / cells.length;
  for (const [index, white] of cells.entries()) {
    brush.fillStyle = white ? "#fff" : "#000";
    brush.fillRect(index * cellWidth, 0, cellWidth, height * stripShare);
  }
}
