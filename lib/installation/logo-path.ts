/** The URL of the logo, with its digest, so that browsers may cache it forever; null without one. */
export const logoPath = ({ logoDigest }: { logoDigest: string | null }): string | null =>
  logoDigest && `/installation/logo?digest=${logoDigest}`;
