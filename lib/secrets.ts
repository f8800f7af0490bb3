import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** A 256-bit secret for a cookie or a key. Only its hash is stored. */
export const newSecret = () => randomBytes(32).toString("base64url");

/** The stored form of a secret. 256 bits cannot be guessed, so a slow hash is not needed. */
export const hashSecret = (secret: string) => createHash("sha256").update(secret).digest("hex");
