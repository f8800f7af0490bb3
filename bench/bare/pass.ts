export const bareRoles = ["host", "guest", "viewer"] as const;
export type BareRole = (typeof bareRoles)[number];

/** The data in the bare page's HTML. */
export type BarePass = { role: BareRole; url: string; token: string };
