import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** A secret of 256 bits, for a cookie or a key; only its hash is stored. */
export const newSecret = () => randomBytes(32).toString("base64url");

/** What is stored of a secret: nobody guesses 256 bits, so no slower hash is needed. */
export const hashSecret = (secret: string) => createHash("sha256").update(secret).digest("hex");
