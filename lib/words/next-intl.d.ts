import type { Catalogue } from "./catalogues";
import type { Locale } from "./locales";

declare module "next-intl" {
  // A word that is in no catalogue does not compile.
  interface AppConfig {
    Locale: Locale;
    Messages: Catalogue;
  }
}
