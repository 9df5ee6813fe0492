/** What is read from each page of a list. */
export async function collect<Page>(
  pages: AsyncIterable<Page>,
  read: (page: Page) => readonly (string | undefined)[] | undefined,
): Promise<string[]> {
  const found: string[] = [];
  for await (const page of pages) found.push(...(read(page) ?? []).filter((item) => item !== undefined));
  return found;
}
