type PeerFigure = {
  what: string;
  /** The reading to compare with: the name that a scenario gives it. */
  reading: string;
  livestream: number;
  meet: number;
};

/**
 * Figures of livekit-examples/livestream and livekit-examples/meet as multiples of the same kind of bare
 * page: medians of five quiet runs with production builds, on 2 cores. The first picture excludes the
 * time a person needs for the name form that both show before it.
 */
export const peerFigures: PeerFigure[] = [
  { what: "First picture, first visit", reading: "cold.picture", livestream: 1.69, meet: 1.84 },
  { what: "First picture, second visit", reading: "warm.picture", livestream: 1.48, meet: 1.57 },
  { what: "JavaScript until then", reading: "cold.js", livestream: 1.88, meet: 2.27 },
  { what: "The whole page until then", reading: "cold.total", livestream: 2.89, meet: 2.35 },
  { what: "Requests until then", reading: "cold.requests", livestream: 6, meet: 5 },
  { what: "Go live → first picture", reading: "go-live.picture", livestream: 1.98, meet: 1.22 },
  { what: "Camera openings", reading: "go-live.cameras", livestream: 4, meet: 2 },
  { what: "Glass to glass, middle", reading: "glass.delay", livestream: 0.96, meet: 0.71 },
  { what: "Chat message at another", reading: "chat.seen", livestream: 6.2, meet: 3 },
  { what: "Tokens a second", reading: "tokens.rate", livestream: 0.016, meet: 0.057 },
];
