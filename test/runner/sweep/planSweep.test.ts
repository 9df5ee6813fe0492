import { expect } from "chai";
import fc from "fast-check";
import { foundOf, keyOfFound, kindsInOrder, type Found } from "../../../runner/inventory/found.ts";
import type { Mark } from "../../../runner/marks/mark.ts";
import type { Claim } from "../../../runner/sweep/claim.ts";
import { planSweep, type Scene } from "../../../runner/sweep/planSweep.ts";

const ours: Mark = { run: "20260101T120000-1a2b3c00", scenario: "kms/one", expires: "2026-01-01T16:00:00.000Z" };
const theirs: Mark = { ...ours, run: "20260101T120000-1a2b3c01" };
const account = "000000000000";
const key = `arn:aws:kms:us-east-1:${account}:key/9b18c48e-bd9f-4549-bae7-0408a062cbeb`;
const alias = `arn:aws:kms:us-east-1:${account}:alias/records-1a2b3c00`;

function found(item: string): Found {
  const one = foundOf(item, "us-east-1");
  if (!one) throw new Error(`${item} is nothing that is found`);
  return one;
}

function sceneOf(items: readonly string[], marks: Readonly<Record<string, Mark>> = {}, leads = key): Scene {
  return {
    found: items.map(found),
    marks: new Map(Object.entries(marks).map(([item, mark]) => [keyOfFound(found(item)), mark])),
    aliased: new Map([[keyOfFound(found(alias)), keyOfFound(found(leads))]]),
  };
}

function claimOf(made?: readonly string[]): Claim {
  if (made === undefined) return { mark: ours };
  return {
    mark: ours,
    journal: { runFolder: "/run", folder: "/run/one", regions: [], made: new Set(made), isKept: false },
  };
}

function planned(scene: Scene, claim: Claim): string[] {
  return planSweep(scene, claim).map(({ item }) => item);
}

const user = `arn:aws:iam::${account}:user/reader-1a2b3c00`;
const other = `arn:aws:iam::${account}:user/reader-1a2b3c01`;
const administrator = `arn:aws:iam::${account}:user/keylab-administrator-1a2b3c00`;
const logs = `arn:aws:logs:us-east-1:${account}:log-group:/aws/lambda/sealer-1a2b3c00:*`;

describe("The plan of a sweep", () => {
  const cases: readonly {
    readonly title: string;
    readonly items: readonly string[];
    readonly marks?: Readonly<Record<string, Mark>>;
    readonly made?: readonly string[];
    readonly expected: readonly string[];
  }[] = [
    {
      title: "takes a user with the run's tags and a name of the run's",
      items: [user],
      marks: { [user]: ours },
      expected: [user],
    },
    { title: "leaves a name of the run's alone that has no tags, without a journal", items: [user], expected: [] },
    {
      title: "takes it where the journal is there: it was killed before it could tag",
      items: [user],
      made: [],
      expected: [user],
    },
    {
      title: "leaves the run's tags alone on a name that is not the run's",
      items: [other],
      marks: { [other]: ours },
      expected: [],
    },
    {
      title: "takes it where the journal names it",
      items: [other],
      marks: { [other]: ours },
      made: [other],
      expected: [other],
    },
    {
      title: "leaves another run's tags alone, whatever the name",
      items: [user],
      marks: { [user]: theirs },
      made: [user],
      expected: [],
    },
    { title: "takes a key, which has no name, by its tags", items: [key], marks: { [key]: ours }, expected: [key] },
    { title: "leaves a key without tags alone", items: [key], made: [], expected: [] },
    { title: "takes a key without tags that the journal names", items: [key], made: [key], expected: [key] },
    {
      title: "takes an alias of the run's key before the key",
      items: [key, alias],
      marks: { [key]: ours },
      expected: [alias, key],
    },
    { title: "leaves an alias of another key alone", items: [alias], marks: { [key]: theirs }, expected: [] },
    { title: "takes the log group that Lambda makes", items: [logs], expected: [logs] },
    {
      title: "leaves the administrator for the end",
      items: [administrator],
      marks: { [administrator]: ours },
      made: [],
      expected: [],
    },
    {
      title: "takes what is encrypted before the key, and who may own the key after it",
      items: [user, key, "table/records-1a2b3c00", "bucket/letters-1a2b3c00", alias],
      made: [key],
      expected: [alias, "table/records-1a2b3c00", "bucket/letters-1a2b3c00", key, user],
    },
    {
      title: "does not take a longer or shorter word for the suffix",
      items: ["table/records-1a2b3c001", "table/records-x1a2b3c00", "table/records-1a2b3c0"],
      made: [],
      expected: [],
    },
  ];

  for (const { title, items, marks, made, expected } of cases) {
    it(title, () => {
      expect(planned(sceneOf(items, marks), claimOf(made))).to.deep.equal(expected);
    });
  }

  const words = fc.constantFrom("records", "reader", "keylab-administrator", "my-app-key", "letters");
  const suffixes = fc.constantFrom("", "-1a2b3c01", "-1a2b3c0", "-1a2b3c000", "-1a2b3c", "1a2b3c00", "-2a2b3c00");
  const items = fc
    .tuple(
      words,
      suffixes,
      fc.constantFrom("user", "role", "table", "bucket", "alias", "function", "secret", "log group"),
    )
    .map(([word, suffix, kind]) => itemOf(kind, `${word}${suffix}`));
  const marks = fc.option(
    fc.record({
      run: fc.constantFrom(theirs.run, "20260101T120000-2a2b3c00", "20250101T120000-1a2b3c001"),
      scenario: fc.constant("kms/one"),
      expires: fc.constantFrom("2020-01-01T00:00:00.000Z", "2099-01-01T00:00:00.000Z"),
    }),
  );
  const somebody = fc.uniqueArray(fc.tuple(items, marks), { selector: ([item]) => item });

  it("never takes what is others', however much it looks like the run's", () => {
    fc.assert(
      fc.property(somebody, fc.boolean(), (account, hasJournal) => {
        const tagged = account.flatMap(([item, mark]) => (mark ? [[item, mark] as const] : []));
        const scene = sceneOf([user, key, ...account.map(([item]) => item)], {
          [user]: ours,
          [key]: ours,
          ...Object.fromEntries(tagged),
        });
        expect(planned(scene, claimOf(hasJournal ? [key] : undefined))).to.deep.equal([key, user]);
      }),
    );
  });

  it("never takes an exact name of the run's that carries somebody else's mark", () => {
    fc.assert(
      fc.property(fc.constantFrom("user", "role", "table", "bucket", "function"), fc.boolean(), (kind, isNamed) => {
        const item = itemOf(kind, "records-1a2b3c00");
        expect(planned(sceneOf([item], { [item]: theirs }), claimOf(isNamed ? [item] : []))).to.deep.equal([]);
      }),
    );
  });

  it("knows an order for every kind", () => {
    const before = (one: Found["kind"], two: Found["kind"]) =>
      expect(kindsInOrder.indexOf(one)).to.be.below(kindsInOrder.indexOf(two), `${one} before ${two}`);
    for (const kind of ["alias", "table", "secret", "bucket", "volume", "function"] as const) before(kind, "key");
    for (const kind of ["user", "role"] as const) before("key", kind);
  });
});

function itemOf(kind: string, name: string): string {
  switch (kind) {
    case "user":
    case "role":
      return `arn:aws:iam::${account}:${kind}/${name}`;
    case "alias":
      return `arn:aws:kms:us-east-1:${account}:alias/${name}`;
    case "function":
      return `arn:aws:lambda:us-east-1:${account}:function:${name}`;
    case "secret":
      return `arn:aws:secretsmanager:us-east-1:${account}:secret:${name}-AbCdEf`;
    case "log group":
      return `arn:aws:logs:us-east-1:${account}:log-group:${name}:*`;
    default:
      return `${kind}/${name}`;
  }
}
