// Sample data for the contracts' examples, all from the same show.

const person = {
  id: "u_4rXkT2mWqLz9NbYcVfHd7P",
  handle: "ada",
  name: "Ada Lovelace",
  picture: null,
};
const mint = "mX7kPq2vTn9LwRz4";
const room = { mint };

export const sample = {
  person,
  mint,
  /** Path parameters of the sample livestream. */
  room,
  orgId: "acme-corp",
  guest: "g_8TnVw3KsYbQ5mRfXzJ6cLp",
  viewer: "v_2HqLx9ZkPd4WtNvGyBs7Rm",
  token: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1XzRyWGsifQ.ijW1zZ4Qk7yY0hU2aYh3lQ",
  url: "wss://live.example.com",
  inviteToken: "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..Kf3s.9aQ.bR2",
  jti: "9sKdLw2QmXv5RbTzPy8HnC",
  at: "2026-11-21T18:00:00.000Z",
  later: "2026-11-22T18:00:00.000Z",
  profile: {
    ...person,
    email: "ada@example.com",
    role: "user" as const,
    createdAt: "2026-11-01T09:30:00.000Z",
  },
  livestream: {
    mint,
    title: "The analytical engine, live",
    description: "We run the first program together.",
    visibility: "public" as const,
    status: "live" as const,
    creator: person,
    orgId: "ada",
    watching: 128,
    peakWatching: 240,
    slowModeSeconds: 0,
    chatWithoutAccount: false,
    admitTo: "backstage" as const,
    look: {
      scene: "show" as const,
      countdownTo: null,
      layout: "auto" as const,
      spotlight: null,
      tileOrder: [],
      volumes: {},
      showNames: true,
      banner: null,
      comment: null,
    },
    brand: null,
    brandOrgId: null,
    tags: ["mathematics", "engines"],
    scheduledAt: null,
    timeZone: "Europe/London",
    cover: `/livestreams/${mint}/pictures/cover?digest=pmWkWSBCL51Bfkhn79xPuKBKHz__H6B-mY6G9_eieuM`,
    frame: null,
    startedAt: "2026-11-21T18:00:00.000Z",
    endedAt: null,
    createdAt: "2026-11-20T08:15:00.000Z",
  },
  message: {
    seq: 42,
    revision: 42,
    author: { subject: person.id, name: person.name, role: "host" as const },
    text: "Welcome, everyone!",
    sentAt: "2026-11-21T18:01:12.000Z",
  },
};
