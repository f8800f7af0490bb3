/**
 * Handles that nobody gets, by why. A channel is `/@handle` today; these keep `/handle` possible, and
 * keep a stranger from speaking as the house. Accounts that have one already keep it.
 */
const reserved = {
  /** The first segment of a path that the app answers. */
  paths: [
    ...["404", "500", "account", "accounts", "api", "auth", "channel", "docs", "embed", "favicon"],
    ...["healthz", "icon", "join", "livekit", "livestreams", "manifest", "modules", "oembed"],
    ...["openapi", "organizations", "robots", "rtc", "studio", "watch", "whip"],
  ],
  /** One that it may come to answer. */
  futurePaths: [
    ...["about", "agent", "analytics", "apps", "assets", "audience", "blog", "browse", "calendar"],
    ...["categories", "channels", "chat", "clips", "contact", "dashboard", "debug", "discover"],
    ...["download", "downloads", "events", "explore", "feed", "following", "home", "hls"],
    ...["invite", "invites", "jobs", "library", "live", "login", "logout", "media"],
    ...["messages", "metrics", "new", "news", "next", "notifications", "pictures", "plugins"],
    ...["pricing", "profile", "public", "readyz", "recorder", "recordings", "register"],
    ...["rss", "scenes", "schedule", "search", "settings", "shop", "shows", "signin", "signout"],
    ...["signup", "sitemap", "static", "stats", "status", "store", "tags", "teams", "token"],
    ...["trending", "twirp", "upload", "uploads", "user", "users", "video", "videos", "waiting"],
    ...["webhook", "webhooks", "widget", "www"],
  ],
  /** Someone who would be believed to run this installation. */
  authority: [
    ...["abuse", "admin", "administrator", "admins", "billing", "greenroom", "help", "hostmaster"],
    ...["info", "legal", "mail", "mod", "moderator", "moderators", "noreply", "no_reply"],
    ...["official", "operator", "operators", "owner", "owners", "postmaster", "press", "privacy"],
    ...["root", "security", "staff", "super_admin", "superadmin", "support", "sysadmin", "system"],
    ...["team", "terms", "webmaster"],
  ],
  /** Words of the product that are no person. */
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

/** @param handle as the contract has made it: in small letters */
export const isReservedHandle = (handle: string): boolean => all.has(handle);
