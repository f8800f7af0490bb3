import { call } from "@/lib/client/server-api/api";
import type { liftRestriction } from "@/lib/contracts/restrictions";

/** Undoes a denial, removal or ban. A guest then waits again. @throws ApiError */
export const liftFrom = (mint: string, subject: string) =>
  call<typeof liftRestriction>("DELETE", "/livestreams/{mint}/restrictions/{subject}", {
    params: { mint, subject },
  });
