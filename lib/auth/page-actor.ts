import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { actorOfBrowser } from "./actor";

/** The account viewing a page, loaded once per render. */
export const actorOfPage = cache(async () => actorOfBrowser(await cookies()));
