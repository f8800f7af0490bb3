/** Awaits `work` for at most `ms` milliseconds. @throws Error on timeout */
export async function withTimeout(ms: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`timed out after ${ms} ms`)), ms);
  });
  await Promise.race([work, tooLong]).finally(() => clearTimeout(timer));
}
