/** Decides every random choice of a run. SEED repeats a run, whose failures print it. */
export const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
