/**
 * Reserved handles, by reason. A channel is `/@handle` today; reserving these keeps `/handle`
 * possible, and keeps strangers from impersonating the installation. Accounts that already have one
 * keep it.
 */
const reserved = {
  /** The first segment of a path that the app serves. */
  paths: [
    ...["404", "500", "account", "accounts", "api", "auth", "channel", "docs", "embed", "favicon"],
    ...[
      "healthz",
      "icon",
      "imprint",
      "installation",
      "join",
      "livekit",
      "livestreams",
      "manifest",
      "modules",
      "oembed",
    ],
    ...[
      "openapi",
      "organizations",
      "programme",
      "readyz",
      "robots",
      "rtc",
      "studio",
      "watch",
      "whip",
    ],
  ],
  /** Paths that the app may serve in the future. */
  futurePaths: [
    ...["about", "agent", "analytics", "apps", "assets", "audience", "blog", "browse", "calendar"],
    ...["categories", "channels", "chat", "clips", "contact", "dashboard", "debug", "discover"],
    ...["download", "downloads", "events", "explore", "feed", "following", "home", "hls"],
    ...["invite", "invites", "jobs", "library", "live", "login", "logout", "media"],
    ...["messages", "metrics", "new", "news", "next", "notifications", "pictures", "plugins"],
    ...["pricing", "profile", "public", "recorder", "recordings", "register"],
    ...["rss", "scenes", "schedule", "search", "settings", "shop", "shows", "signin", "signout"],
    ...["signup", "sitemap", "static", "stats", "status", "store", "tags", "teams", "token"],
    ...["trending", "twirp", "upload", "uploads", "user", "users", "video", "videos", "waiting"],
    ...["webhook", "webhooks", "widget", "www"],
  ],
  /** Names of people believed to run this installation. */
  authority: [
    ...["abuse", "admin", "administrator", "admins", "billing", "greenroom", "help", "hostmaster"],
    ...["info", "legal", "mail", "mod", "moderator", "moderators", "noreply", "no_reply"],
    ...["official", "operator", "operators", "owner", "owners", "postmaster", "press", "privacy"],
    ...["root", "security", "staff", "super_admin", "superadmin", "support", "sysadmin", "system"],
    ...["team", "terms", "webmaster"],
  ],
  /** Words of the product that do not name a person. */
  words: [
    ...[
      "all",
      "anonymous",
      "anyone",
      "backstage",
      "creator",
      "everyone",
      "guest",
      "guests",
      "here",
    ],
    ...["host", "hosts", "myself", "nobody", "null", "someone", "stage", "true", "false"],
    ...["undefined", "viewer", "viewers", "you"],
  ],
};

const all = new Set(Object.values(reserved).flat());

/** @param handle in lower case, as the contract parses it */
export const isReservedHandle = (handle: string): boolean => all.has(handle);
