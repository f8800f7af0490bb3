import { randomInt } from "node:crypto";

// No 0, O, I or l, because ids are read aloud and typed by hand.
const alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

function random(length: number): string {
  let out = "";
  for (let i = 0; i < length; i++) out += alphabet[randomInt(alphabet.length)];
  return out;
}

/** 22 characters out of 58 carry 128 bits: identities and livestream ids cannot be guessed. */
const idLength = 22;

export const newAccountId = () => `u_${random(idLength)}`;
export const newGuestIdentity = () => `g_${random(idLength)}`;
export const newVisitorIdentity = () => `c_${random(idLength)}`;
export const newViewerIdentity = () => `v_${random(idLength)}`;
export const newApiKeyId = () => random(idLength);
export const newStreamKeyId = () => random(idLength);
export const newProgrammeLinkId = () => random(idLength);
/** Begins with the link's id, by which the gate recognizes it. */
export const newProgrammeIdentity = (linkId: string) => `p_${linkId}${random(18)}`;
export const newEncoderSessionId = () => random(idLength);
export const newAgentIdentity = () => `a_${random(idLength)}`;
export const newSessionId = () => random(idLength);
export const newInviteId = () => random(idLength);
export const newReportId = () => random(idLength);
export const newSignUpLinkId = () => random(idLength);
export const newMint = () => random(16);
