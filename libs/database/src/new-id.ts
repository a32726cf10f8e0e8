import { v7 } from 'uuid';

/** A new UUID version 7: unique, and sorted by creation time, so indexes grow at their right edge and a page can be cut by id. */
export const newId = (): string => v7();
