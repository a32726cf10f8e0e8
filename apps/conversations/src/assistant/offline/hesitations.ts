/** "euh", "hum", "hmm": a speaker's pause, which voice notes write down and which says nothing. */
const PAUSE = /(^|[\s,.;…])(?:e+u+h+|h+e+u+|h+u+m+|h+m+)(?:[\s,.;…]+(?:e+u+h+|h+e+u+|h+u+m+|h+m+))*(?=$|[\s,.;…!?])[,.…]*\s*/giu;

/** What she says without her pauses, letters and order as they were. */
export const withoutPauses = (text: string): string => text.replace(PAUSE, '$1').trimStart();

/** « s'il vous plaît » as « svp »: its « s » is no size. */
export const withShortPlease = (text: string): string =>
  text.replace(/(?<![\p{L}])s['’ ]?\s?il (?:vous|te|vs) pla[iî]t?(?![\p{L}])/giu, 'svp');
