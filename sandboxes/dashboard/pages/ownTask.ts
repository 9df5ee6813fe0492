/** A piece of a task; `isName`: the name of a resource of one's own. */
export interface TaskPart {
  readonly text: string;
  readonly isName: boolean;
}

/**
 * A task in which the workshop's names are one's own: `Create the key nextwork-kms-key.` speaks of `zoe-4k2p-nextwork-kms-key`.
 *
 * @param lease what all names of the sandbox begin with
 * @param names of resources, by what they are
 */
export function ownTask(task: string, lease: string, names: Readonly<Record<string, string>>): readonly TaskPart[] {
  const prefix = `${lease}-`;
  const own = new Map<string, string>();
  for (const name of Object.values(names)) {
    own.set(name, name);
    if (name.startsWith(prefix)) own.set(name.slice(prefix.length), name);
  }
  if (own.size === 0) return [{ text: task, isName: false }];
  // The longest first: one name may begin with another one.
  const wanted = [...own.keys()].sort((one, other) => other.length - one.length).map(escaped);
  const found = new RegExp(`(?<![\\w-])(${wanted.join("|")})(?![\\w-])`);
  return task
    .split(found)
    .map((text, index) => ({ text: index % 2 === 1 ? (own.get(text) ?? text) : text, isName: index % 2 === 1 }))
    .filter(({ text }) => text !== "");
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
