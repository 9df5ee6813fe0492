/** How long a button says that it has copied, in milliseconds. */
const shownFor = 2000;

/** Copies what a button is for. What it says afterwards is for the page to announce; nothing where it is no such button. */
export async function copyFrom(button: HTMLElement): Promise<string | undefined> {
  const { copy, path, what = "text" } = button.dataset;
  if (copy === undefined) return undefined;
  try {
    await navigator.clipboard.writeText(path === undefined ? copy : new URL(copy, location.origin).href);
  } catch {
    return `The browser does not let the ${what} be copied: select it instead.`;
  }
  button.dataset.copied = "";
  setTimeout(() => delete button.dataset.copied, shownFor);
  return `Copied: ${what}.`;
}
