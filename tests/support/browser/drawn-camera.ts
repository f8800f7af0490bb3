import type { Page } from "@playwright/test";

/** The colors of a drawn person and of the room behind them. */
export type Drawing = {
  wall: [string, string];
  light: string;
  skin: string;
  hair: string;
  shirt: string;
  hairstyle: "bun" | "bob" | "short" | "curls";
  glasses?: boolean;
};

/**
 * Gives a page a camera that shows a drawn person, for pictures that people look at. Call it before
 * opening the page.
 */
export async function drawsCamera(page: Page, drawing: Drawing): Promise<void> {
  await page.addInitScript(standIn, drawing);
}

/** Runs in the page. */
function standIn(drawing: Drawing): void {
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (wanted) => {
    const stream = await open(wanted);
    const [camera] = stream.getVideoTracks();
    if (!camera) return stream;
    const [drawn] = film(drawing).getVideoTracks();
    if (!drawn) return stream;
    const settings = camera.getSettings();
    drawn.getSettings = () => settings;
    // The page would wait for the camera's light to go out.
    const end = drawn.stop.bind(drawn);
    drawn.stop = () => {
      end();
      camera.stop();
    };
    return new MediaStream([drawn, ...stream.getAudioTracks()]);
  };

  function film(look: Drawing): MediaStream {
    const canvas = document.createElement("canvas");
    canvas.width = 1280;
    canvas.height = 720;
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("the page cannot draw");
    const startedAt = performance.now();
    const draw = () => {
      const seconds = (performance.now() - startedAt) / 1_000;
      drawRoom(pen, look);
      pen.save();
      pen.translate(640 + Math.sin(seconds * 0.7) * 6, 440 + Math.sin(seconds * 1.3) * 4);
      pen.scale(0.85, 0.85);
      drawPerson(pen, look);
      pen.restore();
    };
    draw();
    setInterval(draw, 100);
    return canvas.captureStream(10);
  }

  function drawRoom(pen: CanvasRenderingContext2D, { wall, light }: Drawing): void {
    const shade = pen.createLinearGradient(0, 0, 1280, 720);
    shade.addColorStop(0, wall[0]);
    shade.addColorStop(1, wall[1]);
    pen.fillStyle = shade;
    pen.fillRect(0, 0, 1280, 720);
    const glow = pen.createRadialGradient(330, 170, 20, 330, 170, 520);
    glow.addColorStop(0, light);
    glow.addColorStop(1, "transparent");
    pen.fillStyle = glow;
    pen.fillRect(0, 0, 1280, 720);
    // A shelf with books.
    pen.fillStyle = "rgb(0 0 0 / 0.28)";
    pen.fillRect(900, 250, 380, 12);
    for (const [index, height] of [96, 120, 84, 110, 72, 104].entries()) {
      pen.fillStyle = `rgb(255 255 255 / ${0.1 + (index % 3) * 0.05})`;
      pen.fillRect(930 + index * 34, 250 - height, 26, height);
    }
  }

  function drawPerson(pen: CanvasRenderingContext2D, look: Drawing): void {
    const blob = (color: string, x: number, y: number, width: number, height: number) => {
      pen.fillStyle = color;
      pen.beginPath();
      pen.ellipse(x, y, width, height, 0, 0, Math.PI * 2);
      pen.fill();
    };
    const { skin, hair, shirt, hairstyle } = look;
    if (hairstyle === "bob") blob(hair, 0, -40, 142, 190);
    if (hairstyle === "bun") blob(hair, 0, -236, 62, 56);
    if (hairstyle === "curls") {
      for (let step = 0; step < 11; step++) {
        const angle = Math.PI * (0.9 + (step / 10) * 1.2);
        blob(hair, Math.cos(angle) * 118, -70 + Math.sin(angle) * 128, 58, 58);
      }
    }
    pen.fillStyle = shirt;
    pen.beginPath();
    pen.roundRect(-270, 170, 540, 400, 170);
    pen.fill();
    pen.fillStyle = skin;
    pen.beginPath();
    pen.roundRect(-48, 60, 96, 150, 46);
    pen.fill();
    pen.fillStyle = "rgb(0 0 0 / 0.12)";
    pen.beginPath();
    pen.ellipse(0, 100, 62, 34, 0, 0, Math.PI);
    pen.fill();
    blob(skin, 0, -40, 116, 148);
    pen.fillStyle = hair;
    pen.beginPath();
    pen.ellipse(0, -82, 124, 122, 0, Math.PI * 1.02, Math.PI * 1.98);
    pen.quadraticCurveTo(60, -128, -20, -124);
    pen.quadraticCurveTo(-90, -118, -124, -76);
    pen.fill();
    for (const side of [-1, 1]) {
      blob("#2a2018", side * 44, -30, 9, 11);
      pen.strokeStyle = hair;
      pen.lineWidth = 7;
      pen.lineCap = "round";
      pen.beginPath();
      pen.arc(side * 44, -36, 30, Math.PI * 1.25, Math.PI * 1.75);
      pen.stroke();
      blob("rgb(220 90 80 / 0.16)", side * 66, 14, 24, 16);
      if (!look.glasses) continue;
      pen.strokeStyle = "rgb(30 30 36 / 0.9)";
      pen.lineWidth = 6;
      pen.strokeRect(side * 44 - 36, -56, 72, 52);
    }
    pen.strokeStyle = "#8c4a3c";
    pen.lineWidth = 7;
    pen.beginPath();
    pen.arc(0, 12, 40, Math.PI * 0.2, Math.PI * 0.8);
    pen.stroke();
  }
}
