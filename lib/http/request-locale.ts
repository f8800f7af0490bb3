import "server-only";
import type { NextRequest } from "next/server";
import { type Locale, localeCookie } from "@/lib/words/locales";
import { localeOf } from "@/lib/words/request-locale";

/** The language of the person behind a request, for mail. */
export const localeOfRequest = ({ headers, cookies }: NextRequest): Locale =>
  localeOf({
    cookie: cookies.get(localeCookie)?.value,
    acceptLanguage: headers.get("accept-language"),
  });
