import "server-only";
import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { catalogues } from "./catalogues";
import { localeCookie } from "./locales";
import { localeOf } from "./request-locale";

/** What next-intl asks for once a request. */
export default getRequestConfig(async () => {
  const locale = localeOf({
    cookie: (await cookies()).get(localeCookie)?.value,
    acceptLanguage: (await headers()).get("accept-language"),
  });
  return {
    locale,
    messages: catalogues[locale],
    // Only for the server's first HTML; LocalTime writes the reader's own zone.
    timeZone: "UTC",
    onError: (error) => {
      throw error;
    },
  };
});
