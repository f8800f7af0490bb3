import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { mint } from "@/lib/contracts/common/fields";

export const readCalendar = endpoint({
  method: "GET",
  path: "/livestreams/{mint}/calendar.ics",
  summary: "Get the planned start as a calendar file (RFC 5545), if you may watch the livestream.",
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
