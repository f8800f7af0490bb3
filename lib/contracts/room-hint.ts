import { z } from "zod";
import { memberRoles } from "@/lib/contracts/common/roles";
import { chatMessage } from "./chat";
import { guestPlace, livestream } from "./livestreams";

/** Server messages over LiveKit (topic `roomTopic`). The database has the authoritative state. */
const roomHint = z.discriminatedUnion("type", [
  z.object({ type: z.literal("chat"), message: chatMessage }),
  z.object({ type: z.literal("watching"), watching: z.int() }),
  // The next five are sent only to the people concerned.
  z.object({ type: z.literal("backstage-chat"), message: chatMessage }),
  z.object({ type: z.literal("guest-message"), text: z.string().nullable() }),
  /** Where a guest will be, or is. */
  z.object({ type: z.literal("placed"), place: guestPlace }),
  z.object({ type: z.literal("asked"), source: z.enum(["camera", "microphone"]) }),
  z.object({ type: z.literal("role"), role: z.enum([...memberRoles, "anyone"]) }),
  z.object({ type: z.literal("went-live") }),
  /** A host edited the show. */
  z.object({
    type: z.literal("livestream"),
    changes: livestream.pick({
      title: true,
      description: true,
      visibility: true,
      cover: true,
      scheduledAt: true,
      timeZone: true,
      slowModeSeconds: true,
      chatWithoutAccount: true,
    }),
  }),
]);
export type RoomHint = z.infer<typeof roomHint>;
