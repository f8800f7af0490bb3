import { z } from "zod";
import { endpoint } from "./endpoint";
import { sample } from "./examples";
import { mint } from "./fields";

export const readCalendar = endpoint({
  method: "GET",
  path: "/livestreams/{mint}/calendar.ics",
  summary: "The planned start as a calendar file (RFC 5545), for whoever may watch it.",
  access: "anyone",
  scope: "livestreams:read",
  produces: "text/calendar",
  params: z.object({ mint }),
  response: z.string(),
  errors: ["livestream-not-found", "no-planned-start"],
  example: {
    params: sample.room,
    response: "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n…\r\nEND:VCALENDAR",
  },
});
