/** The store of files, for injection. */
export const MEDIA_STORE = Symbol('media-store');
