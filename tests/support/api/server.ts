function setting(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set: run these with "npm test" or "npm test contract"`);
  return value;
}

/** The running Greenroom under test, and what its operator knows about it. */
export const server = {
  get url() {
    return setting("BASE_URL");
  },
  get databaseUrl() {
    return setting("DATABASE_URL");
  },
  get livekitUrl() {
    return setting("LIVEKIT_URL");
  },
  get livekitApiKey() {
    return setting("LIVEKIT_API_KEY");
  },
  get livekitApiSecret() {
    return setting("LIVEKIT_API_SECRET");
  },
  get founderCode() {
    return setting("FOUNDER_CODE");
  },
  get apiJwtSecret() {
    return setting("API_JWT_SECRET");
  },
};
