import { ApiError, call } from "@/lib/client/server-api/api";
import type { liftRestriction } from "@/lib/contracts/restrictions";
import { say } from "./say";

/** Undoes a denial, removal or ban. A guest then waits again. @throws ApiError */
export async function liftFrom(mint: string, subject: string) {
  try {
    return await call<typeof liftRestriction>(
      "DELETE",
      "/livestreams/{mint}/restrictions/{subject}",
      { params: { mint, subject } },
    );
  } catch (error) {
    const linkIsOver =
      error instanceof ApiError &&
      (error.code === "invite-expired" || error.code === "invite-revoked");
    // The problem's own words are meant for the guest.
    if (linkIsOver) throw new ApiError(error.code, say("problems.link-over"), error.problem);
    throw error;
  }
}
