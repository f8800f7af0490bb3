import { call } from "@/lib/client/server-api/api";
import type { liftRestriction } from "@/lib/contracts/restrictions";

/** Takes back a denial, a removal or a ban; a guest then waits again. @throws ApiError */
export const liftFrom = (mint: string, subject: string) =>
  call<typeof liftRestriction>("DELETE", "/livestreams/{mint}/restrictions/{subject}", {
    params: { mint, subject },
  });
