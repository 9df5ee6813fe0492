import { expect } from "chai";
import protobuf from "google-protobuf/google/protobuf/struct_pb.js";
import { fromStruct, toStruct } from "../../../provider/protobuf/struct.ts";
import { Secret, UNKNOWN } from "../../../provider/values.ts";
import type { Properties } from "../../../provider/values.ts";
import { WIRE } from "../../../provider/wire.ts";

const marked = (signature: string, rest: object) => ({ [WIRE.signature]: signature, ...rest });

describe("the Structs of the engine", () => {
  const readings: [string, Record<string, object | string | number | boolean | null>, Properties][] = [
    [
      "plain values",
      { a: "x", b: 1.5, c: false, d: ["y", 2], e: { f: "" } },
      { a: "x", b: 1.5, c: false, d: ["y", 2], e: { f: "" } },
    ],
    ["null as absent", { a: null, b: [null, "x"], c: { d: null } }, { b: ["x"], c: {} }],
    ["an unknown", { a: WIRE.unknown, b: { c: [WIRE.unknown] } }, { a: UNKNOWN, b: { c: [UNKNOWN] } }],
    ["a secret", { a: marked(WIRE.secret, { value: "s" }) }, { a: new Secret("s") }],
    [
      "a secret inside a secret",
      { a: marked(WIRE.secret, { value: { b: marked(WIRE.secret, { value: 1 }) } }) },
      { a: new Secret({ b: new Secret(1) }) },
    ],
    ["a secret that is not known yet", { a: marked(WIRE.secret, { value: WIRE.unknown }) }, { a: new Secret(UNKNOWN) }],
    ["a known output value", { a: marked(WIRE.output, { value: "x", dependencies: [] }) }, { a: "x" }],
    ["a secret output value", { a: marked(WIRE.output, { value: "x", secret: true }) }, { a: new Secret("x") }],
    [
      "an archive, marked as it came",
      { a: marked(WIRE.archive, { assets: { b: marked(WIRE.asset, { text: "x" }) } }) },
      { a: marked(WIRE.archive, { assets: { b: marked(WIRE.asset, { text: "x" }) } }) },
    ],
    ["an output value that is not known yet", { a: marked(WIRE.output, {}) }, { a: UNKNOWN }],
  ];
  for (const [what, wire, expected] of readings) {
    it(`are read with ${what}`, () => {
      expect(fromStruct(protobuf.Struct.fromJavaScript(wire))).to.deep.equal(expected);
    });
  }

  const refusals: [string, object, string][] = [
    [
      "a resource",
      marked(WIRE.resource, { urn: "u" }),
      "a[0].b: a resource is given where a plain value is expected; pass its id or arn",
    ],
    [
      "anything else that is marked",
      marked("new", {}),
      "a[0].b: holds a kind of value that the embedded provider does not know",
    ],
  ];
  for (const [what, value, message] of refusals) {
    it(`are refused with ${what}, by the path to it`, () => {
      expect(() => fromStruct(protobuf.Struct.fromJavaScript({ a: [{ b: value }] }))).to.throw(message);
    });
  }

  it("come back as they were written", () => {
    const properties = { a: new Secret({ b: [1, UNKNOWN] }), c: { d: true }, e: "" };
    expect(fromStruct(toStruct(properties))).to.deep.equal(properties);
  });

  it("are empty when there is none", () => {
    expect(fromStruct(undefined)).to.deep.equal({});
  });
});
