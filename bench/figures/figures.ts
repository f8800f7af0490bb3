/** The statistic that a target applies to. */
type Statistic = "median" | "p95" | "max";

export type Target = { of: Statistic } & (
  | { atMost: number }
  | { atLeast: number }
  /** Times the reference's. */
  | { ratio: number }
  /** Added to the reference's. */
  | { plus: number }
);

export type Figure = {
  /** The name that a scenario gives the reading. */
  reading: string;
  what: string;
  unit: "ms" | "kB" | "per s" | "count";
  target?: Target;
};

/** One frame at 30 frames per second. */
const frameMs = 33.4;

/** Everything that is reported, in the order of the table. */
export const figures: Figure[] = [
  {
    reading: "cold.picture",
    what: "Navigation → first picture, first visit",
    unit: "ms",
    target: { of: "median", ratio: 1.15 },
  },
  {
    reading: "warm.picture",
    what: "Navigation → first picture, second visit",
    unit: "ms",
    target: { of: "median", ratio: 1.05 },
  },
  {
    reading: "cold.one-show",
    what: "The same, both pages in a Greenroom host's show, first visit",
    unit: "ms",
  },
  {
    reading: "warm.one-show",
    what: "The same, both pages in a Greenroom host's show, second visit",
    unit: "ms",
  },
  {
    reading: "cold.js",
    what: "JavaScript until then, first visit",
    unit: "kB",
    target: { of: "median", atMost: 190 },
  },
  { reading: "cold.css", what: "CSS until then", unit: "kB" },
  { reading: "cold.font", what: "Fonts until then", unit: "kB" },
  { reading: "cold.image", what: "Images until then", unit: "kB" },
  { reading: "cold.html", what: "HTML until then", unit: "kB" },
  { reading: "cold.other", what: "Other until then", unit: "kB" },
  {
    reading: "cold.total",
    what: "The whole page until then, first visit",
    unit: "kB",
    target: { of: "median", atMost: 220 },
  },
  {
    reading: "cold.requests",
    what: "Requests until then, first visit",
    unit: "count",
    target: { of: "median", atMost: 10 },
  },
  { reading: "warm.total", what: "The whole page until then, second visit", unit: "kB" },
  { reading: "warm.requests", what: "Requests until then, second visit", unit: "count" },
  {
    reading: "go-live.picture",
    what: "Go live → first picture at a waiting viewer",
    unit: "ms",
    target: { of: "median", ratio: 1.1 },
  },
  {
    reading: "go-live.cameras",
    what: "Camera openings for one go-live",
    unit: "count",
    target: { of: "max", atMost: 1 },
  },
  {
    reading: "admit.picture",
    what: "Admit → the guest's picture at a viewer",
    unit: "ms",
    target: { of: "p95", atMost: 500 },
  },
  {
    reading: "knock.seen",
    what: "Knock → the name on the host's panel",
    unit: "ms",
    target: { of: "p95", atMost: 100 },
  },
  {
    reading: "glass.delay",
    what: "Glass to glass, each frame",
    unit: "ms",
    target: { of: "p95", plus: frameMs },
  },
  { reading: "glass.fps", what: "Frames a second at the viewer", unit: "count" },
  { reading: "glass.unreadable", what: "Frames whose stamp could not be read", unit: "count" },
  {
    reading: "chat.seen",
    what: "Send → the message at another, stored on the way",
    unit: "ms",
    target: { of: "p95", atMost: 60 },
  },
  { reading: "tokens.rate", what: "Viewer tokens issued, ten callers", unit: "per s" },
  { reading: "tokens.p50", what: "One token, ten callers, middle", unit: "ms" },
  { reading: "tokens.p99", what: "One token, ten callers, slowest 1 %", unit: "ms" },
  {
    reading: "arrivals.rate",
    what: "Arrivals, 100 connections, the whole page read",
    unit: "per s",
    target: { of: "median", atLeast: 400 },
  },
  { reading: "arrivals.p50", what: "One arrival, 100 connections, middle", unit: "ms" },
  { reading: "arrivals.p99", what: "One arrival, 100 connections, slowest 1 %", unit: "ms" },
  { reading: "arrivals.cpu", what: "Processor time of the server for one arrival", unit: "ms" },
  {
    reading: "arrivals.memory",
    what: "Resident memory after 5,000 arrivals, as a multiple of before",
    unit: "count",
    target: { of: "max", atMost: 1.3 },
  },
  {
    reading: "arrivals.resident",
    what: "Resident memory of the server after 5,000 arrivals",
    unit: "kB",
  },
  {
    reading: "connects.join",
    what: "Signal opened → LiveKit's first message; bare: straight to LiveKit",
    unit: "ms",
  },
  {
    reading: "connects.cpu",
    what: "Processor time of the server for one arrival, from page to connected",
    unit: "ms",
    target: { of: "median", atMost: 6 },
  },
  {
    reading: "connects.memory",
    what: "Resident memory of the server for one open signal connection",
    unit: "kB",
  },
];
