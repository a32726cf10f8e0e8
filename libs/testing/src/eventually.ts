/** Tries `check` until it stops throwing. @throws its last error after `withinMs` (15 s) */
export async function eventually<T>(check: () => Promise<T> | T, { withinMs = 15_000, everyMs = 25 } = {}): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  }
}
