interface Page<T> {
  items: T[];
  nextCursor?: string;
}

/**
 * Every item of a list, page after page as it is needed:
 * `for await (const order of everyItem((cursor) => answer(api.GET('/v1/orders', { params: { query: { cursor } } }))))`
 */
export async function* everyItem<T>(page: (cursor?: string) => Promise<Page<T>>): AsyncGenerator<T, void, undefined> {
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await page(cursor);
    yield* items;
    cursor = nextCursor;
  } while (cursor !== undefined);
}
