const { join } = require("node:path");

/** Where `@/` leads, for dependency-cruiser: it reads tsconfig.json only with a TypeScript before 7. */
module.exports = { resolve: { alias: { "@": join(__dirname, "..", "..") } } };
