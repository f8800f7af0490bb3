const all = ["imprint", "privacy"] as const;
type LegalPage = (typeof all)[number];

/** The legal pages that have a text, and so exist. */
export const legalPages = (settings: Record<LegalPage, string | null>): LegalPage[] =>
  all.filter((page) => settings[page] !== null);
