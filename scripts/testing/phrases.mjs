/** @typedef {{ pattern: RegExp, instead: string }} Phrase what to find, and what to write in its place */

const noun = "name the person: guests, viewers, anyone with the link";
const thing = "name the thing, or drop the sentence";

/**
 * A blank is any blank: a phrase may go over the end of a line.
 * @param {Phrase} phrase
 * @returns {Phrase}
 */
const overLines = ({ pattern, instead }) => ({
  pattern: new RegExp(pattern.source.replaceAll(" ", "\\s+"), pattern.flags),
  instead,
});

/** @type {Phrase[]} in English texts */
const english = [
  {
    pattern: /(?<!\p{L})(?:for|to|by|from|than|only) who\b(?!\s*[?,])/giu,
    instead: noun,
  },
  { pattern: /(?<=^\s*|[.!:]\s+)Who (?!may|can)[^.?!]*[.!]/gmu, instead: noun },
  { pattern: /(?<=^\s*|[.!:]\s+)Whoever\b|\bwhom I\b/gmu, instead: noun },
  { pattern: /\bwhose word\b/giu, instead: noun },
  { pattern: /\b(?:of|to|by|than|with) what is\b/giu, instead: thing },
  { pattern: /\bby (?:itself|themselves|himself)\b/giu, instead: "automatically, on its own" },
  { pattern: /\banew\b/giu, instead: "again" },
  { pattern: /\bno more(?=[.,;:!?)]|$)/giu, instead: "no longer" },
  { pattern: /\bstands\b(?! (?:for|out|in for|still|alone))/giu, instead: "is, exists, applies" },
  {
    pattern: /\bcomes\b(?! (?:from|with|first|last|before|after|back|up|in))/giu,
    instead: "is, arrives",
  },
  { pattern: /\b(?:is|are|was|were|be|been|being) told of\b/giu, instead: "is notified" },
  { pattern: /\bdeeds?\b/giu, instead: "action" },
  { pattern: /\blets? (?:it |them |nothing |anything )?come\b/giu, instead: "release" },
  { pattern: /\beverybody may\b/giu, instead: "anyone can" },
  { pattern: /\btake(?:n|s)? back\b/giu, instead: "cancel, undo" },
  { pattern: /\bwatching at most\b/giu, instead: "peak viewers" },
  { pattern: /\blong delay\b/giu, instead: "high latency" },
];

/** @type {Phrase[]} in German texts */
const german = [
  { pattern: /\bFreiwillig/gu, instead: "Optional" },
  { pattern: /\bPaarweise\b/giu, instead: "Nebeneinander" },
  { pattern: /\bKürzel/gu, instead: "Benutzername" },
  { pattern: /\bauf Sendung\b/giu, instead: "live" },
  { pattern: /\bSendung(?:en)?\b/gu, instead: "Show" },
  { pattern: /\bVerborgene[sr]? Mensch|\bJemand Verborgenes/gu, instead: "Verborgene Person" },
  { pattern: /\berste Mensch\b/gu, instead: "erste Person" },
  { pattern: /\bDoch nicht\b/gu, instead: "der Name der Handlung: Erinnerung aus" },
  { pattern: /\bangegangen\b/gu, instead: "gestartet" },
  { pattern: /\bUmweg für strenge\b/gu, instead: "Relay (TURN)" },
  { pattern: /\bUmlaufzeit/gu, instead: "Round-Trip-Zeit" },
  { pattern: /\bWir versuchen es\b/gu, instead: "Die Verbindung wird wiederhergestellt" },
];

/** The phrases of each language. */
export const phrasesOf = { en: english.map(overLines), de: german.map(overLines) };
