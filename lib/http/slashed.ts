/**
 * The guest API's document gives two statuses for one call: 200 for the plain path, 201 for the one
 * with a trailing slash. Both are honoured.
 */
export const successStatus = ({ pathname }: { pathname: string }) =>
  pathname.endsWith("/") ? 201 : 200;
