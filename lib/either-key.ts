import "server-only";

/** Of jose, whichever copy of it: another key may fit. */
const wrongKey = ["ERR_JWS_SIGNATURE_VERIFICATION_FAILED", "ERR_JWE_DECRYPTION_FAILED"];

/**
 * Reads a token with the key that fits. While an operator changes a key, two are valid
 * (docs/operations.md); every other error is the token's own and is thrown.
 */
export async function withEitherKey<Key, Result>(
  [first, ...others]: readonly [Key, ...Key[]],
  read: (key: Key) => Promise<Result>,
): Promise<Result> {
  try {
    return await read(first);
  } catch (error) {
    const [next, ...rest] = others;
    const { code } = error as { code?: string };
    if (next === undefined || !code || !wrongKey.includes(code)) throw error;
    return withEitherKey([next, ...rest], read);
  }
}

/** The key in use, and the second one if there is one. */
export const bothKeys = (key: string, second: string | null): [string, ...string[]] =>
  second === null ? [key] : [key, second];
