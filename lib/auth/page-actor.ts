import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { actorOfBrowser } from "./actor";

/** Who looks at a page; asked once a render. */
export const actorOfPage = cache(async () => actorOfBrowser(await cookies()));
