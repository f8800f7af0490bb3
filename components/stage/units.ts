/** A length of the programme: multiples of its unit (programme.module.css). */
export const u = (units: number): string => `calc(var(--u) * ${units})`;
