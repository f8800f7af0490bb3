import { randomInt } from "node:crypto";

// No 0, O, I or l: ids are read aloud and typed from a screen.
const alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

function random(length: number): string {
  let out = "";
  for (let i = 0; i < length; i++) out += alphabet[randomInt(alphabet.length)];
  return out;
}

/** 22 characters of 58 carry 128 bits: nobody guesses an identity or a livestream. */
const idLength = 22;

export const newAccountId = () => `u_${random(idLength)}`;
export const newGuestIdentity = () => `g_${random(idLength)}`;
export const newViewerIdentity = () => `v_${random(idLength)}`;
export const newApiKeyId = () => random(idLength);
export const newStreamKeyId = () => random(idLength);
export const newEncoderSessionId = () => random(idLength);
export const newAgentIdentity = () => `a_${random(idLength)}`;
export const newSessionId = () => random(idLength);
export const newInviteId = () => random(idLength);
export const newMint = () => random(16);
