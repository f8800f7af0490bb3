import { z } from "zod";
import { chatMessage } from "./chat";
import { visibility } from "./livestreams";

/** What the server sends into the room over LiveKit (topic `roomTopic`); the rows are the truth. */
const roomHint = z.discriminatedUnion("type", [
  z.object({ type: z.literal("chat"), message: chatMessage }),
  z.object({ type: z.literal("watching"), watching: z.int() }),
  // The next three go to those alone whom they are for.
  z.object({ type: z.literal("backstage-chat"), message: chatMessage }),
  z.object({ type: z.literal("guest-message"), text: z.string().nullable() }),
  z.object({ type: z.literal("asked"), source: z.enum(["camera", "microphone"]) }),
  /** A host has edited the show that is on. */
  z.object({
    type: z.literal("livestream"),
    changes: z.object({
      title: z.string(),
      description: z.string(),
      visibility,
      slowModeSeconds: z.int(),
    }),
  }),
]);
export type RoomHint = z.infer<typeof roomHint>;
