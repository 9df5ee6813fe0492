import { expect } from "chai";
import { reveal, revealAll } from "../../provider/values.ts";
import type { Properties } from "../../provider/values.ts";
import type { Kept } from "./engine.ts";
import type { Running } from "./running.ts";

/** The life of a resource, from its first inputs to its end. */
export interface Life {
  readonly type: string;
  readonly inputs: () => Properties;
  /** The whole state after creation. What only AWS can know is taken from the state itself, after a look at its form. */
  readonly state: (kept: Kept, state: Record<string, unknown>) => object;
  /** The id, where it is known beforehand. */
  readonly id?: (kept: Kept) => string;
  /** An update in place: the changed inputs, and how the state differs afterwards. */
  readonly update?: { readonly inputs: Properties; readonly state?: object };
  /** The changes that take a new resource, and which inputs are the reason. */
  readonly replacement: { readonly inputs: Properties; readonly replaces: string[]; readonly oldGoesFirst: boolean };
  /** The state that is read once it was deleted, where it belongs to something that has a default. Otherwise it is gone. */
  readonly left?: object;
}

/** Writes the tests of a resource's life; they run in order and share one resource. */
export function lives(running: () => Running, life: Life): void {
  const { type } = life;

  describe(type, () => {
    let kept: Kept = { id: "", inputs: {}, state: {} };
    let inputs: Properties = {};

    it("is created, with the outputs that are declared", async () => {
      inputs = life.inputs();
      kept = await running().engine.create(type, inputs);
      expect(revealAll(kept.state)).to.deep.equal(life.state(kept, revealAll(kept.state)));
      expect(kept.id)
        .to.equal(life.id?.(kept) ?? kept.id)
        .and.not.equal("");
    });

    it("is not different afterwards", async () => {
      const { inputs: news } = await running().engine.check(type, inputs, kept.inputs);
      const { changes } = await running().engine.diff(type, kept, news);
      expect(changes).to.deep.equal([]);
    });

    it("is read as it was created", async () => {
      expect(await running().engine.read(type, kept)).to.deep.equal(kept);
    });

    if (life.update !== undefined) {
      const { update } = life;
      it("is updated in place", async () => {
        const before = kept;
        const news = { ...inputs, ...update.inputs };
        const { changes, replaces } = await running().engine.diff(type, before, { ...before.inputs, ...news });
        expect({ changes, replaces }).to.deep.equal({ changes: Object.keys(update.inputs).sort(), replaces: [] });
        kept = await running().engine.update(type, before, news);
        inputs = news;
        const expected = { ...revealAll(before.state), ...revealAll(update.inputs), ...update.state };
        expect(revealAll(kept.state)).to.deep.equal(expected);
        expect(await running().engine.read(type, kept)).to.deep.equal(kept);
      });
    }

    it("is replaced where it must be", async () => {
      const { replaces, deleteBeforeReplace } = await running().engine.diff(type, kept, {
        ...kept.inputs,
        ...life.replacement.inputs,
      });
      expect(replaces).to.deep.equal(life.replacement.replaces);
      expect(deleteBeforeReplace).to.equal(life.replacement.oldGoesFirst);
    });

    it(`is deleted, and ${life.left ? "a default is left" : "is gone"}; deleting it again succeeds`, async () => {
      await running().engine.delete(type, kept);
      const found = await running().engine.read(type, kept);
      expect(found && revealAll(found.state)).to.deep.equal(life.left);
      await running().engine.delete(type, kept);
    });
  });
}

/** A recorded text. */
export function textOf(kept: Kept, name: string): string {
  const value = reveal(kept.state[name] ?? "");
  return typeof value === "string" ? value : "";
}
