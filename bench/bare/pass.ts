export const bareRoles = ["host", "guest", "viewer"] as const;
export type BareRole = (typeof bareRoles)[number];

/** What the bare page finds in its own HTML. */
export type BarePass = { role: BareRole; url: string; token: string };
