/** The pictures of a brand kit. */
export const brandPictures = ["logo", "background", "overlay"] as const;
export type BrandPicture = (typeof brandPictures)[number];

/** The size of names in the programme. */
export const nameSizes = ["small", "medium", "large"] as const;
export type NameSize = (typeof nameSizes)[number];

/** A colour as color inputs write it, in lower case. */
export const colourPattern = /^#[0-9a-f]{6}$/;
