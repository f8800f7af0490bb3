import "server-only";
import type { NextRequest } from "next/server";
import { Problem } from "@/lib/problem";
import { openToOtherOrigins } from "./other-origins";
import { problemResponse } from "./route";

/** Refuses unknown API URLs in the same format as every other problem. */
const unknown = async (request: NextRequest) =>
  openToOtherOrigins(
    request,
    problemResponse(new Problem("endpoint-not-found", "This endpoint doesn’t exist.")),
  );

export {
  unknown as DELETE,
  unknown as GET,
  unknown as OPTIONS,
  unknown as PATCH,
  unknown as POST,
  unknown as PUT,
};
