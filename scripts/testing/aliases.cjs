const { join } = require("node:path");

/** Resolves `@/` for dependency-cruiser, which can read tsconfig.json only with TypeScript 6 or older. */
module.exports = { resolve: { alias: { "@": join(__dirname, "..", "..") } } };
