import { GeminiError } from './gemini-error.js';

interface Part {
  functionCall?: { id?: string; name?: string };
  functionResponse?: { id?: string; name?: string };
  thoughtSignature?: string;
}
interface Turn {
  role?: string;
  parts?: Part[];
}

/**
 * What the API refuses before any model is asked: no contents, a function call whose thought signature was dropped from the
 * history, and calls that were not answered one by one with their id and name.
 * @throws GeminiError 400
 */
export function checkRequest(body: unknown): void {
  const contents = (body as { contents?: unknown } | undefined)?.contents;
  if (!Array.isArray(contents) || contents.length === 0)
    throw new GeminiError(400, '* GenerateContentRequest.contents: contents is not specified');
  (contents as Turn[]).forEach((turn, index) => {
    const calls = (turn.parts ?? []).filter((part) => part.functionCall !== undefined);
    const first = calls[0];
    if (!first) return;
    if (!first.thoughtSignature)
      throw new GeminiError(
        400,
        `Function call is missing a thought_signature in functionCall parts. Function call \`${first.functionCall?.name}\`, position ${index + 1}.`,
      );
    const answered = ((contents as Turn[])[index + 1]?.parts ?? []).flatMap((part) => part.functionResponse ?? []);
    const fits = calls.every(({ functionCall }) =>
      answered.some((one) => one.id === functionCall?.id && one.name === functionCall?.name),
    );
    if (!fits || answered.length !== calls.length)
      throw new GeminiError(
        400,
        'Please ensure that the number of function response parts is equal to the number of function call parts of the function call turn.',
      );
  });
}
