/** The scopes of API keys. A key can never do more than its account. */
export const scopes = {
  "livestreams:read": "Read livestreams, their members, chat and event log",
  "livestreams:write":
    "Create and run livestreams: edit details, go live, end the show, manage members, moderate",
  "chat:write": "Send, delete and report chat messages",
  tokens: "Get LiveKit tokens for hosting and watching",
  guests: "Create and revoke invites, admit and deny guests",
  organizations: "Read and manage organizations, their members and brand kits",
  operator: "Get tokens for agents and LiveKit’s services (server admins only)",
} as const;

export type Scope = keyof typeof scopes;
