/** The sections of the admin pages, in the order of their navigation. `/admin` leads to the first. */
export const adminSections = [{ href: "/admin/accounts", key: "accounts" }] as const;
