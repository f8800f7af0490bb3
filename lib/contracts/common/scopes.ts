/** The scopes of API keys. A key can never do more than its account. */
export const scopes = {
  "livestreams:read": "Read livestreams, their members, chat and event log",
  "livestreams:write": "Create and run livestreams: edit, go live, end, members, moderation",
  "chat:write": "Write in the chat and delete messages",
  tokens: "Get LiveKit tokens to host or watch with",
  guests: "Make and revoke invites, admit and deny guests",
  organizations: "Read and manage organizations and their members",
  operator: "Get tokens for agents and LiveKit's services (admins of this installation)",
} as const;

export type Scope = keyof typeof scopes;
