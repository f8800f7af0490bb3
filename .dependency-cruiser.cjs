/**
 * Which folder may import which (docs/decisions/0025). A folder imports from the rows above it,
 * never from its own row. A folder missing from the table is an error.
 */
const serverFloors = [
  [
    "background-blur",
    "either-key",
    "field-errors",
    "ids",
    "in-parallel",
    "loopback",
    "once",
    "redact",
    "secrets",
  ],
  ["metrics", "problem", "setting-kinds", "words"],
  ["draining", "settings-table"],
  ["contracts", "request-id", "settings"],
  ["env", "grants", "log", "openapi"],
  ["db", "livekit", "watch-document"],
  ["audit", "context", "installation", "limits"],
  ["accounts", "mail", "participants", "pictures", "readiness"],
  ["api-keys", "organizations"],
  ["livestreams"],
  ["sign-up"],
  ["auth", "cards", "encoders", "invites", "programme", "stage"],
  ["brands", "guests", "operator"],
  ["chat", "moderation"],
  ["reports"],
  ["show"],
  ["admin", "diagnostics"],
  ["mirror", "console", "own-data"],
  ["http"],
  ["first-picture"],
  ["server"],
];

/** The folders of lib/client, in the same way. */
const clientFloors = [
  ["server-api"],
  ["browser"],
  ["accounts"],
  ["devices", "livestreams", "organizations", "waiting-room"],
  ["room"],
  ["first-picture", "chat", "join", "player", "preflight", "stage", "watch"],
  ["studio"],
  ["admin"],
];

/** Code that also runs in browsers: no secrets, no database, no request. */
const inBrowser = [
  ...["background-blur", "contracts", "field-errors", "grants", "ids", "in-parallel", "once"],
  ...["problem", "watch-document", "words", "client"],
];

const oneOf = (names) => `(?:${names.join("|")})(?=/|\\.|$)`;

/** One rule per floor: a folder imports itself and the floors below. */
const floorRules = (name, folder, floors) =>
  floors.map((here, index) => ({
    name: `${name}-${here[0]}`,
    comment: "A folder imports from the floors below its own, and never from one beside it.",
    severity: "error",
    from: { path: `^${folder}/(${here.join("|")})(?=/|\\.)` },
    to: {
      path: [`^${folder}/`, "^(?:app|components|bench|tests)/"],
      pathNot: [
        `^${folder}/$1(?=/|\\.)`,
        ...floors.slice(0, index).map((below) => `^${folder}/${oneOf(below)}`),
      ],
    },
  }));

const placed = (folder, floors) => `^${folder}/${oneOf(floors.flat())}`;
const known = [placed("lib", [...serverFloors, ["client"]])];
const knownRooms = [placed("lib/client", clientFloors)];

const error = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
const packages = (...names) => names.map((name) => `(?:^|/)node_modules/${name}/`);

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    error(
      "no-circle",
      "Files that import each other belong in one file, or need a third for what they share.",
      {},
      {
        circular: true,
      },
    ),
    error(
      "unused",
      "Nothing imports this file, and it imports nothing.",
      {
        orphan: true,
        path: "^(?:lib|components)/",
        pathNot: ["\\.d\\.ts$", "^lib/db/drizzle\\.config\\.ts$"],
      },
      {},
    ),
    error(
      "lib-unplaced",
      "Give a new folder of lib a floor in serverFloors.",
      {},
      {
        path: "^lib/",
        pathNot: known,
      },
    ),
    error(
      "lib-unplaced-importer",
      "Give a new folder of lib a floor in serverFloors.",
      {
        path: "^lib/",
        pathNot: known,
      },
      {},
    ),
    error(
      "room-unplaced",
      "Give a new folder of lib/client a floor in clientFloors.",
      {},
      {
        path: "^lib/client/",
        pathNot: knownRooms,
      },
    ),
    ...floorRules("lib", "lib", serverFloors),
    ...floorRules("client", "lib/client", clientFloors),
    error(
      "browser",
      "This runs in the browser: call the server through lib/client/server-api.",
      {
        path: "^(?:components|lib/client)/",
      },
      {
        path: "^lib/",
        pathNot: inBrowser.map((name) => `^lib/${name}(?=/|\\.)`),
      },
    ),
    error(
      "hooks",
      "Hooks do not import views, and nothing imports app.",
      { path: "^lib/client/" },
      {
        path: "^(?:components|app)/",
      },
    ),
    error("views", "Nothing imports app.", { path: "^components/" }, { path: "^app/" }),
    error(
      "routes",
      "A route calls a use case; queries belong in lib.",
      { path: "^app/" },
      {
        path: ["^lib/db/", ...packages("drizzle-orm", "pg", "livekit-server-sdk")],
      },
    ),
    error(
      "live-kit",
      "Only lib/livekit calls the LiveKit server; other folders may use its types.",
      {
        pathNot: ["^lib/(?:grants|livekit)/", "^(?:tests|bench|scripts)/"],
      },
      {
        path: packages("livekit-server-sdk"),
        dependencyTypesNot: ["type-only"],
      },
    ),
    error(
      "queries",
      "Queries belong in the server's folders.",
      {
        path: ["^(?:components|lib/(?:client|http|server|first-picture|contracts|words))/"],
      },
      {
        path: packages("drizzle-orm", "pg"),
      },
    ),
    error(
      "next-auth",
      "Only lib/auth and the route it serves may import next-auth.",
      {
        pathNot: ["^lib/auth/", "^app/\\(api\\)/api/auth/", "^lib/client/accounts/"],
      },
      {
        path: packages("next-auth"),
      },
    ),
    error(
      "next-auth-in-the-browser",
      "Only next-auth/react runs in a browser.",
      {
        path: "^lib/client/",
      },
      {
        path: packages("next-auth"),
        pathNot: "node_modules/next-auth/react/",
      },
    ),
    error(
      "requests",
      "Use cases do not import request code: routes call them, not the other way around.",
      {
        path: "^lib/",
        pathNot: "^lib/(?:auth|client|first-picture|http|server|words)/",
      },
      {
        path: packages("next"),
        dependencyTypesNot: ["type-only"],
      },
    ),
  ],
  options: {
    parser: "swc",
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".js", ".css"] },
    webpackConfig: { fileName: "./scripts/testing/aliases.cjs" },
  },
};
