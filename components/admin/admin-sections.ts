/** The sections of the admin pages, in the order of their navigation. `/admin` leads to the first. */
export const adminSections = [
  { href: "/admin/accounts", key: "accounts" },
  { href: "/admin/livestreams", key: "livestreams" },
  { href: "/admin/reports", key: "reports" },
  { href: "/admin/bans", key: "bans" },
  { href: "/admin/audit-log", key: "audit-log" },
  { href: "/admin/settings", key: "settings" },
  { href: "/admin/server", key: "server" },
] as const;
